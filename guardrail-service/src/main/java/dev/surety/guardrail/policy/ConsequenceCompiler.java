package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads consequences: what an action needs has to be there, what it does not take must not, templates exist. */
final class ConsequenceCompiler {
    private static final Map<Action, Keys> KEYS = Map.of(
            Action.BLOCK, new Keys(Set.of("template"), Set.of()),
            Action.ESCALATE,
                    new Keys(
                            Set.of("template", "queue", "priority"),
                            Set.of("reasonCode", "fallback", "alsoWhenBlocked")),
            Action.REPLACE, new Keys(Set.of("template"), Set.of()),
            Action.REDACT, new Keys(Set.of("mask"), Set.of("style")),
            Action.ANNOTATE, new Keys(Set.of("position"), Set.of("disclaimer", "label", "scheme")),
            Action.ALLOW, new Keys(Set.of(), Set.of("label", "scheme", "attach")));
    private static final Set<String> EVERYWHERE = Set.of("action", "if");

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final Templates templates;

    ConsequenceCompiler(PositionedYaml document, Diagnostics diagnostics, Templates templates) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.templates = templates;
    }

    /** What an action takes besides itself and its condition. */
    private record Keys(Set<String> needed, Set<String> possible) {}

    /** The {@code defaults} section; empty when something in it was reported. */
    Optional<Policy.Defaults> defaults() {
        JsonNode node = document.tree().path("defaults");
        JsonNode degraded = node.path("degraded");
        Optional<Consequence> consequence = compile("/defaults/degraded", degraded);
        if (Set.of(Action.REDACT, Action.ANNOTATE, Action.ALLOW).contains(action(degraded))) {
            diagnostics.report(
                    document.position("/defaults/degraded/action"),
                    "what could not be judged must not be delivered: block, escalate or replace");
        }
        if (degraded.has("if")) {
            diagnostics.report(
                    document.keyPosition("/defaults/degraded/if"), "remove the condition: this one always applies");
        }
        String fallback = node.path("fallback").asText();
        if (!refuseUnknown(TemplateKind.REPLY, "/defaults/fallback", fallback)) {
            refuseQueue(TemplateKind.REPLY, "/defaults/fallback", fallback);
        }
        String handoff = node.path("handoff").asText(fallback);
        if (node.has("handoff") && !refuseUnknown(TemplateKind.REPLY, "/defaults/handoff", handoff)) {
            refuseQueue(TemplateKind.REPLY, "/defaults/handoff", handoff);
        }
        return consequence.map(found -> new Policy.Defaults(
                OnError.ofWireName(node.path("onError").asText()),
                found,
                degraded.path("reasonCode").asText("NOT_DECIDABLE"),
                fallback,
                handoff,
                StreamMode.ofWireName(node.path("stream").asText(StreamMode.HOLD.wireName()))));
    }

    /** The consequence at {@code pointer}; empty when something about it was reported. */
    Optional<Consequence> compile(String pointer, JsonNode node) {
        Action action = action(node);
        Keys keys = KEYS.get(action);
        if (keys == null) {
            throw new IllegalStateException("no keys are known for " + action);
        }
        if (!keysFit(pointer, node, action, keys)) {
            return Optional.empty();
        }
        return switch (action) {
            case BLOCK -> reply(pointer, node).map(Consequence.Block::new);
            case REPLACE -> reply(pointer, node).map(Consequence.Replace::new);
            case ESCALATE -> escalation(pointer, node);
            case REDACT ->
                withoutQueue(TemplateKind.MASK, pointer, node, "mask")
                        .map(mask -> new Consequence.Redact(
                                mask, MaskStyle.ofWireName(node.path("style").asText("label"))));
            case ANNOTATE -> annotation(pointer, node);
            case ALLOW -> allowance(pointer, node);
        };
    }

    private boolean keysFit(String pointer, JsonNode node, Action action, Keys keys) {
        boolean fits = true;
        for (String key : keys.needed().stream().sorted().toList()) {
            if (!node.has(key)) {
                diagnostics.report(
                        document.position(PositionedYaml.member(pointer, "action")),
                        "action " + action.wireName() + " needs '" + key + "': add it");
                fits = false;
            }
        }
        for (var members = node.fieldNames(); members.hasNext(); ) {
            String key = members.next();
            if (!EVERYWHERE.contains(key)
                    && !keys.needed().contains(key)
                    && !keys.possible().contains(key)) {
                diagnostics.report(
                        document.keyPosition(PositionedYaml.member(pointer, key)),
                        "action " + action.wireName() + " does not take '" + key + "': remove it");
                fits = false;
            }
        }
        return fits;
    }

    private Optional<Consequence> escalation(String pointer, JsonNode node) {
        if (node.has("fallback")
                && withoutQueue(TemplateKind.REPLY, pointer, node, "fallback").isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = named(TemplateKind.REPLY, pointer, node, "template");
        named.ifPresent(
                template -> refuseQueueWithoutWords(pointer, node.path("queue").asText(), template));
        return named.map(template -> new Consequence.Escalate(
                node.path("queue").asText(),
                Priority.valueOf(node.path("priority").asText()),
                template,
                Nodes.textOrNull(node, "reasonCode"),
                Nodes.textOrNull(node, "fallback"),
                node.path("alsoWhenBlocked").asBoolean(false)));
    }

    private void refuseQueueWithoutWords(String pointer, String queue, String template) {
        boolean missing = texts(TemplateKind.REPLY, template)
                .anyMatch(text -> !text.byQueue().isEmpty() && !text.byQueue().containsKey(queue));
        if (missing) {
            diagnostics.report(
                    document.position(PositionedYaml.member(pointer, "queue")),
                    "'" + template + "' tells the customer which queue it is, and has no words for '" + queue
                            + "': add them to the variable");
        }
    }

    private Optional<Consequence> allowance(String pointer, JsonNode node) {
        if (node.has("label")
                && withoutQueue(TemplateKind.LABEL, pointer, node, "label").isEmpty()) {
            return Optional.empty();
        }
        if (node.has("scheme") && !node.has("label")) {
            diagnostics.report(
                    document.keyPosition(PositionedYaml.member(pointer, "scheme")),
                    "a scheme is that of a label: add 'label', or remove it");
            return Optional.empty();
        }
        Set<Attachment> attachments = Nodes.texts(node.path("attach")).stream()
                .map(Attachment::ofWireName)
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(
                new Consequence.Allow(Nodes.textOrNull(node, "label"), Nodes.textOrNull(node, "scheme"), attachments));
    }

    private Optional<Consequence> annotation(String pointer, JsonNode node) {
        if (node.has("disclaimer") == node.has("label")) {
            diagnostics.report(
                    document.position(PositionedYaml.member(pointer, "action")),
                    "action annotate needs either 'disclaimer' or 'label': give one of them");
            return Optional.empty();
        }
        Side side = node.path("position").asText().equals("prepend") ? Side.PREPEND : Side.APPEND;
        return node.has("disclaimer")
                ? withoutQueue(TemplateKind.DISCLAIMER, pointer, node, "disclaimer")
                        .map(name -> new Consequence.Disclaim(name, side))
                : withoutQueue(TemplateKind.LABEL, pointer, node, "label")
                        .map(name -> new Consequence.Label(name, side, Nodes.textOrNull(node, "scheme")));
    }

    private Optional<String> reply(String pointer, JsonNode node) {
        return withoutQueue(TemplateKind.REPLY, pointer, node, "template");
    }

    private Optional<String> withoutQueue(TemplateKind kind, String pointer, JsonNode node, String key) {
        Optional<String> named = named(kind, pointer, node, key);
        named.ifPresent(name -> refuseQueue(kind, PositionedYaml.member(pointer, key), name));
        return named;
    }

    private void refuseQueue(TemplateKind kind, String pointer, String name) {
        if (texts(kind, name).anyMatch(text -> !text.byQueue().isEmpty())) {
            diagnostics.report(
                    document.position(pointer),
                    "'" + name + "' tells the customer which queue it is, and only an escalation has one: name another"
                            + " template");
        }
    }

    private Stream<Templates.Text> texts(TemplateKind kind, String name) {
        Templates.Template template =
                templates.byKind().getOrDefault(kind, Map.of()).get(name);
        return template == null ? Stream.empty() : template.texts().values().stream();
    }

    private Optional<String> named(TemplateKind kind, String pointer, JsonNode node, String key) {
        String name = node.path(key).asText();
        return refuseUnknown(kind, PositionedYaml.member(pointer, key), name) ? Optional.empty() : Optional.of(name);
    }

    private boolean refuseUnknown(TemplateKind kind, String pointer, String name) {
        if (templates.has(kind, name)) {
            return false;
        }
        List<String> known = templates.byKind().getOrDefault(kind, Map.of()).keySet().stream()
                .sorted()
                .toList();
        diagnostics.report(
                document.position(pointer),
                "no template '" + name + "' below templates." + kind.section() + ": "
                        + (known.isEmpty() ? "add it there" : "add it there, or " + Suggestion.mending(name, known)));
        return true;
    }

    private static Action action(JsonNode node) {
        return Action.ofWireName(node.path("action").asText());
    }
}

package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads the templates that stand below one section of a document, be it a policy or a template set. */
final class TemplateReader {
    private static final String AUDIENCES = "audiences";

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final String section;
    private final List<String> languages;
    private final UnaryOperator<String> reference;
    private final TemplateVariables variables;

    /**
     * @param section the pointer of the section
     * @param variables what texts may name
     * @param reference makes of {@code replies/sorry/default/en} what records call the text
     */
    TemplateReader(
            PositionedYaml document,
            Diagnostics diagnostics,
            String section,
            List<String> languages,
            UnaryOperator<String> reference,
            TemplateVariables variables) {
        this.variables = variables;
        this.document = document;
        this.diagnostics = diagnostics;
        this.section = section;
        this.languages = languages;
        this.reference = reference;
    }

    Map<TemplateKind, Map<String, Templates.Template>> templates() {
        Map<TemplateKind, Map<String, Templates.Template>> byKind = new EnumMap<>(TemplateKind.class);
        for (TemplateKind kind : TemplateKind.values()) {
            Map<String, Templates.Template> templates = new HashMap<>();
            document.tree()
                    .at(pointer(kind))
                    .properties()
                    .forEach(entry -> templates.put(entry.getKey(), template(kind, entry.getKey(), entry.getValue())));
            byKind.put(kind, templates);
        }
        return byKind;
    }

    Map<String, String> separators() {
        Map<String, String> separators = new HashMap<>();
        document.tree()
                .at(section + "/separators")
                .properties()
                .forEach(
                        entry -> separators.put(entry.getKey(), entry.getValue().asText()));
        return separators;
    }

    /** Reports every template that leaves somebody without a text, as it stands in this document. */
    void refuseIncomplete(Map<TemplateKind, Map<String, Templates.Template>> templates) {
        templates.forEach((kind, named) -> new TreeMap<>(named).forEach((name, template) -> {
            List<String> missing = languages.stream()
                    .filter(language -> !template.languages().contains(language))
                    .toList();
            if (!missing.isEmpty()) {
                String own = PositionedYaml.member(pointer(kind), name);
                boolean written = !document.tree().at(own).isMissingNode();
                diagnostics.report(
                        written
                                ? document.keyPosition(PositionedYaml.member(own, Templates.DEFAULT_CHANNEL))
                                : document.position(section),
                        (written ? "" : "template '" + kind.section() + "/" + name + "': ") + "no text in "
                                + String.join(", ", missing)
                                + ": the default channel has to speak every language of metadata.languages");
            }
        }));
    }

    /** Reports every text that does not fit a channel on which it would be read. */
    void refuseUnfit(Map<TemplateKind, Map<String, Templates.Template>> templates, Map<String, ChannelForm> channels) {
        new TreeMap<>(channels)
                .forEach((channel, form) -> templates.forEach((kind, named) -> {
                    if (kind != TemplateKind.MASK) {
                        new TreeMap<>(named)
                                .forEach((name, template) -> refuseUnfit(kind, name, template, channel, form));
                    }
                }));
    }

    private void refuseUnfit(
            TemplateKind kind, String name, Templates.Template template, String channel, ChannelForm form) {
        String own = PositionedYaml.member(pointer(kind), name);
        Set<String> audiences = new TreeSet<>(Set.of(Addressee.EVERYBODY));
        template.texts().keySet().forEach(known -> audiences.add(known.audience()));
        for (String language : languages) {
            boolean has = template.texts().containsKey(new Templates.Form(Addressee.EVERYBODY, channel, language));
            if (form.own().contains(kind) && !has) {
                diagnostics.report(
                        document.keyPosition(own),
                        kind.section() + "/" + name + " has no text of its own for channel " + channel + " in "
                                + language + ", and the channel asks for one: add it");
            }
            for (String audience : audiences) {
                template.find(new Templates.Form(audience, channel, language))
                        .filter(text -> text.length() > form.longest())
                        .ifPresent(text -> diagnostics.report(
                                document.keyPosition(own),
                                text.reference() + " has " + text.length() + " characters, and channel " + channel
                                        + " carries " + form.longest() + ": write a shorter one for it"));
            }
        }
    }

    private String pointer(TemplateKind kind) {
        return PositionedYaml.member(section, kind.section());
    }

    private Templates.Template template(TemplateKind kind, String name, JsonNode node) {
        Map<Templates.Form, Templates.Text> texts = new HashMap<>();
        String pointer = PositionedYaml.member(pointer(kind), name);
        node.properties().forEach(entry -> {
            String place = PositionedYaml.member(pointer, entry.getKey());
            if (entry.getKey().equals(AUDIENCES)) {
                entry.getValue().properties().forEach(audience -> {
                    String its = PositionedYaml.member(place, audience.getKey());
                    audience.getValue()
                            .properties()
                            .forEach(channel -> texts.putAll(texts(
                                    PositionedYaml.member(its, channel.getKey()),
                                    kind.section() + "/" + name + "/" + channel.getKey() + "/" + audience.getKey(),
                                    new Templates.Form(audience.getKey(), channel.getKey(), ""),
                                    channel.getValue())));
                });
            } else {
                texts.putAll(texts(
                        place,
                        kind.section() + "/" + name + "/" + entry.getKey(),
                        new Templates.Form(Addressee.EVERYBODY, entry.getKey(), ""),
                        entry.getValue()));
            }
        });
        return new Templates.Template(texts);
    }

    private Map<Templates.Form, Templates.Text> texts(
            String pointer, String path, Templates.Form form, JsonNode byLanguage) {
        Map<Templates.Form, Templates.Text> texts = new HashMap<>();
        byLanguage.properties().forEach(text -> {
            String language = text.getKey();
            if (!languages.contains(language)) {
                diagnostics.report(
                        document.keyPosition(PositionedYaml.member(pointer, language)),
                        "'" + language + "' is not one of metadata.languages: add it there, or remove this text");
            }
            variables
                    .flaws(text.getValue().asText())
                    .forEach(flaw ->
                            diagnostics.report(document.position(PositionedYaml.member(pointer, language)), flaw));
            texts.put(
                    new Templates.Form(form.audience(), form.channel(), language),
                    new Templates.Text(
                            reference.apply(path + "/" + language),
                            text.getValue().asText()));
        });
        return texts;
    }
}

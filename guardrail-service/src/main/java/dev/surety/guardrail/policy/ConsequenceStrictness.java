package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Tells whether one consequence, or one list of them, protects at least as well as another. */
final class ConsequenceStrictness {
    /** What takes the place of the bot's words, and with them of what a disclaimer would have to limit. */
    private static final Set<Action> REPLACING = Set.of(Action.BLOCK, Action.ESCALATE, Action.REPLACE);

    private ConsequenceStrictness() {}

    /**
     * Whether a rule that comes to {@code child} protects at least as well as one that comes to {@code parent}, in
     * every exchange: either each place asks for as much under the same condition, or the child always comes to
     * something that is as strict as the strictest of the parent's.
     */
    static boolean holds(JsonNode parent, JsonNode child) {
        return placeByPlace(parent, child) || whatever(parent, child);
    }

    private static boolean placeByPlace(JsonNode parent, JsonNode child) {
        if (parent.size() != child.size()) {
            return false;
        }
        for (int i = 0; i < parent.size(); i++) {
            if (!parent.get(i).path("if").equals(child.get(i).path("if")) || !atLeast(parent.get(i), child.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean whatever(JsonNode parent, JsonNode child) {
        if (child.isEmpty() || child.get(child.size() - 1).has("if")) {
            return false;
        }
        for (JsonNode mine : child) {
            for (JsonNode theirs : parent) {
                if (!atLeast(theirs, mine)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether {@code child} protects at least as well as {@code parent}. */
    static boolean atLeast(JsonNode parent, JsonNode child) {
        Action action = action(child);
        return switch (action(parent)) {
            case BLOCK -> action == Action.BLOCK;
            // Blocking delivers less, but brings no human, and the human is what the parent asks for.
            case ESCALATE ->
                action == Action.ESCALATE
                        && priority(child).compareTo(priority(parent)) <= 0
                        && (!stands(parent) || stands(child));
            case REPLACE -> REPLACING.contains(action);
            // A code that is the same for the same value tells more of it than its kind alone.
            case REDACT ->
                REPLACING.contains(action)
                        || (action == Action.REDACT && style(child).compareTo(style(parent)) <= 0);
            case ANNOTATE ->
                (REPLACING.contains(action) && !parent.has("label"))
                        || (action == Action.ANNOTATE && sameText(parent, child));
            case ALLOW ->
                (!parent.has("label") || sameText(parent, child))
                        && (REPLACING.contains(action) || attachments(child).containsAll(attachments(parent)));
        };
    }

    private static boolean sameText(JsonNode parent, JsonNode child) {
        return parent.path("disclaimer").equals(child.path("disclaimer"))
                && parent.path("label").equals(child.path("label"))
                && parent.path("scheme").equals(child.path("scheme"));
    }

    /** Whether the human comes even when another rule blocks. */
    private static boolean stands(JsonNode escalation) {
        return escalation.path("alsoWhenBlocked").asBoolean(false);
    }

    private static List<String> attachments(JsonNode consequence) {
        return Nodes.texts(consequence.path("attach"));
    }

    private static Action action(JsonNode consequence) {
        return Action.ofWireName(consequence.path("action").asText());
    }

    private static MaskStyle style(JsonNode consequence) {
        return MaskStyle.ofWireName(consequence.path("style").asText(MaskStyle.LABEL.name()));
    }

    private static Priority priority(JsonNode consequence) {
        return Priority.valueOf(consequence.path("priority").asText(Priority.P4.name()));
    }
}

package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two wordings of one rule: what the second may not do unless the first lets it. Where it cannot be told
 * whether a change loosens, it is taken to.
 */
final class RuleStrictness {
    private static final String OVERRIDABLE = "overridable";
    private static final String FAIL_OPEN = "fail_open";
    /** Members by which a rule is more than strict or loose: another value makes it another rule. */
    private static final Map<String, String> IDENTITY = Map.of(
            "when", "the condition is another one",
            "score", "the score is computed in another way",
            "check", "the rule speaks for another check",
            "reasonCode", "the reason is another one",
            "cover", "the line of cover is another one");

    private final ConditionEngine engine;
    private final ThresholdStrictness thresholds;

    RuleStrictness(ConditionEngine engine) {
        this.engine = engine;
        this.thresholds = new ThresholdStrictness(engine);
    }

    /**
     * Everything in which {@code child} asks for less.
     *
     * @param parentOnError what holds for the parent's rule where it does not say itself
     * @param childOnError the same for the child's
     */
    List<Loosening> between(JsonNode parent, String parentOnError, JsonNode child, String childOnError) {
        JsonNode allowed = parent.path(OVERRIDABLE);
        List<Loosening> found = new ArrayList<>();
        if (!allowed.asBoolean(false)) {
            identity(parent, child, allowed, found);
            sets(parent, child, allowed, found);
            flags(parent, parentOnError, child, childOnError, allowed, found);
            thresholds.between(parent, child, allowed).ifPresent(found::add);
            if (!may(allowed, "then") && !ConsequenceStrictness.holds(parent.path("then"), child.path("then"))) {
                found.add(new Loosening(
                        "/then",
                        "a consequence is weaker: keep the conditions and give each at least what stands there; to do"
                                + " something else besides, add a rule"));
            }
            permissions(allowed, child.path(OVERRIDABLE), found);
        }
        return found;
    }

    private static void identity(JsonNode parent, JsonNode child, JsonNode allowed, List<Loosening> found) {
        IDENTITY.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(member -> {
            JsonNode before = parent.path(member.getKey());
            boolean added = before.isMissingNode() && member.getKey().equals("cover");
            if (!before.equals(child.path(member.getKey())) && !added && !may(allowed, member.getKey())) {
                found.add(new Loosening(
                        "/" + member.getKey(), member.getValue() + ": leave it out here, or add a rule of your own"));
            }
        });
    }

    private void sets(JsonNode parent, JsonNode child, JsonNode allowed, List<Loosening> found) {
        Set<String> left = new HashSet<>(Nodes.texts(parent.path("stage")));
        Nodes.texts(child.path("stage")).forEach(left::remove);
        if (!left.isEmpty() && !may(allowed, "stage")) {
            found.add(new Loosening("/stage", "stage " + joined(left) + " is left out: add it"));
        }
        if (parent.path("categories").equals(child.path("categories")) || may(allowed, "categories")) {
            return;
        }
        Set<String> dropped = new HashSet<>(Nodes.texts(parent.path("categories")));
        Nodes.texts(child.path("categories")).forEach(dropped::remove);
        Trend trend = engine.trend(parent.path("when").asText(), Vocabulary.SCORE);
        if (!parent.has("categories")) {
            found.add(new Loosening("/categories", "fewer categories belong to the rule: leave them out here"));
        } else if (!dropped.isEmpty()) {
            found.add(new Loosening("/categories", "category " + joined(dropped) + " is left out: add it"));
        } else if (trend != Trend.RISES && trend != Trend.STAYS) {
            found.add(new Loosening(
                    "/categories", "with more categories the rule may fire less: add a rule of your own for them"));
        }
    }

    private static void flags(
            JsonNode parent,
            String parentOnError,
            JsonNode child,
            String childOnError,
            JsonNode allowed,
            List<Loosening> found) {
        if (parent.path("enforced").asBoolean(true)
                && !child.path("enforced").asBoolean(true)
                && !may(allowed, "enforced")) {
            found.add(new Loosening("/enforced", "the rule would only observe: remove this"));
        }
        boolean opens = child.path("onError").asText(childOnError).equals(FAIL_OPEN)
                && !parent.path("onError").asText(parentOnError).equals(FAIL_OPEN);
        if (opens && !may(allowed, "onError")) {
            found.add(new Loosening("/onError", "the rule would fail open: write fail_closed"));
        }
    }

    /** Only who answers for a rule may say what others may do with it. */
    private static void permissions(JsonNode allowed, JsonNode claimed, List<Loosening> found) {
        if (claimed.isMissingNode() || claimed.equals(allowed)) {
            return;
        }
        boolean more = claimed.asBoolean(false)
                || claimed.properties().stream().anyMatch(member -> {
                    JsonNode given = allowed.path(member.getKey());
                    return !given.asBoolean(false) && !given.equals(member.getValue());
                });
        if (more) {
            found.add(new Loosening("/" + OVERRIDABLE, "it lets others change more: leave it out, or narrow it"));
        }
    }

    private static boolean may(JsonNode allowed, String member) {
        return allowed.path(member).asBoolean(false);
    }

    private static String joined(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}

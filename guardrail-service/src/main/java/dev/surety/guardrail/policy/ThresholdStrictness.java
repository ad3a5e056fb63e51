package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;

/** Tells which of two thresholds of one rule is the stricter, as far as the rule's condition tells it. */
final class ThresholdStrictness {
    private final ConditionEngine engine;

    ThresholdStrictness(ConditionEngine engine) {
        this.engine = engine;
    }

    /**
     * Where the second wording of a rule would fire less than the first.
     *
     * @param allowed what the first lets others change
     */
    Optional<Loosening> between(JsonNode parent, JsonNode child, JsonNode allowed) {
        Optional<Thresholds> before = Thresholds.of(parent);
        Optional<Thresholds> after = Thresholds.of(child);
        if (before.isEmpty() || after.isEmpty() || allowed.path("threshold").asBoolean(false)) {
            return Optional.empty();
        }
        Trend trend = trend(parent);
        boolean perProfile = Thresholds.perProfile(parent) || Thresholds.perProfile(child);
        for (Profile profile : Profile.values()) {
            Optional<String> mending =
                    mending(before.get().under(profile), after.get().under(profile), trend, allowed.path("threshold"));
            if (mending.isPresent()) {
                String where = perProfile ? " with profile " + profile.wireName() : "";
                String how = Thresholds.perProfile(parent) && !Thresholds.perProfile(child)
                        ? "; or give one for each profile, as stands there"
                        : "";
                return Optional.of(new Loosening("/threshold", mending.get().formatted(where) + how));
            }
        }
        return Optional.empty();
    }

    /** How to mend it, with a place for the profile in words; empty when nothing loosens. */
    private static Optional<String> mending(BigDecimal was, BigDecimal is, Trend trend, JsonNode bounds) {
        if (is.compareTo(was) == 0 || tighter(was, is, trend)) {
            return Optional.empty();
        }
        if (bounds.isObject()) {
            BigDecimal least =
                    bounds.path("least").isNumber() ? bounds.path("least").decimalValue() : BigDecimal.ZERO;
            BigDecimal most =
                    bounds.path("most").isNumber() ? bounds.path("most").decimalValue() : BigDecimal.ONE;
            return is.compareTo(least) >= 0 && is.compareTo(most) <= 0
                    ? Optional.empty()
                    : Optional.of("the threshold%s may be set from " + least.toPlainString() + " to "
                            + most.toPlainString() + " only: choose one of these");
        }
        return Optional.of("the rule would fire less%s: "
                + switch (trend) {
                    case FALLS -> "give at most " + was.toPlainString();
                    case RISES -> "give at least " + was.toPlainString();
                    case STAYS, UNKNOWN ->
                        "keep " + was.toPlainString() + ", because its condition does not tell which way is stricter";
                });
    }

    private static boolean tighter(BigDecimal was, BigDecimal is, Trend trend) {
        return (trend == Trend.FALLS && is.compareTo(was) < 0) || (trend == Trend.RISES && is.compareTo(was) > 0);
    }

    /** Why the thresholds of a rule do not stand in the order of their profiles; empty when they do. */
    Optional<String> disorder(JsonNode rule) {
        Trend trend = trend(rule);
        if (trend != Trend.FALLS && trend != Trend.RISES) {
            return Optional.of("its condition does not tell which way is stricter: give one number for all profiles");
        }
        Thresholds thresholds = Thresholds.of(rule).orElseThrow();
        Profile stricter = Profile.STRICT;
        for (Profile laxer : EnumSet.range(Profile.BALANCED, Profile.PERMISSIVE)) {
            if (tighter(thresholds.under(stricter), thresholds.under(laxer), trend)) {
                return Optional.of("with profile " + laxer.wireName() + " the rule would fire more often than with "
                        + stricter.wireName() + ": give " + laxer.wireName()
                        + (trend == Trend.FALLS ? " at least " : " at most ")
                        + thresholds.under(stricter).toPlainString());
            }
            stricter = laxer;
        }
        return Optional.empty();
    }

    /** A threshold that branches ask for, or by which a rule chooses what to mask, can pull in two directions. */
    private Trend trend(JsonNode rule) {
        Trend trend = engine.trend(rule.path("when").asText(), Vocabulary.THRESHOLD);
        for (JsonNode branch : rule.path("then")) {
            boolean asks =
                    branch.has("if") && engine.trend(branch.path("if").asText(), Vocabulary.THRESHOLD) != Trend.STAYS;
            boolean masks = branch.path("action").asText().equals(Action.REDACT.wireName());
            if (asks || (masks && trend == Trend.RISES)) {
                return Trend.UNKNOWN;
            }
        }
        return trend;
    }
}

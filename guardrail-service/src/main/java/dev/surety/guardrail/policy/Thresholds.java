package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a rule compares its score with under each profile; a rule that gives one number gives it for all of them. */
record Thresholds(Map<Profile, BigDecimal> values) {
    Thresholds {
        values = Map.copyOf(values);
        if (values.size() != Profile.values().length) {
            throw new IllegalArgumentException("a threshold is missing: " + values.keySet());
        }
    }

    /** Those that a rule gives; none where it compares with nothing. */
    static Optional<Thresholds> of(JsonNode rule) {
        JsonNode node = rule.path("threshold");
        if (node.isNumber()) {
            return Optional.of(each(profile -> node.decimalValue()));
        }
        return node.isObject()
                ? Optional.of(each(profile -> node.path(profile.wireName()).decimalValue()))
                : Optional.empty();
    }

    private static Thresholds each(Function<Profile, BigDecimal> value) {
        return new Thresholds(Arrays.stream(Profile.values())
                .collect(Collectors.toMap(
                        Function.identity(), value, (one, other) -> one, () -> new EnumMap<>(Profile.class))));
    }

    /** Whether a rule gives one per profile. */
    static boolean perProfile(JsonNode rule) {
        return rule.path("threshold").isObject();
    }

    BigDecimal under(Profile profile) {
        BigDecimal value = values.get(profile);
        if (value == null) {
            throw new IllegalStateException("checked when made");
        }
        return value;
    }
}

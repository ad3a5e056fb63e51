package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.PerMille;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the thresholds of rules: the profile of a rule's check says which one counts. */
final class ThresholdCompiler {
    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final ThresholdStrictness strictness;
    private final Set<String> profiled = new HashSet<>();

    ThresholdCompiler(PositionedYaml document, Diagnostics diagnostics, ConditionEngine engine) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.strictness = new ThresholdStrictness(engine);
    }

    /**
     * What the rule compares its score with; null when it compares with nothing.
     *
     * @param check the check that the rule speaks for
     */
    @Nullable
    Integer perMille(String pointer, JsonNode rule, String check) {
        if (Thresholds.perProfile(rule)) {
            profiled.add(check);
            if (check.equals(Rule.NO_CHECK)) {
                diagnostics.report(
                        document.keyPosition(pointer + "/threshold"),
                        "the rule speaks for no check that could choose a profile: give one number");
            } else {
                strictness
                        .disorder(rule)
                        .ifPresent(why -> diagnostics.report(document.keyPosition(pointer + "/threshold"), why));
            }
        }
        Profile profile = Profile.of(document.tree().path("checks").path(check));
        return Thresholds.of(rule)
                .map(thresholds -> PerMille.of(thresholds.under(profile).doubleValue()))
                .orElse(null);
    }

    /** Reports a threshold that no condition asks for, and a condition that asks for one that is not there. */
    void refuseOutOfPlace(
            String pointer, JsonNode rule, Optional<Expression<Boolean>> when, List<Rule.Branch> branches) {
        if (when.isEmpty()) {
            return;
        }
        boolean asked = when.get().inputs().contains(Vocabulary.THRESHOLD)
                || branches.stream()
                        .map(Rule.Branch::condition)
                        .anyMatch(condition ->
                                condition != null && condition.inputs().contains(Vocabulary.THRESHOLD));
        if (asked && !rule.has("threshold")) {
            diagnostics.report(
                    document.position(pointer + "/when"),
                    "the condition asks for 'threshold', but the rule gives none: add 'threshold: 0.5' or the like");
        }
        if (!asked && rule.has("threshold")) {
            diagnostics.report(
                    document.keyPosition(pointer + "/threshold"),
                    "no condition of this rule asks for 'threshold': write it into the condition, or remove it");
        }
    }

    /** Reports profiles that choose nothing; to be asked after all rules were read. */
    void refuseIdleProfiles() {
        document.tree().path("checks").properties().forEach(check -> {
            if (check.getValue().has(Profile.MEMBER) && !profiled.contains(check.getKey())) {
                String pointer = PositionedYaml.member("/checks", check.getKey());
                diagnostics.report(
                        document.keyPosition(PositionedYaml.member(pointer, Profile.MEMBER)),
                        "no rule of check '" + check.getKey() + "' has a threshold for each profile: give one as"
                                + " 'threshold: {strict: 0.4, balanced: 0.5, permissive: 0.7}', or remove this");
            }
        });
    }
}

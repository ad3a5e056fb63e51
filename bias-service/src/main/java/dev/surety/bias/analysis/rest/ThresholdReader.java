package dev.surety.bias.analysis.rest;

import dev.surety.bias.BiasConfig;
import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.analysis.rest.Violations.Range;
import org.jspecify.annotations.Nullable;

/** Puts the configured defaults where a request sets no threshold of its own. */
final class ThresholdReader {
    private static final GroupComparison.ThresholdChoice NOTHING =
            new GroupComparison.ThresholdChoice(null, null, null, null, null, null, null, null, null);

    private final BiasConfig.Threshold defaults;
    private final Violations violations;

    ThresholdReader(BiasConfig.Threshold defaults, Violations violations) {
        this.defaults = defaults;
        this.violations = violations;
    }

    Thresholds read(GroupComparison.@Nullable ThresholdChoice given) {
        GroupComparison.ThresholdChoice choice = given == null ? NOTHING : given;
        String at = "/thresholds/";
        return new Thresholds(
                violations.number(choice.alpha(), defaults.alpha(), Range.ALPHA, at + "alpha"),
                violations.number(choice.failMargin(), defaults.failMargin(), Range.SHARE, at + "failMargin"),
                violations.number(
                        choice.equivalenceMargin(),
                        defaults.equivalenceMargin(),
                        Range.POSITIVE_SHARE,
                        at + "equivalenceMargin"),
                violations.number(
                        choice.minimumRatio(), defaults.minimumRatio(), Range.POSITIVE_SHARE, at + "minimumRatio"),
                evidence(choice, at));
    }

    private Thresholds.Evidence evidence(GroupComparison.ThresholdChoice choice, String at) {
        Integer templates = choice.minimumTemplates();
        return new Thresholds.Evidence(
                violations.whole(
                        choice.minimumGroupSize(),
                        defaults.minimumGroupSize(),
                        1,
                        Integer.MAX_VALUE,
                        at + "minimumGroupSize"),
                violations.whole(
                        choice.minimumReferenceSize(),
                        defaults.minimumReferenceSize(),
                        1,
                        Integer.MAX_VALUE,
                        at + "minimumReferenceSize"),
                violations.number(
                        choice.minimumReferenceShare(),
                        defaults.minimumReferenceShare(),
                        Range.SHARE,
                        at + "minimumReferenceShare"),
                Math.toIntExact(violations.whole(
                        templates == null ? null : Long.valueOf(templates),
                        defaults.minimumTemplates(),
                        2,
                        Integer.MAX_VALUE,
                        at + "minimumTemplates")),
                violations.number(
                        choice.maximumMissingShare(),
                        defaults.maximumMissingShare(),
                        Range.SHARE,
                        at + "maximumMissingShare"));
    }
}

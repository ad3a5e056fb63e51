package dev.surety.bias.analysis.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of groups that are to be compared: either counts of independent groups, or pairs. Everything may be missing
 * here; {@link ComparisonReader} says what is required and puts the defaults in.
 *
 * @param reference the group that the others are compared with; without it, the one with the highest favourable rate
 * @param gating metrics that decide the overall verdict
 * @param correction {@code holm}, {@code benjamini-hochberg} or {@code none}
 * @param estimand {@code generalising} or {@code fixed}; for pairs only
 * @param seed of random draws, for pairs only
 */
public record GroupComparison(
        @Nullable List<@Nullable GroupCount> counts,
        @Nullable Pairs pairs,
        @Nullable String reference,
        @Nullable ThresholdChoice thresholds,
        @Nullable List<@Nullable String> gating,
        @Nullable String correction,
        @Nullable String estimand,
        @Nullable Long seed) {

    /** The outcomes of one group. */
    public record GroupCount(
            @Nullable String group,
            @Nullable Long favourable,
            @Nullable Long total) {}

    /**
     * Cases that were put to every group.
     *
     * @param groups the declared groups; one of them without outcomes is a finding, not an omission
     */
    public record Pairs(
            @Nullable List<@Nullable String> groups,
            @Nullable List<@Nullable PairedBlock> blocks) {}

    /**
     * One case, or {@code times} cases with the same result.
     *
     * @param block an identifier of the case within its template; optional, but unique
     * @param outcomes by group: favourable or not; null or absent means that no answer came
     */
    public record PairedBlock(
            @Nullable String template,
            @Nullable String block,
            @Nullable Map<String, @Nullable Boolean> outcomes,
            @Nullable Long times) {}

    /** Thresholds that differ from the configured ones. */
    public record ThresholdChoice(
            @Nullable Double alpha,
            @Nullable Double failMargin,
            @Nullable Double equivalenceMargin,
            @Nullable Double minimumRatio,
            @Nullable Long minimumGroupSize,
            @Nullable Long minimumReferenceSize,
            @Nullable Double minimumReferenceShare,
            @Nullable Integer minimumTemplates,
            @Nullable Double maximumMissingShare) {}
}

package dev.surety.contracts.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody thinks of a decision. */
public enum FeedbackVerdict {
    /** It stopped or changed what was in order. */
    @JsonProperty("false-positive")
    FALSE_POSITIVE,
    /** It let through what was not in order. */
    @JsonProperty("false-negative")
    FALSE_NEGATIVE,
    /** It was right. */
    @JsonProperty("correct")
    CORRECT
}

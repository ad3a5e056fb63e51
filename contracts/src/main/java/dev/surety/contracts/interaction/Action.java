package dev.surety.contracts.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may happen with a text, strongest first: the strongest enforced result of an evaluation wins. */
public enum Action {
    @JsonProperty("block")
    BLOCK,
    @JsonProperty("escalate")
    ESCALATE,
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("redact")
    REDACT,
    @JsonProperty("annotate")
    ANNOTATE,
    @JsonProperty("allow")
    ALLOW
}

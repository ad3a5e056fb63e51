package dev.surety.contracts.interaction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which text of the exchange was judged: what the customer wrote, or what the bot wants to answer. */
public enum Stage {
    @JsonProperty("input")
    INPUT,
    @JsonProperty("output")
    OUTPUT
}

package dev.surety.escalation.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a human was needed, as the agent who resolved the case judges it afterwards. */
public enum RootCause {
    /** The knowledge base has no answer. */
    KNOWLEDGE_GAP,
    /** The knowledge base has an answer that is no longer true. */
    OUTDATED_CONTENT,
    /** The bot had what it needed and still answered wrongly. */
    WRONG_ANSWER,
    /** The bot's answer was fine; the policy should not have asked for a human. */
    POLICY_TOO_STRICT,
    /** The company's own process caused it. */
    PROCESS,
    /** The customer wanted a human. */
    CUSTOMER_REQUEST,
    /** None of the others. */
    OTHER;

    /** The name in the interface, in events and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The cause with that code; empty for any other text. */
    public static Optional<RootCause> of(String code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code().equals(code))
                .findFirst();
    }
}

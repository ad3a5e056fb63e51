package dev.surety.guardrail.evaluation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for one kind of thing in an exchange. A check is thread-safe and, unless it is a {@link WaitingCheck}, pure and
 * deterministic, and its time grows linearly with the text, whatever the text is. It reports what it sees and never decides: thresholds and
 * consequences are the policy's. Besides its {@link #values()} every condition may ask for {@code checks.<name>.score}
 * (decimal), {@code checks.<name>.findings} (list of {@code {category, path, start, end, score}}) and
 * {@code checks.<name>.scores} (the highest score of each category); these three names are taken.
 */
public interface Check {
    /** The name in policies and results: lower-case letters. */
    String name();

    /** Counts up whenever the check may answer differently than before; part of every policy's digest. */
    int version();

    /** The languages that the check reads; empty when it does not depend on language. */
    Set<Locale> languages();

    /** The settings that policies may give; a setting that is not given has a default, documented at the check. */
    Map<String, Setting> settings();

    /** Those of the {@link #settings()} that a policy has to give. */
    default Set<String> required() {
        return Set.of();
    }

    /**
     * What the check rests on besides its version and settings, for example a model that is installed here; part of the
     * policy's digest. Empty when there is nothing.
     */
    default Optional<String> restsOn(CheckSettings settings) {
        return Optional.empty();
    }

    /** The values that conditions may ask for, which every result carries. */
    Map<String, ValueType> values();

    /**
     * How much of the answer has to be there before what the check says about a place in it is final. Whatever is
     * narrower than {@link Reach#WHOLE} is a promise on which streams release text.
     */
    default Reach reach(CheckSettings settings) {
        return Reach.WHOLE;
    }

    /** Examines the exchange. */
    CheckResult examine(Exchange exchange, CheckSettings settings);
}

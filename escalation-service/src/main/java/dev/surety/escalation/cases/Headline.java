package dev.surety.escalation.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Says in one plain sentence why a human is needed: in the words that the installation has for the reason code, else in
 * those of the rule that fired.
 */
public final class Headline {
    private static final String UNEXPLAINED = "The policy asked for a human.";

    private final Map<String, String> sentences;

    /**
     * Takes the installation's words.
     *
     * @param sentences one sentence per reason code
     */
    public Headline(Map<String, String> sentences) {
        this.sentences = Map.copyOf(sentences);
    }

    /** The sentence for a decision with these reason codes and reasons, most urgent first. */
    public String of(List<String> reasonCodes, List<Reason> reasons) {
        return Stream.concat(
                        reasonCodes.stream().filter(sentences::containsKey).map(sentences::get),
                        reasons.stream().map(Reason::message))
                .filter(sentence -> !sentence.isBlank())
                .findFirst()
                .orElse(UNEXPLAINED);
    }
}

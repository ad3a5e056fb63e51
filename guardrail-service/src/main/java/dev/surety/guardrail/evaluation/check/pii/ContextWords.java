package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that make a bare number mean something, by what they announce; read from {@code pii/context.txt}. */
final class ContextWords {
    private final Map<String, List<String>> words;

    private ContextWords(Map<String, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    static ContextWords load() {
        Map<String, List<String>> words = new HashMap<>();
        for (DataLine line : DataLines.of("pii/context.txt")) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'name = word | word'");
            }
            words.put(
                    line.text().substring(0, equals).strip(),
                    Arrays.stream(line.text().substring(equals + 1).split("\\|", -1))
                            .map(String::strip)
                            .toList());
        }
        return new ContextWords(words);
    }

    /** The words that announce {@code what}. */
    List<String> of(String what) {
        List<String> found = words.get(what);
        if (found == null) {
            throw new IllegalStateException("pii/context.txt has no words for " + what);
        }
        return found;
    }
}

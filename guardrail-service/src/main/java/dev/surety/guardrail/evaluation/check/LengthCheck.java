package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How long the judged text is, and how much of it repeats itself. Characters are Unicode code points. Repetition is the
 * share of three-word sequences that stood before in the same text; a text of few words has none. Which length is too
 * long depends on the channel and is the policy's to say; the score is the repetition.
 */
public final class LengthCheck implements Check {
    private static final int FEW_WORDS = 12;

    @Override
    public String name() {
        return "length";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "characters", ValueType.INTEGER,
                "words", ValueType.INTEGER,
                "sentences", ValueType.INTEGER,
                "repetition", ValueType.DECIMAL);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        String text = exchange.subject();
        List<Word> words = Words.of(text);
        int repetition = PerMille.of(repetition(words));
        return new CheckResult(
                repetition,
                List.of(),
                Map.of(
                        "characters",
                        (long) text.codePointCount(0, text.length()),
                        "words",
                        (long) words.size(),
                        "sentences",
                        words.stream().mapToInt(Word::sentence).distinct().count(),
                        "repetition",
                        PerMille.decimal(repetition)));
    }

    private record Sequence(String first, String second, String third) {}

    private static double repetition(List<Word> words) {
        if (words.size() < FEW_WORDS) {
            return 0.0;
        }
        Set<Sequence> seen = new HashSet<>();
        int repeated = 0;
        int sequences = words.size() - 2;
        for (int i = 0; i < sequences; i++) {
            Sequence sequence = new Sequence(
                    words.get(i).text(),
                    words.get(i + 1).text(),
                    words.get(i + 2).text());
            repeated += seen.add(sequence) ? 0 : 1;
        }
        return (double) repeated / sequences;
    }
}

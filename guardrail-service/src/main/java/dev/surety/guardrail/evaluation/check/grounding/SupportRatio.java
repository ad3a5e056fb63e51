package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.PerMille;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of an answer's wording stands in its sources: the mean of the shares of all its words, of its telling words,
 * and of the words of the sentence that has the least. An answer that speaks of itself ("I love it") says something
 * that no source can carry, and loses a little. Words are compared without their inflection.
 *
 * <p>After the finding that word overlap separates attributable from other answers about as well as trained models do
 * (Dziri et al., "Evaluating Attribution in Dialogue Systems: The BEGIN Benchmark", TACL 2022).
 */
public final class SupportRatio {
    private static final double SPEAKS_OF_ITSELF = 0.15;
    private static final Set<String> SELF = Set.of(
            "i", "my", "me", "myself", "ich", "mein", "meine", "meinen", "mir", "mich", "je", "j", "mon", "ma", "mes",
            "moi");

    private SupportRatio() {}

    /** The ratio per mille; 0 for an answer without words. */
    public static int of(Reading answer, List<Reading> sources) {
        Set<String> known = new HashSet<>();
        sources.forEach(source -> known.addAll(source.stems()));
        Share all = new Share();
        Share telling = new Share();
        Share sentence = new Share();
        double least = 1;
        boolean self = false;
        for (int at = 0; at < answer.words().size(); at++) {
            boolean found = known.contains(answer.stems().get(at));
            boolean begins = at > 0
                    && answer.words().get(at).sentence()
                            != answer.words().get(at - 1).sentence();
            if (begins) {
                least = Math.min(least, sentence.value());
                sentence = new Share();
            }
            all.count(found);
            sentence.count(found);
            if (!answer.topics().get(at).isEmpty()
                    || Character.isDigit(answer.words().get(at).text().charAt(0))) {
                telling.count(found);
            }
            self |= SELF.contains(answer.words().get(at).text());
        }
        if (answer.words().isEmpty()) {
            return 0;
        }
        double mean = (all.value() + telling.value() + Math.min(least, sentence.value())) / 3;
        return PerMille.of(mean - (self ? SPEAKS_OF_ITSELF : 0));
    }

    private static final class Share {
        private int found;
        private int all;

        void count(boolean isFound) {
            found += isFound ? 1 : 0;
            all++;
        }

        double value() {
            return all == 0 ? 1 : (double) found / all;
        }
    }
}

package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.injection.AttackFeatures.Window;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic regression over {@link AttackFeatures}: it knows the rewordings of an attack that nobody wrote a phrase
 * for. Its weights ({@code injection/model.txt}) are per-mille of a logit and come from texts that a grammar in the
 * tests generates, so anybody can learn them again; each decision names the features that carried it.
 */
public final class AttackModel {
    private static final String RULE = "injection/model.txt";
    private static final String BIAS = "(bias)";
    private static final int NAMED_FEATURES = 4;
    /** Below this certainty the model says nothing: trigger words in honest texts reach higher than one would think. */
    private static final int CERTAIN = 900;
    /** What the model alone says stays below the scores of the phrases that only attacks have. */
    private static final int LOWEST_SCORE = 500;

    private static final int HIGHEST_SCORE = 790;

    private final AttackFeatures features = new AttackFeatures();
    private final int[] weights = new int[features.size()];
    private final int bias;

    /** Loads the weights. */
    public AttackModel() {
        int constant = 0;
        for (DataLine line : DataLines.of(RULE)) {
            int space = line.text().lastIndexOf(' ');
            String name = line.text().substring(0, space);
            int weight = Integer.parseInt(line.text().substring(space + 1));
            if (name.equals(BIAS)) {
                constant = weight;
            } else {
                weights[features.number(name)] = weight;
            }
        }
        bias = constant;
    }

    /** What the model takes for an attack in a text, and why; scores are 500 where it is just certain enough. */
    public Opinion examine(FoldedText text, List<Word> words) {
        List<PhraseHit> hits = new ArrayList<>();
        List<String> signals = List.of();
        int highest = 0;
        List<Window> windows = features.windows(text, words);
        // Who looks often finds something: the more windows, the more certain each of them has to be (Bonferroni).
        int doubt = (int) Math.round(1000.0 * Math.log(Math.max(1, windows.size())));
        for (Window window : windows) {
            int certainty = certainty(window, doubt);
            if (certainty >= CERTAIN) {
                int score = LOWEST_SCORE + (certainty - CERTAIN) * (HIGHEST_SCORE - LOWEST_SCORE) / (1000 - CERTAIN);
                hits.add(new PhraseHit(technique(window), RULE, score, window.start(), window.end()));
                if (score > highest) {
                    highest = score;
                    signals = signals(window);
                }
            }
        }
        return new Opinion(atHighest(hits, highest), signals);
    }

    /** The rule counts once for a text, so each of its places carries the strongest score. */
    private static List<PhraseHit> atHighest(List<PhraseHit> hits, int highest) {
        return hits.stream()
                .map(hit -> new PhraseHit(hit.category(), hit.rule(), highest, hit.start(), hit.end()))
                .toList();
    }

    private int certainty(Window window, int doubt) {
        int logit = bias - doubt;
        for (int feature : window.features()) {
            logit += weights[feature];
        }
        return (int) Math.round(1000.0 / (1.0 + Math.exp(-logit / 1000.0)));
    }

    private List<String> signals(Window window) {
        return Arrays.stream(window.features())
                .filter(feature -> weights[feature] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer feature) -> -weights[feature])
                        .thenComparing(feature -> feature))
                .limit(NAMED_FEATURES)
                .map(features::name)
                .toList();
    }

    private String technique(Window window) {
        Map<String, Integer> shares = new HashMap<>();
        for (int feature : window.features()) {
            if (weights[feature] > 0) {
                for (String concept : features.name(feature).split("[+~]", -1)) {
                    String technique = features.technique(concept);
                    if (technique != null) {
                        shares.merge(technique, weights[feature], Integer::sum);
                    }
                }
            }
        }
        return shares.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("override");
    }

    /**
     * What the model thinks of one text.
     *
     * @param signals the names of the features that carried the highest score, strongest first
     */
    public record Opinion(List<PhraseHit> hits, List<String> signals) {
        public Opinion {
            hits = List.copyOf(hits);
            signals = List.copyOf(signals);
        }
    }
}

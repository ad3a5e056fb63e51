package dev.surety.guardrail.evaluation.check.injection;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases of attacks in scripts without spaces ({@code injection/scripts.txt}): terms that follow one another at a short
 * distance. One pass finds all terms; per term only the phrases that it belongs to are moved on.
 */
public final class ScriptPhrases {
    private static final int LONGEST_GAP = 12;

    private final List<Phrase> phrases = new ArrayList<>();
    private final AhoCorasickDoubleArrayTrie<List<Step>> terms = new AhoCorasickDoubleArrayTrie<>();

    /** Loads the phrases. */
    public ScriptPhrases() {
        Map<String, List<Step>> steps = new TreeMap<>();
        for (DataLine line : DataLines.of("injection/scripts.txt")) {
            add(line, steps);
        }
        terms.build(steps);
    }

    private void add(DataLine line, Map<String, List<Step>> steps) {
        int colon = line.text().indexOf(':');
        String[] head = line.text().substring(0, Math.max(colon, 0)).strip().split(" ", -1);
        if (colon < 0 || head.length != 2) {
            throw new IllegalArgumentException(line.place() + ": expected 'category score : terms' in: " + line.text());
        }
        String[] groups = line.text().substring(colon + 1).split("\\.\\.", -1);
        int phrase = phrases.size();
        phrases.add(new Phrase(head[0], Integer.parseInt(head[1]), line.place(), groups.length));
        for (int group = 0; group < groups.length; group++) {
            for (String term : groups[group].split("\\|", -1)) {
                steps.computeIfAbsent(UnspacedText.plain(term), plain -> new ArrayList<>())
                        .add(new Step(phrase, group));
            }
        }
    }

    /** The phrases that stand in {@code text}, in the order in which they end. */
    public List<PhraseHit> match(FoldedText text) {
        if (!UnspacedText.isNeededFor(text)) {
            return List.of();
        }
        UnspacedText unspaced = UnspacedText.of(text);
        Progress[] progress = new Progress[phrases.size()];
        List<PhraseHit> hits = new ArrayList<>();
        terms.parseText(unspaced.letters(), (start, end, found) -> {
            for (Step step : found) {
                Phrase phrase = phrases.get(step.phrase());
                Progress own = progress[step.phrase()];
                if (own == null) {
                    own = new Progress(phrase.groups());
                    progress[step.phrase()] = own;
                }
                if (own.advance(step.group(), start, end)) {
                    int first = own.starts[step.group()];
                    hits.add(phrase.hit(unspaced.originalStart(first), unspaced.originalEnd(end)));
                }
            }
        });
        return hits;
    }

    private record Step(int phrase, int group) {}

    private record Phrase(String category, int scorePerMille, String place, int groups) {
        PhraseHit hit(int start, int end) {
            return new PhraseHit(category, place, scorePerMille, start, end);
        }
    }

    /** Where the latest beginning of one phrase has got to: per group its end, and where the whole began. */
    private static final class Progress {
        private final int[] starts;
        private final int[] ends;

        private Progress(int groups) {
            starts = new int[groups];
            ends = new int[groups];
            Arrays.fill(ends, -1);
        }

        /** Takes a term of {@code group} in; whether the phrase is complete with it. */
        private boolean advance(int group, int start, int end) {
            if (group > 0
                    && (ends[group - 1] < 0 || start < ends[group - 1] || start - ends[group - 1] > LONGEST_GAP)) {
                return false;
            }
            starts[group] = group == 0 ? start : starts[group - 1];
            ends[group] = end;
            return group == ends.length - 1;
        }
    }
}

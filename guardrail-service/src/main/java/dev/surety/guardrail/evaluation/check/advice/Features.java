package dev.surety.guardrail.evaluation.check.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * The features of a few sentences in a row with regard to one field. Their names are the same in every language, so
 * that a weight learned in one holds in all. A frame counts in two ways: {@code name*topic} where it stands in the
 * sentence that is about the field, {@code name~topic} where it only stands near it. Every feature but the bias grows
 * with the strength of the topic, so a text that is about nothing scores nothing, however it asks.
 */
final class Features {
    private static final double STRONG = 0.84;
    private static final int RICH = 4;
    private static final List<String> WITHOUT_FRAMES =
            List.of("bias", "topic", "strong", "rich", "phrase", "others", "story*topic", "bare*topic");

    private final List<String> names;
    private final int frames;

    Features(List<String> frameNames) {
        frames = frameNames.size();
        List<String> all = new ArrayList<>(WITHOUT_FRAMES);
        for (String frame : frameNames) {
            all.add(frame + "*topic");
            all.add(frame + "~topic");
        }
        names = List.copyOf(all);
    }

    /** The names of the features, in the order of their values. */
    List<String> names() {
        return names;
    }

    /** The values of all features, most of them 0. */
    double[] of(List<Sentence> window, Field field) {
        double topic = joint(window, field);
        double[] values = new double[names.size()];
        int hits =
                window.stream().mapToInt(sentence -> sentence.topicHits(field)).sum();
        values[0] = 1.0;
        values[1] = topic;
        values[2] = topic >= STRONG ? 1.0 : 0.0;
        values[3] = hits > 1 ? Math.min(hits, RICH) / (double) RICH : 0.0;
        values[4] = window.stream()
                .mapToDouble(sentence -> sentence.phrase(field))
                .max()
                .orElse(0);
        values[5] = others(window, field);
        values[6] = window.size() > 2 ? topic : 0.0;
        values[7] = isBare(window, field) ? topic : 0.0;
        addFrames(values, window, field, topic);
        return values;
    }

    private void addFrames(double[] values, List<Sentence> window, Field field, double topic) {
        for (int frame = 0; frame < frames; frame++) {
            double same = 0;
            boolean anywhere = false;
            for (Sentence sentence : window) {
                if (sentence.frames().get(frame)) {
                    anywhere = true;
                    same = Math.max(same, sentence.topic(field));
                }
            }
            int at = WITHOUT_FRAMES.size() + 2 * frame;
            values[at] = same;
            values[at + 1] = anywhere && same == 0 ? topic : 0.0;
        }
    }

    /** Whether no sentence that is about the field asks or answers anything. */
    private static boolean isBare(List<Sentence> window, Field field) {
        for (Sentence sentence : window) {
            if (sentence.topicHits(field) > 0 && !sentence.frames().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** How strongly the sentences together are about the field. */
    private static double joint(List<Sentence> window, Field field) {
        double doubt = 1.0;
        for (Sentence sentence : window) {
            doubt *= 1.0 - sentence.topic(field);
        }
        return 1.0 - doubt;
    }

    private static double others(List<Sentence> window, Field field) {
        double strongest = 0;
        for (Field other : Field.values()) {
            if (other != field) {
                strongest = Math.max(strongest, joint(window, other));
            }
        }
        return strongest;
    }
}

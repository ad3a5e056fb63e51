package dev.surety.guardrail.evaluation.check.advice;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of a few sentences in a row with regard to one field. Their names are the same in every language, so
 * that a weight learned in one holds in all. A frame counts in two ways: {@code name*topic} where it stands in the
 * sentence that is about the field, {@code name~topic} where it only stands near it. Every feature but the bias grows
 * with the strength of the topic, so a text that is about nothing scores nothing, however it asks.
 */
final class Features {
    private static final double STRONG = 0.84;
    private static final int RICH = 4;

    private Features() {}

    static Map<String, Double> of(List<Sentence> window, List<String> frameNames, Field field) {
        double topic = joint(window, field);
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("bias", 1.0);
        features.put("topic", topic);
        if (topic >= STRONG) {
            features.put("strong", 1.0);
        }
        int hits =
                window.stream().mapToInt(sentence -> sentence.topicHits(field)).sum();
        if (hits > 1) {
            features.put("rich", Math.min(hits, RICH) / (double) RICH);
        }
        double phrase = window.stream()
                .mapToDouble(sentence -> sentence.phrase(field))
                .max()
                .orElse(0);
        if (phrase > 0) {
            features.put("phrase", phrase);
        }
        double others = others(window, field);
        if (others > 0) {
            features.put("others", others);
        }
        addFrames(features, window, frameNames, field, topic);
        addForm(features, window, field, topic);
        return features;
    }

    private static void addFrames(
            Map<String, Double> features, List<Sentence> window, List<String> frameNames, Field field, double topic) {
        for (int frame = 0; frame < frameNames.size(); frame++) {
            double same = 0;
            boolean anywhere = false;
            for (Sentence sentence : window) {
                if (sentence.frames().get(frame)) {
                    anywhere = true;
                    same = Math.max(same, sentence.topic(field));
                }
            }
            if (same > 0) {
                features.put(frameNames.get(frame) + "*topic", same);
            } else if (anywhere) {
                features.put(frameNames.get(frame) + "~topic", topic);
            }
        }
    }

    private static void addForm(Map<String, Double> features, List<Sentence> window, Field field, double topic) {
        if (window.size() > 2) {
            features.put("story*topic", topic);
        }
        BitSet frames = new BitSet();
        window.stream().filter(sentence -> sentence.topic(field) > 0).forEach(sentence -> frames.or(sentence.frames()));
        if (frames.isEmpty()) {
            features.put("bare*topic", topic);
        }
    }

    /** How strongly the sentences together are about the field. */
    static double joint(List<Sentence> window, Field field) {
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

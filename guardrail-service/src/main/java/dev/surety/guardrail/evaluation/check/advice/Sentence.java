package dev.surety.guardrail.evaluation.check.advice;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one sentence shows: how strongly it is about each field, how strongly a phrase of advice stands in it, and which
 * frames (ways to ask or to answer). Filled while the text is read, only read afterwards.
 */
final class Sentence {
    private static final Strength NONE = new Strength();

    private final Map<Field, Strength> strengths = new EnumMap<>(Field.class);
    private final BitSet frames = new BitSet();
    private int start = Integer.MAX_VALUE;
    private int end;

    void addTopic(Field field, double score, int from, int to) {
        Strength strength = strengths.computeIfAbsent(field, ignored -> new Strength());
        strength.topicDoubt *= 1.0 - score;
        strength.topicHits++;
        extend(from, to);
    }

    void addPhrase(Field field, double score, int from, int to) {
        strengths.computeIfAbsent(field, ignored -> new Strength()).phraseDoubt *= 1.0 - score;
        extend(from, to);
    }

    void addFrame(int frame, int from, int to) {
        frames.set(frame);
        extend(from, to);
    }

    private void extend(int from, int to) {
        start = Math.min(start, from);
        end = Math.max(end, to);
    }

    /** How strongly the sentence is about the field, 0 to 1: independent words add up. */
    double topic(Field field) {
        return 1.0 - strengths.getOrDefault(field, NONE).topicDoubt;
    }

    /** How many words and phrases of the sentence are about the field. */
    int topicHits(Field field) {
        return strengths.getOrDefault(field, NONE).topicHits;
    }

    /** How strongly a whole phrase of advice in the field stands in the sentence, 0 to 1. */
    double phrase(Field field) {
        return 1.0 - strengths.getOrDefault(field, NONE).phraseDoubt;
    }

    BitSet frames() {
        return frames;
    }

    /** Whether it shows anything that has a place in the text. */
    boolean showsAnything() {
        return start < end;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** What is left of the doubt that the sentence is about a field, 1 when nothing speaks for it. */
    private static final class Strength {
        private double topicDoubt = 1.0;
        private double phraseDoubt = 1.0;
        private int topicHits;
    }
}

package dev.surety.guardrail.evaluation.check.advice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds advice in a text, field by field: in each sentence, or in a few sentences in a row that are judged together.
 * Time grows linearly with the text.
 */
public final class AdviceModel {
    /** People tell their case in one sentence and ask in the next. */
    static final int ASKED_WITHIN = 4;

    /** An answer is judged sentence by sentence, so that a stream can release what is harmless. */
    static final int GIVEN_WITHIN = 1;

    private static final int REASONS = 4;
    /** Less than this needs no reasons: nobody acts on it. */
    private static final int HINT = 250;

    private final SentenceReader reader;
    private final Features features;
    private final Weights weights;
    private final int window;

    private AdviceModel(String kind, int window) {
        reader = SentenceReader.of(kind);
        features = new Features(reader.frameNames());
        weights = new Weights(Weights.read("advice/" + kind + ".weights"), features.names());
        this.window = window;
    }

    /** The model for what customers ask. */
    public static AdviceModel ofQuestions() {
        return new AdviceModel("questions", ASKED_WITHIN);
    }

    /** The model for what bots answer. */
    public static AdviceModel ofRecommendations() {
        return new AdviceModel("recommendations", GIVEN_WITHIN);
    }

    /** What the text shows, in the order of the text: places that may be advice, one field after the other. */
    public List<FieldScore> examine(String text) {
        List<Sentence> sentences = reader.read(text);
        return Arrays.stream(Field.values())
                .flatMap(field -> examine(sentences, field))
                .toList();
    }

    private Stream<FieldScore> examine(List<Sentence> sentences, Field field) {
        return IntStream.range(0, sentences.size())
                .mapToObj(first -> window(sentences, first, window))
                .filter(few -> concerns(few, field))
                .map(few -> score(few, field));
    }

    /** The sentences from {@code first} on; the last windows of a text are shorter, so that nothing dilutes its end. */
    static List<Sentence> window(List<Sentence> sentences, int first, int window) {
        return sentences.subList(first, Math.min(sentences.size(), first + window));
    }

    static boolean concerns(List<Sentence> window, Field field) {
        return window.stream().anyMatch(sentence -> sentence.topicHits(field) > 0 || sentence.phrase(field) > 0);
    }

    private FieldScore score(List<Sentence> few, Field field) {
        double[] values = features.of(few, field);
        int score = weights.score(field, values);
        List<Sentence> speaking = few.stream().filter(Sentence::showsAnything).toList();
        return new FieldScore(
                field,
                score,
                speaking.getFirst().start(),
                speaking.stream().mapToInt(Sentence::end).max().orElseThrow(),
                score < HINT ? List.of() : weights.reasons(field, values, REASONS));
    }
}

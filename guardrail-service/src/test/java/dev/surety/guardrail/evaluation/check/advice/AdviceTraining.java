package dev.surety.guardrail.evaluation.check.advice;

import dev.surety.guardrail.evaluation.check.advice.AdviceTexts.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns the weights of the advice models from {@code tuning.yaml}: logistic regression by gradient descent over all
 * examples at once, from zero, so that the same texts and word lists always give the same weights. What one field adds
 * to a shared weight is held smaller than the shared weight itself. {@link #main} writes the resources.
 */
final class AdviceTraining {
    static final Path RESOURCES = Path.of("src/main/resources/dev/surety/guardrail/evaluation/check/advice");
    private static final int ROUNDS = 600;
    private static final double STEP = 0.5;
    private static final double MOMENTUM = 0.9;
    private static final double SHARED_PENALTY = 0.0006;
    private static final double FIELD_PENALTY = 0.002;
    /** Ordinary questions are far more frequent in service than among the examples. */
    private static final double ORDINARY = 1.3;

    private static final int SMALLEST = 20;

    private final SentenceReader reader;
    private final Features features;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    private record Example(List<Integer> columns, List<Double> values, boolean advice, double weight) {}

    private final int window;

    private AdviceTraining(SentenceReader reader, int window) {
        this.reader = reader;
        features = new Features(reader.frameNames());
        this.window = window;
    }

    /** Writes both resources; run in the folder of this module. */
    public static void main(String[] arguments) throws IOException {
        write("questions.weights", ofQuestions());
        write("recommendations.weights", ofRecommendations());
    }

    static Map<String, Integer> ofQuestions() {
        return train(SentenceReader.of("questions"), AdviceModel.ASKED_WITHIN, AdviceTexts.questions("tuning.yaml"));
    }

    static Map<String, Integer> ofRecommendations() {
        return train(
                SentenceReader.of("recommendations"), AdviceModel.GIVEN_WITHIN, AdviceTexts.answers("tuning.yaml"));
    }

    private static void write(String file, Map<String, Integer> weights) throws IOException {
        StringBuilder text =
                new StringBuilder("# Learned by AdviceTraining from tuning.yaml; in thousandths. Do not edit.\n");
        weights.forEach(
                (name, weight) -> text.append(name).append(" = ").append(weight).append('\n'));
        Files.writeString(RESOURCES.resolve(file), text);
    }

    private static Map<String, Integer> train(SentenceReader reader, int window, List<Labelled> texts) {
        AdviceTraining training = new AdviceTraining(reader, window);
        texts.forEach(training::add);
        double[] weights = training.descend();
        Map<String, Integer> rounded = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            int thousandths = (int) Math.round(weights[i] * 1000);
            if (Math.abs(thousandths) >= SMALLEST) {
                rounded.put(training.names.get(i), thousandths);
            }
        }
        return rounded;
    }

    private void add(Labelled text) {
        List<Sentence> sentences = reader.read(text.text());
        for (Field field : Field.values()) {
            boolean advice = text.fields().contains(field);
            if (advice) {
                add(sentences, field, true);
            } else if (text.fields().isEmpty()) {
                IntStream.range(0, sentences.size())
                        .mapToObj(first -> AdviceModel.window(sentences, first, window))
                        .filter(few -> AdviceModel.concerns(few, field))
                        .forEach(few -> add(few, field, false));
            }
            // A text that is advice in one field may well be advice in a related one; it teaches nothing about that.
        }
    }

    private void add(List<Sentence> few, Field field, boolean advice) {
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double[] all = features.of(few, field);
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                for (String prefix : List.of("", field.wireName() + ".")) {
                    columns.add(number(prefix + features.names().get(i)));
                    values.add(all[i]);
                }
            }
        }
        examples.add(new Example(columns, values, advice, advice ? 1.0 : ORDINARY));
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, ignored -> {
            names.add(name);
            return names.size() - 1;
        });
    }

    private double[] descend() {
        double[] weights = new double[names.size()];
        double[] velocity = new double[names.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = gradient(weights);
            for (int i = 0; i < weights.length; i++) {
                velocity[i] = MOMENTUM * velocity[i] - STEP * gradient[i];
                weights[i] += velocity[i];
            }
        }
        return weights;
    }

    private double[] gradient(double[] weights) {
        double[] gradient = new double[weights.length];
        Arrays.setAll(gradient, i -> weights[i] * (names.get(i).contains(".") ? FIELD_PENALTY : SHARED_PENALTY));
        for (Example example : examples) {
            double sum = 0;
            for (int i = 0; i < example.columns().size(); i++) {
                sum += weights[example.columns().get(i)] * example.values().get(i);
            }
            double error = 1.0 / (1.0 + StrictMath.exp(-sum)) - (example.advice() ? 1.0 : 0.0);
            for (int i = 0; i < example.columns().size(); i++) {
                gradient[example.columns().get(i)] +=
                        example.weight() * error * example.values().get(i) / examples.size();
            }
        }
        return gradient;
    }
}

package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns the weights of {@link AttackModel} from generated texts: logistic regression by stochastic gradient descent
 * (AdaGrad), with L1 shrinkage so that few features remain. Everything is seeded, so the weights are always the same.
 * Run {@link #main} from the module's folder after a change of grammar or concepts; a test compares the result with the
 * file.
 */
final class ModelTraining {
    static final Path FILE = Path.of("src/main/resources/dev/surety/guardrail/evaluation/check/injection/model.txt");

    private static final long SEED = 20_261_123L;
    private static final int TEXTS_EACH = 9_000;
    private static final int ROUNDS = 8;
    private static final double RATE = 0.25;
    private static final double SHRINKAGE = 0.00004;
    /** An honest text taken for an attack costs more than an attack that is missed. */
    private static final double HONEST_WEIGHT = 2.0;

    private static final int LEAST_WEIGHT = 60;

    private final AttackFeatures features = new AttackFeatures();
    private final double[] weights = new double[features.size() + 1];
    private final double[] gradients = new double[features.size() + 1];

    private final boolean[] mayAccuse = new boolean[features.size() + 1];

    private ModelTraining() {
        mayAccuse[features.size()] = true;
        for (int feature = 0; feature < features.size(); feature++) {
            mayAccuse[feature] = features.mayAccuse(feature);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, learn(), StandardCharsets.UTF_8);
    }

    /** The text of the file of weights. */
    static String learn() {
        ModelTraining training = new ModelTraining();
        List<Example> examples = training.examples();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            examples.forEach(training::step);
        }
        return training.written();
    }

    private record Example(AttackFeatures.Window window, boolean attack) {}

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (TrainingTexts.Sample sample : new TrainingTexts().generate(SEED, TEXTS_EACH)) {
            FoldedText folded = FoldedText.of(sample.text());
            features.windows(folded, Words.of(folded))
                    .forEach(window -> examples.add(new Example(window, sample.attack())));
        }
        return examples;
    }

    private void step(Example example) {
        int bias = features.size();
        double logit = weights[bias];
        for (int feature : example.window().features()) {
            logit += weights[feature];
        }
        double error = 1.0 / (1.0 + Math.exp(-logit)) - (example.attack() ? 1.0 : 0.0);
        double weighted = error * (example.attack() ? 1.0 : HONEST_WEIGHT);
        update(bias, weighted, 0.0);
        for (int feature : example.window().features()) {
            update(feature, weighted, SHRINKAGE);
        }
    }

    /** No concept by itself is a reason to suspect anybody, and no pair that any conversation has. */
    private void update(int index, double gradient, double shrinkage) {
        gradients[index] += gradient * gradient;
        double rate = RATE / Math.sqrt(gradients[index] + 1.0);
        double moved = weights[index] - rate * gradient;
        double shrunk = Math.signum(moved) * Math.max(0.0, Math.abs(moved) - shrinkage);
        weights[index] = mayAccuse[index] ? shrunk : Math.min(shrunk, 0.0);
    }

    private String written() {
        StringBuilder text = new StringBuilder("# Weights of the attack model, in thousandths of a logit; written by"
                + " ModelTraining in the tests, never by hand.\n");
        text.append("(bias) ").append(perMille(features.size())).append('\n');
        Arrays.stream(sorted())
                .filter(feature -> Math.abs(perMille(feature)) >= LEAST_WEIGHT)
                .forEach(feature -> text.append(features.name(feature))
                        .append(' ')
                        .append(perMille(feature))
                        .append('\n'));
        return text.toString();
    }

    private int[] sorted() {
        return IntStream.range(0, features.size()).toArray();
    }

    private int perMille(int index) {
        return (int) Math.round(weights[index] * 1000.0);
    }
}

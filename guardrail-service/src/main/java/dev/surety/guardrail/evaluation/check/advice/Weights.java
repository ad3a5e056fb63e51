package dev.surety.guardrail.evaluation.check.advice;

import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear model: logistic regression over {@link Features}, with a weight that all fields share and what one field
 * adds to it. The weights are whole thousandths, so that the file says all there is to know and a score is the same on
 * every machine.
 */
final class Weights {
    private static final double UNIT = 1000.0;

    private final List<String> names;
    private final Map<Field, double[]> byField = new EnumMap<>(Field.class);

    Weights(Map<String, Integer> thousandths, List<String> names) {
        this.names = List.copyOf(names);
        for (Field field : Field.values()) {
            double[] weights = new double[names.size()];
            Arrays.setAll(
                    weights,
                    i -> (thousandths.getOrDefault(names.get(i), 0)
                                    + thousandths.getOrDefault(field.wireName() + "." + names.get(i), 0))
                            / UNIT);
            byField.put(field, weights);
        }
    }

    /**
     * Reads a file of lines {@code feature = thousandths} and {@code field.feature = thousandths}.
     *
     * @throws IllegalArgumentException naming the line that is not of that form
     */
    static Map<String, Integer> read(String file) {
        Map<String, Integer> read = new HashMap<>();
        for (DataLine line : DataLines.of(file)) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'feature = thousandths'");
            }
            read.put(
                    line.text().substring(0, equals).strip(),
                    Integer.parseInt(line.text().substring(equals + 1).strip()));
        }
        return Map.copyOf(read);
    }

    private double[] of(Field field) {
        return byField.getOrDefault(field, new double[0]);
    }

    /** The probability that a text with these features is advice in the field, per mille. */
    int score(Field field, double[] features) {
        double[] weights = of(field);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        // StrictMath gives the same bits on every machine, which a replayed decision needs.
        return PerMille.of(1.0 / (1.0 + StrictMath.exp(-sum)));
    }

    /** The features that speak most for the field, strongest first, as {@code name +1.23}. */
    List<String> reasons(Field field, double[] features, int most) {
        double[] weights = of(field);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            if (weights[i] * features[i] > 0) {
                reasons.add(new Reason(names.get(i), weights[i] * features[i]));
            }
        }
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed().thenComparing(Reason::feature))
                .limit(most)
                .map(reason -> reason.feature() + " +" + Math.round(reason.weight() * 100) / 100.0)
                .toList();
    }

    private record Reason(String feature, double weight) {}
}

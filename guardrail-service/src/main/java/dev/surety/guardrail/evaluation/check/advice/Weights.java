package dev.surety.guardrail.evaluation.check.advice;

import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
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

    private final Map<String, Integer> thousandths;

    Weights(Map<String, Integer> thousandths) {
        this.thousandths = Map.copyOf(thousandths);
    }

    /**
     * Reads a file of lines {@code feature = thousandths} and {@code field.feature = thousandths}.
     *
     * @throws IllegalArgumentException naming the line that is not of that form
     */
    static Weights load(String file) {
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
        return new Weights(read);
    }

    /** All weights, by name. */
    Map<String, Integer> thousandths() {
        return thousandths;
    }

    /** What one feature of that value contributes to the sum. */
    double contribution(Field field, String feature, double value) {
        int weight =
                thousandths.getOrDefault(feature, 0) + thousandths.getOrDefault(field.wireName() + "." + feature, 0);
        return weight / UNIT * value;
    }

    /** The probability that a text with these features is advice in the field, per mille. */
    int score(Field field, Map<String, Double> features) {
        double sum = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            sum += contribution(field, feature.getKey(), feature.getValue());
        }
        // StrictMath gives the same bits on every machine, which a replayed decision needs.
        return PerMille.of(1.0 / (1.0 + StrictMath.exp(-sum)));
    }

    /** The features that speak most for the field, strongest first, as {@code name +1.23}. */
    List<String> reasons(Field field, Map<String, Double> features, int most) {
        return features.entrySet().stream()
                .map(feature -> Map.entry(feature.getKey(), contribution(field, feature.getKey(), feature.getValue())))
                .filter(reason -> reason.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(reason -> reason.getKey() + " +" + Math.round(reason.getValue() * 100) / 100.0)
                .toList();
    }
}

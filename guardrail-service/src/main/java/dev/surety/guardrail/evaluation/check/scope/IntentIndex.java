package dev.surety.guardrail.evaluation.check.scope;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Reference.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The examples of a set of intents, compared with texts by cosine over tf-idf weights (G. Salton, C. Buckley,
 * "Term-weighting approaches in automatic text retrieval", 1988). A term that no example has makes a text less similar to
 * all of them. How similar is similar enough depends on how varied the examples are, so the index also knows how
 * similar each of its own examples is to the nearest other one.
 */
public final class IntentIndex {
    private static final int MOST_COMPARED = 400;
    private static final String OUTSIDE = "out";

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final double rarest;
    private final double[] ownSimilarities;

    private record Example(String intent, String name, boolean outside) {}

    private record Posting(int example, double weight) {}

    /**
     * The example that is most like a text.
     *
     * @param example the example's intent and line, {@code refunds#2}
     * @param similarity 0 to 1
     * @param familiarity the share of the set's own examples that are no more similar to the rest of the set
     * @param outside whether it is an example of what the bot is not for
     */
    public record Nearest(String intent, String example, double similarity, double familiarity, boolean outside) {}

    private IntentIndex(List<Part> parts) {
        List<Map<String, Integer>> terms = new ArrayList<>();
        for (Part part : parts) {
            List<String> lines =
                    part.text().lines().filter(line -> !line.isBlank()).toList();
            for (int i = 0; i < lines.size(); i++) {
                examples.add(new Example(
                        part.labels().getOrDefault("intent", part.id()),
                        part.id() + "#" + (i + 1),
                        OUTSIDE.equals(part.labels().get("scope"))));
                terms.add(Terms.of(lines.get(i)));
            }
        }
        Map<String, Integer> spread = new HashMap<>();
        terms.forEach(one -> one.keySet().forEach(term -> spread.merge(term, 1, Integer::sum)));
        rarest = rarity(0);
        for (int i = 0; i < terms.size(); i++) {
            post(i, weights(terms.get(i), spread));
        }
        ownSimilarities = ownSimilarities(terms);
    }

    /** The index of a reference of kind {@code intents}. */
    public static IntentIndex of(Reference reference) {
        return new IntentIndex(reference.parts());
    }

    private double rarity(int examplesWithTerm) {
        return StrictMath.log((1.0 + examples.size()) / (1.0 + examplesWithTerm)) + 1.0;
    }

    private Map<String, Double> weights(Map<String, Integer> terms, Map<String, Integer> spread) {
        Map<String, Double> weights = new HashMap<>();
        terms.forEach((term, count) ->
                weights.put(term, (1.0 + StrictMath.log(count)) * rarity(spread.getOrDefault(term, 0))));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((_, weight) -> weight / length);
        return weights;
    }

    private void post(int example, Map<String, Double> weights) {
        weights.forEach((term, weight) ->
                postings.computeIfAbsent(term, _ -> new ArrayList<>()).add(new Posting(example, weight)));
    }

    private double[] ownSimilarities(List<Map<String, Integer>> terms) {
        int step = Math.max(1, examples.size() / MOST_COMPARED);
        List<Double> similarities = new ArrayList<>();
        for (int i = 0; i < examples.size(); i += step) {
            if (!examples.get(i).outside()) {
                double[] all = similarities(terms.get(i));
                all[i] = 0;
                similarities.add(Arrays.stream(all).max().orElse(0));
            }
        }
        return similarities.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The nearest example; empty when the set has none. */
    public Optional<Nearest> nearest(String text) {
        double[] similarities = similarities(Terms.of(text));
        int best = -1;
        for (int i = 0; i < similarities.length; i++) {
            if (best < 0 || similarities[i] > similarities[best]) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Example example = examples.get(best);
        return Optional.of(new Nearest(
                example.intent(),
                example.name(),
                similarities[best],
                familiarity(similarities[best]),
                example.outside()));
    }

    private double familiarity(double similarity) {
        if (ownSimilarities.length == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(ownSimilarities, similarity);
        return (double) (at < 0 ? -at - 1 : at + 1) / ownSimilarities.length;
    }

    private double[] similarities(Map<String, Integer> terms) {
        double[] similarities = new double[examples.size()];
        double squares = 0;
        for (Map.Entry<String, Integer> term : terms.entrySet()) {
            List<Posting> known = postings.getOrDefault(term.getKey(), List.of());
            double rarity = known.isEmpty() ? rarest : rarity(known.size());
            double weight = (1.0 + StrictMath.log(term.getValue())) * rarity;
            squares += weight * weight;
            for (Posting posting : known) {
                similarities[posting.example()] += weight * posting.weight();
            }
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < similarities.length; i++) {
            similarities[i] = length == 0 ? 0 : Math.min(1.0, similarities[i] / length);
        }
        return similarities;
    }
}

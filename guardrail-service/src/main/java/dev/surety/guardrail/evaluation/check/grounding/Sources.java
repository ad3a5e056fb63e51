package dev.surety.guardrail.evaluation.check.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The statements of the sources, found by what they are about. A topic that stands in few statements weighs more than
 * one that stands in many. Of a topic that stands in very many only the first are looked at, so that a search costs a
 * bounded number of steps per topic. Never changes, so several threads may search at once.
 */
final class Sources {
    private static final int MOST_OF_A_TOPIC = 64;
    private static final int MOST_CANDIDATES = 12;
    private static final double TIE_BREAK = 0.15;
    private static final Comparator<Candidate> MOST_ALIKE = Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparingInt(candidate -> candidate.unit().statement().keys().size())
            .thenComparingInt(candidate -> candidate.unit().number());

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Topic> byTopic = new HashMap<>();
    private final Predicate<String> comparable;
    private final double[] weights;

    /** A statement of a source: both counted over all sources, as are the sentences that units are parts of. */
    record Unit(int number, int source, int sentence, Statement statement) {}

    /**
     * A unit that is like a statement.
     *
     * @param coverage the share of the statement's topics, by weight, that stand in the unit
     * @param likeness the same for both directions at once (Dice's coefficient)
     */
    record Candidate(Unit unit, double coverage, double likeness) {}

    private static final class Topic {
        private final List<Integer> units = new ArrayList<>();
        private int statements;
    }

    /** The statements of {@code sources}, by sentence, of which only {@code comparable} topics are looked at. */
    Sources(List<List<List<Statement>>> sources, Predicate<String> comparable) {
        this.comparable = comparable;
        int sentences = 0;
        for (int source = 0; source < sources.size(); source++) {
            for (List<Statement> sentence : sources.get(source)) {
                for (Statement statement : sentence) {
                    add(new Unit(units.size(), source, sentences, statement));
                }
                sentences++;
            }
        }
        weights = new double[units.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(units.get(i).statement().keys());
        }
    }

    private void add(Unit unit) {
        units.add(unit);
        for (String key : unit.statement().keys()) {
            if (!comparable.test(key)) {
                continue;
            }
            Topic topic = byTopic.computeIfAbsent(key, name -> new Topic());
            topic.statements++;
            if (topic.units.size() < MOST_OF_A_TOPIC) {
                topic.units.add(unit.number());
            }
        }
    }

    /** An alternative's own topic only decides between sources that are equally alike otherwise. */
    double weight(String key) {
        if (key.indexOf(':') >= 0) {
            return TIE_BREAK;
        }
        Topic topic = byTopic.get(key);
        return 1 + Math.log((1.0 + units.size()) / (1.0 + (topic == null ? 0 : topic.statements)));
    }

    private double weight(Set<String> keys) {
        double sum = 0;
        for (String key : keys) {
            sum += comparable.test(key) ? weight(key) : 0;
        }
        return sum;
    }

    /** Whether {@code key} says anything of whether two statements are alike. */
    boolean compares(String key) {
        return comparable.test(key);
    }

    /** Whether any source is about {@code key}. */
    boolean knows(String key) {
        return byTopic.containsKey(key);
    }

    /** What {@link #alike} counts with; made once for many searches of one thread, and all zero between them. */
    double[] scratch() {
        return new double[units.size()];
    }

    /** The units that are most like a statement about these {@code keys}, the most like first. */
    List<Candidate> alike(Set<String> keys, double[] shared) {
        int[] touched = new int[keys.size() * MOST_OF_A_TOPIC];
        int count = 0;
        double own = 0;
        for (String key : keys) {
            if (!comparable.test(key)) {
                continue;
            }
            double weight = weight(key);
            own += weight;
            Topic topic = byTopic.get(key);
            for (int i = 0; topic != null && i < topic.units.size(); i++) {
                int unit = topic.units.get(i);
                if (shared[unit] == 0) {
                    touched[count++] = unit;
                }
                shared[unit] += weight;
            }
        }
        List<Candidate> best = best(Arrays.copyOf(touched, count), shared, own);
        for (int i = 0; i < count; i++) {
            shared[touched[i]] = 0;
        }
        return best;
    }

    private List<Candidate> best(int[] touched, double[] shared, double own) {
        List<Candidate> best = new ArrayList<>(MOST_CANDIDATES + 1);
        double least = 0;
        for (int unit : touched) {
            double likeness = 2 * shared[unit] / (own + weights[unit]);
            if (best.size() == MOST_CANDIDATES && likeness < least) {
                continue;
            }
            best.add(new Candidate(units.get(unit), shared[unit] / own, likeness));
            if (best.size() > MOST_CANDIDATES) {
                best.sort(MOST_ALIKE);
                best.removeLast();
                least = best.getLast().likeness();
            }
        }
        best.sort(MOST_ALIKE);
        return best;
    }
}

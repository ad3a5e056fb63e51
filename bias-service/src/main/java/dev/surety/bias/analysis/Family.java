package dev.surety.bias.analysis;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.Evidence;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Significance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tests that are corrected together. Gating ones are one family, exploratory ones another, so that looking around
 * does not weaken the gate. A ratio and a difference of the same rates ask one question and count once.
 */
public final class Family {
    private final MultipleComparisons gating;
    private final MultipleComparisons exploratory;

    public Family(MultipleComparisons gating, MultipleComparisons exploratory) {
        this.gating = gating;
        this.exploratory = exploratory;
    }

    private record Question(String hypothesis, Contrast contrast) {}

    /**
     * Corrects and judges the drafts, in their order.
     *
     * @param alsoAsked raw p-values of further tests that belong to the gating family, such as the comparisons by
     *     which a reference was picked
     */
    public List<Finding> judge(List<Draft> drafts, List<Double> alsoAsked) {
        Map<Question, Finding.Adjustment> gate = adjust(drafts, true, alsoAsked);
        Map<Question, Finding.Adjustment> rest = adjust(drafts, false, List.of());
        return drafts.stream()
                .map(draft -> finding(draft, (draft.gating() ? gate : rest).get(question(draft))))
                .toList();
    }

    private Map<Question, Finding.Adjustment> adjust(List<Draft> drafts, boolean gates, List<Double> alsoAsked) {
        Map<Question, Double> raw = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Significance significance = draft.measurement().significance();
            if (draft.gating() == gates && significance != null) {
                var _ = raw.putIfAbsent(question(draft), significance.p());
            }
        }
        MultipleComparisons correction = gates ? gating : exploratory;
        List<Double> all = new ArrayList<>(raw.values());
        all.addAll(alsoAsked);
        double[] adjusted =
                correction.adjust(all.stream().mapToDouble(Double::doubleValue).toArray());
        Map<Question, Finding.Adjustment> result = new LinkedHashMap<>();
        int index = 0;
        for (Question question : raw.keySet()) {
            result.put(question, new Finding.Adjustment(adjusted[index], correction, all.size()));
            index++;
        }
        return result;
    }

    private static Finding finding(Draft draft, Finding.@Nullable Adjustment adjustment) {
        Measurement measured = draft.measurement();
        Double estimate = measured.estimate();
        Evidence evidence = !measured.obstacles().isEmpty() || estimate == null || adjustment == null
                ? new Evidence.Insufficient(
                        measured.obstacles().isEmpty()
                                ? List.of("there is no test for this difference")
                                : measured.obstacles())
                : new Evidence.Measured(
                        estimate,
                        measured.intervals().isEmpty()
                                ? Optional.empty()
                                : Optional.of(measured.intervals().getFirst()),
                        adjustment.p());
        return new Finding(
                draft.metric(),
                draft.contrast(),
                draft.gating(),
                measured,
                adjustment,
                draft.rule().judge(draft.contrast(), evidence));
    }

    private static Question question(Draft draft) {
        return new Question(draft.hypothesis(), draft.contrast());
    }
}

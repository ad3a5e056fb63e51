package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.Status;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that an FMS guardrails orchestrator shall know of a text.
 *
 * @param start the first code point
 * @param end behind the last code point
 * @param detection the category of the finding; the rule's reason code where it has none
 * @param type the rule
 */
@Schema(name = "Detection")
public record FmsView(
        int start,
        int end,
        String text,
        String detection,
        @JsonProperty("detection_type") String type,
        double score) {

    /**
     * What the enforced rules that ask for more than a remark object to; a rule that points at no place, or could not
     * be decided and fails closed, objects to the whole text.
     */
    static List<FmsView> of(Evaluation evaluation) {
        NamedText text = evaluation.exchange().texts().getFirst();
        List<FmsView> views = new ArrayList<>();
        for (RuleResult result : evaluation.decision().results()) {
            if (objects(result)) {
                List<Finding> places = result.findings().stream()
                        .filter(finding -> finding.path().equals(text.path()))
                        .toList();
                if (places.isEmpty()) {
                    views.add(whole(text.content(), result));
                }
                places.forEach(place -> views.add(view(
                        text.content(), place.start(), place.end(), place.category(), result, place.scorePerMille())));
            }
        }
        return List.copyOf(views);
    }

    private static boolean objects(RuleResult result) {
        boolean strong = switch (result.action()) {
            case BLOCK, ESCALATE, REPLACE, REDACT -> true;
            case ANNOTATE, ALLOW -> false;
        };
        return result.enforced() && strong && result.status() != Status.PASS;
    }

    /** What could not be judged counts as certain: the policy says that it fails closed. */
    private static FmsView whole(String text, RuleResult result) {
        int score = result.status() == Status.FAIL ? result.scorePerMille() : PerMille.ONE;
        return view(text, 0, text.length(), result.reasonCode(), result, score);
    }

    private static FmsView view(String text, int start, int end, String detection, RuleResult result, int score) {
        int first = text.codePointCount(0, start);
        return new FmsView(
                first,
                first + text.codePointCount(start, end),
                text.substring(start, end),
                detection,
                result.rule(),
                PerMille.decimal(score));
    }
}

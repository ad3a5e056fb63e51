package dev.surety.guardrail.policy;

import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says rules in words, for people who answer for a policy and do not read CEL. */
public final class RuleWords {
    private RuleWords() {}

    /** One sentence on when the rule fires and one for each thing that may follow. */
    public static List<String> of(Rule rule) {
        List<String> words = new ArrayList<>();
        words.add(trigger(rule));
        for (Rule.Branch branch : rule.then()) {
            Expression<Boolean> condition = branch.condition();
            String when = condition == null
                    ? (rule.then().size() == 1 ? "Then " : "Otherwise ")
                    : "If " + condition.source() + ": ";
            words.add(when + consequence(branch.consequence()));
        }
        words.add(
                switch (rule.onError()) {
                    case FAIL_CLOSED -> "If it cannot be judged, the policy's consequence for that is taken.";
                    case FAIL_OPEN -> "If it cannot be judged, it is passed over, and the decision says so.";
                });
        if (!rule.enforced()) {
            words.add("It is only observed: whatever it finds is reported and changes nothing.");
        }
        return List.copyOf(words);
    }

    private static String trigger(Rule rule) {
        String stages = String.join(
                " and ",
                Arrays.stream(Stage.values())
                        .filter(rule.stages()::contains)
                        .map(Stage::wireName)
                        .toList());
        Integer threshold = rule.thresholdPerMille();
        return rule.message() + " Looked for at stage " + stages + "; fires when "
                + rule.when().source()
                + (threshold == null
                        ? "."
                        : ", with the threshold at "
                                + BigDecimal.valueOf(PerMille.decimal(threshold))
                                        .toPlainString() + ".");
    }

    private static String consequence(Consequence consequence) {
        return switch (consequence) {
            case Consequence.Block(String template) -> "nothing is delivered; the customer reads '" + template + "'.";
            case Consequence.Escalate escalate ->
                "a human of queue '" + escalate.queue() + "' takes over with priority " + escalate.priority()
                        + "; the customer reads '" + escalate.template() + "' meanwhile"
                        + (escalate.alsoWhenBlocked() ? ", also where another rule blocks the text." : ".");
            case Consequence.Replace(String template) -> "the customer reads '" + template + "' instead.";
            case Consequence.Redact(String mask, MaskStyle style) ->
                "what was found is masked (by the mask of its category, else '" + mask + "'"
                        + (style == MaskStyle.PSEUDONYM ? ", with a code that is the same for the same value" : "")
                        + ").";
            case Consequence.Disclaim(String disclaimer, Side side) ->
                "the disclaimer '" + disclaimer + "' stands " + place(side) + " the answer.";
            case Consequence.Label label ->
                "the label '" + label.label() + "' stands " + place(label.side()) + " the answer.";
            case Consequence.Allow allow -> "the text stays as it is" + besides(allow) + ".";
        };
    }

    private static String besides(Consequence.Allow allow) {
        StringBuilder words = new StringBuilder();
        if (allow.label() != null) {
            words.append("; the label '").append(allow.label()).append("' travels with it for machines");
        }
        for (Attachment attachment : Attachment.values()) {
            if (allow.attachments().contains(attachment)) {
                words.append(
                        switch (attachment) {
                            case CITATION -> "; its sources travel with it";
                            case COMMITMENTS -> "; what it promises is recorded as obligations";
                        });
            }
        }
        return words.toString();
    }

    private static String place(Side side) {
        return switch (side) {
            case PREPEND -> "before";
            case APPEND -> "behind";
        };
    }
}

package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Templates;
import java.util.List;

/**
 * A text that hands a customer over, after the policy had its say about it as about any answer.
 *
 * @param template the template that the rule names
 * @param text what the customer reads: the intended text or the policy's safe one
 * @param intended the reference of the text that was meant to be read
 * @param action what the policy said of the intended text
 * @param rules the rules that asked for something
 * @param fallback whether the safe text took the place of the intended one
 */
public record Handoff(
        String template, Templates.Text text, String intended, Action action, List<String> rules, boolean fallback) {
    public Handoff {
        requireNonNull(template, "template");
        requireNonNull(text, "text");
        requireNonNull(intended, "intended");
        requireNonNull(action, "action");
        rules = List.copyOf(rules);
    }
}

package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Addressee;
import dev.surety.guardrail.policy.Audience;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.ExpressionException;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.TemplateKind;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.policy.Variables;

/** The templates of a policy as the customer of one exchange reads them. */
record CustomerTexts(Templates templates, Addressee addressee) {
    /** Who is spoken to is asked of the exchange; where that cannot be told, it is everybody. */
    static CustomerTexts of(Policy policy, Exchange exchange, Variables variables) {
        String audience = policy.audiences().stream()
                .filter(each -> holds(each, variables))
                .map(Audience::name)
                .findFirst()
                .orElse(Addressee.EVERYBODY);
        Conversation conversation = exchange.conversation();
        return new CustomerTexts(
                policy.templates(), new Addressee(conversation.channel(), conversation.locale(), audience));
    }

    private static boolean holds(Audience audience, Variables variables) {
        try {
            return audience.when().evaluate(variables);
        } catch (ExpressionException unknown) {
            return false;
        }
    }

    /** What the customer reads when a human takes over. */
    Templates.Text handover(Consequence.Escalate escalation) {
        return reply(escalation.template()).forQueue(escalation.queue());
    }

    Templates.Text reply(String name) {
        return text(TemplateKind.REPLY, name);
    }

    Templates.Text disclaimer(String name) {
        return text(TemplateKind.DISCLAIMER, name);
    }

    Templates.Text label(String name) {
        return text(TemplateKind.LABEL, name);
    }

    /** The mask of a category, {@code pii.iban} being {@code pii-iban}; where there is none, the one given. */
    Templates.Text mask(String category, String otherwise) {
        String own = category.replace('.', '-');
        return text(TemplateKind.MASK, templates.has(TemplateKind.MASK, own) ? own : otherwise);
    }

    String separator() {
        return templates.separator(addressee.channel());
    }

    private Templates.Text text(TemplateKind kind, String name) {
        return templates.text(kind, name, addressee);
    }
}

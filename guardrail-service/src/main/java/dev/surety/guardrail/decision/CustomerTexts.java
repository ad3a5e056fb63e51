package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Addressee;
import dev.surety.guardrail.policy.TemplateKind;
import dev.surety.guardrail.policy.Templates;

/** The templates of a policy as the customer of one exchange reads them. */
record CustomerTexts(Templates templates, Conversation conversation) {
    static CustomerTexts of(Templates templates, Exchange exchange) {
        return new CustomerTexts(templates, exchange.conversation());
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
        return templates.separator(conversation.channel());
    }

    private Templates.Text text(TemplateKind kind, String name) {
        return templates.text(kind, name, Addressee.of(conversation.channel(), conversation.locale()));
    }
}

package dev.surety.guardrail.policy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.TemplateKind;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may follow when a rule fires; which members there are depends on the action. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsequenceView(
        @Schema(description = "When this is what follows; missing where it always is.") @Nullable
        String condition,

        String action,
        @Nullable String queue,
        @Nullable String priority,

        @Schema(
                description = "The kind of the text that is used, as templates lists it.",
                enumeration = {"reply", "disclaimer", "label", "mask"})
        @Nullable
        String templateKind,

        @Schema(description = "The name of the text that is used.") @Nullable
        String template,

        @Schema(enumeration = {"prepend", "append"}) @Nullable
        String position,

        @Nullable String reasonCode) {

    static ConsequenceView of(Rule.Branch branch) {
        Expression<Boolean> condition = branch.condition();
        return of(condition == null ? null : condition.source(), branch.consequence());
    }

    static ConsequenceView of(@Nullable String condition, Consequence consequence) {
        String action = consequence.action().wireName();
        return switch (consequence) {
            case Consequence.Block(String template) -> text(condition, action, TemplateKind.REPLY, template, null);
            case Consequence.Replace(String template) -> text(condition, action, TemplateKind.REPLY, template, null);
            case Consequence.Redact(String mask, var _) -> text(condition, action, TemplateKind.MASK, mask, null);
            case Consequence.Disclaim(String disclaimer, var side) ->
                text(condition, action, TemplateKind.DISCLAIMER, disclaimer, side.name());
            case Consequence.Label label ->
                text(
                        condition,
                        action,
                        TemplateKind.LABEL,
                        label.label(),
                        label.side().name());
            case Consequence.Allow allow ->
                text(condition, action, allow.label() == null ? null : TemplateKind.LABEL, allow.label(), null);
            case Consequence.Escalate escalate ->
                new ConsequenceView(
                        condition,
                        action,
                        escalate.queue(),
                        escalate.priority().name(),
                        kind(TemplateKind.REPLY),
                        escalate.template(),
                        null,
                        escalate.reasonCode());
        };
    }

    private static ConsequenceView text(
            @Nullable String condition,
            String action,
            @Nullable TemplateKind kind,
            @Nullable String name,
            @Nullable String side) {
        return new ConsequenceView(
                condition,
                action,
                null,
                null,
                kind == null ? null : kind(kind),
                name,
                side == null ? null : side.toLowerCase(Locale.ROOT),
                null);
    }

    static String kind(TemplateKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

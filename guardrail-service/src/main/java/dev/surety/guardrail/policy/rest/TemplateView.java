package dev.surety.guardrail.policy.rest;

import dev.surety.guardrail.policy.Addressee;
import dev.surety.guardrail.policy.TemplateKind;
import dev.surety.guardrail.policy.Templates;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One text of a policy in all its channels and languages. */
public record TemplateView(
        @Schema(enumeration = {"reply", "disclaimer", "label", "mask"})
        String kind,

        String name,

        List<Wording> texts) {

    /**
     * The text for one channel, audience and language; {@code default} serves those that have none of their own.
     *
     * @param reference what records call the text
     */
    public record Wording(String channel, String audience, String language, String text, String reference) {}

    static List<TemplateView> of(Templates templates) {
        return Arrays.stream(TemplateKind.values())
                .flatMap(kind -> new TreeMap<>(templates.byKind().getOrDefault(kind, Map.of()))
                        .entrySet().stream()
                                .map(template -> new TemplateView(
                                        ConsequenceView.kind(kind),
                                        template.getKey(),
                                        wordings(template.getValue(), templates.language()))))
                .toList();
    }

    /** The channel that serves the rest first, and the language that serves the rest first. */
    private static List<Wording> wordings(Templates.Template template, String first) {
        return template.texts().entrySet().stream()
                .map(text -> new Wording(
                        text.getKey().channel(),
                        text.getKey().audience(),
                        text.getKey().language(),
                        text.getValue().content(),
                        text.getValue().reference()))
                .sorted(Comparator.comparing((Wording text) -> !text.channel().equals(Templates.DEFAULT_CHANNEL))
                        .thenComparing(Wording::channel)
                        .thenComparing((Wording text) -> !text.audience().equals(Addressee.EVERYBODY))
                        .thenComparing(Wording::audience)
                        .thenComparing(text -> !text.language().equals(first))
                        .thenComparing(Wording::language))
                .toList();
    }
}

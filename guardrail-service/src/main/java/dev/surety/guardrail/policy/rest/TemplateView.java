package dev.surety.guardrail.policy.rest;

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

    /** The text for one channel and language; channel {@code default} serves those that have none of their own. */
    public record Wording(String channel, String language, String text) {}

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
                .flatMap(channel -> channel.getValue().entrySet().stream()
                        .map(text -> new Wording(channel.getKey(), text.getKey(), text.getValue())))
                .sorted(Comparator.comparing((Wording text) -> !text.channel().equals(Templates.DEFAULT_CHANNEL))
                        .thenComparing(Wording::channel)
                        .thenComparing(text -> !text.language().equals(first))
                        .thenComparing(Wording::language))
                .toList();
    }
}

package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the {@code templates} section and sees to it that no customer is ever left without a text. */
final class TemplateCompiler {
    private static final String SECTION = "/templates";

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final List<String> languages;

    TemplateCompiler(PositionedYaml document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.languages = Nodes.texts(document.tree().at("/metadata/languages"));
    }

    Templates compile() {
        Map<TemplateKind, Map<String, Templates.Template>> byKind = new EnumMap<>(TemplateKind.class);
        for (TemplateKind kind : TemplateKind.values()) {
            byKind.put(kind, section(PositionedYaml.member(SECTION, kind.section())));
        }
        Map<String, String> separators = new HashMap<>();
        document.tree()
                .at(SECTION + "/separators")
                .properties()
                .forEach(
                        entry -> separators.put(entry.getKey(), entry.getValue().asText()));
        return new Templates(document.tree().at("/metadata/version").asInt(), languages.getFirst(), byKind, separators);
    }

    private Map<String, Templates.Template> section(String pointer) {
        Map<String, Templates.Template> templates = new HashMap<>();
        document.tree().at(pointer).properties().forEach(entry -> {
            String template = PositionedYaml.member(pointer, entry.getKey());
            templates.put(entry.getKey(), template(template, entry.getValue()));
        });
        return templates;
    }

    private Templates.Template template(String pointer, JsonNode node) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        node.properties().forEach(channel -> {
            Map<String, String> byLanguage = new HashMap<>();
            String place = PositionedYaml.member(pointer, channel.getKey());
            channel.getValue().properties().forEach(text -> {
                refuseUnknownLanguage(PositionedYaml.member(place, text.getKey()), text.getKey());
                byLanguage.put(text.getKey(), text.getValue().asText());
            });
            texts.put(channel.getKey(), byLanguage);
        });
        List<String> missing = languages.stream()
                .filter(language ->
                        !texts.getOrDefault(Templates.DEFAULT_CHANNEL, Map.of()).containsKey(language))
                .toList();
        if (!missing.isEmpty()) {
            diagnostics.report(
                    document.keyPosition(PositionedYaml.member(pointer, Templates.DEFAULT_CHANNEL)),
                    "no text in " + String.join(", ", missing)
                            + ": the default channel has to speak every language of metadata.languages");
        }
        return new Templates.Template(texts);
    }

    private void refuseUnknownLanguage(String pointer, String language) {
        if (!languages.contains(language)) {
            diagnostics.report(
                    document.keyPosition(pointer),
                    "'" + language + "' is not one of metadata.languages: add it there, or remove this text");
        }
    }
}

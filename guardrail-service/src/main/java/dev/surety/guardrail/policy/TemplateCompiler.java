package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the {@code templates} section: the sets that the policy uses, and texts of its own, which reword those of the
 * sets. Sees to it that no customer is ever left without a text.
 */
final class TemplateCompiler {
    private static final String SECTION = "/templates";

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final PolicyLibrary library;
    private final List<TemplateSet> used = new ArrayList<>();

    TemplateCompiler(PositionedYaml document, Diagnostics diagnostics, PolicyLibrary library) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.library = library;
    }

    /** The sets that the policy uses, in its order; known after {@link #compile}. */
    List<TemplateSet> used() {
        return List.copyOf(used);
    }

    Templates compile() {
        readSets();
        Map<TemplateKind, Map<String, Templates.Template>> templates = Map.of();
        Map<String, String> separators = new HashMap<>();
        Map<String, ChannelForm> channels = new HashMap<>();
        TemplateVariables variables = TemplateVariables.NONE;
        Set<String> others = new TreeSet<>();
        for (TemplateSet set : used) {
            templates = Templates.merged(templates, set.templates());
            separators.putAll(set.separators());
            channels.putAll(set.channels());
            variables = variables.with(set.variables());
            others.addAll(set.languages());
        }
        List<String> languages = Nodes.texts(document.tree().at("/metadata/languages"));
        languages.forEach(others::remove);
        variables = variables.with(new VariableReader(document, diagnostics, languages, others).variables(SECTION));
        int version = document.tree().at("/metadata/version").asInt();
        TemplateReader own =
                new TemplateReader(document, diagnostics, SECTION, languages, path -> path + "@" + version, variables);
        templates = Templates.merged(templates, own.templates());
        separators.putAll(own.separators());
        channels.putAll(ChannelForm.read(document.tree().at(SECTION + "/channels")));
        own.refuseIncomplete(templates);
        Map<TemplateKind, Map<String, Templates.Template>> filled = Templates.filled(templates, variables);
        own.refuseUnfit(filled, channels);
        return new Templates(languages.getFirst(), filled, separators);
    }

    /**
     * Reports the disclaimers and labels of an ancestor that say something else here: others rely on their wording, so
     * only who wrote them changes them. What customers are told otherwise may be said in the child's own words.
     */
    void refuseReworded(Templates templates, Pin pin, PositionedYaml ancestor) {
        Templates before = new TemplateCompiler(ancestor, new Diagnostics(), library).compile();
        for (TemplateKind kind : List.of(TemplateKind.DISCLAIMER, TemplateKind.LABEL)) {
            before.byKind().getOrDefault(kind, Map.of()).forEach((name, template) -> {
                Map<Templates.Form, Templates.Text> now = templates
                        .byKind()
                        .getOrDefault(kind, Map.of())
                        .getOrDefault(name, new Templates.Template(Map.of()))
                        .texts();
                boolean kept = template.texts().entrySet().stream().allMatch(text -> {
                    Templates.Text mine = now.get(text.getKey());
                    return mine != null && mine.content().equals(text.getValue().content());
                });
                if (!kept) {
                    String own = SECTION + "/" + kind.section() + "/" + name;
                    diagnostics.report(
                            document.position(own),
                            kind.section() + "/" + name + " is worded otherwise than in " + pin
                                    + ", and what disclaimers and labels say is inherited as it is: give yours another"
                                    + " name");
                }
            });
        }
    }

    private void readSets() {
        JsonNode section = document.tree().at(SECTION);
        String pointer = section.isArray() ? SECTION : SECTION + "/use";
        JsonNode list = document.tree().at(pointer);
        for (int i = 0; i < list.size(); i++) {
            Location location = document.position(PositionedYaml.item(pointer, i));
            Pin pin = Pin.of(list.get(i).asText());
            Optional<TemplateSet> set = library.templates(pin);
            if (set.isEmpty()) {
                diagnostics.report(location, library.mendingTemplates(pin));
            } else if (set.get().approval() == null && !isDraft()) {
                diagnostics.report(
                        location,
                        "template set " + pin + " is not approved: say in its metadata.approval who approved it and"
                                + " when, or make this policy a draft (metadata.draft: true)");
            }
            set.ifPresent(used::add);
        }
    }

    private boolean isDraft() {
        return document.tree().at("/metadata/draft").asBoolean(false);
    }
}

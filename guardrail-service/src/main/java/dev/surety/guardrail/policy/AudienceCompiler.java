package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code audiences} section. Who is spoken to is a fact of the exchange, so conditions ask no check. */
final class AudienceCompiler {
    private static final String SECTION = "/audiences";

    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final ConditionEngine.Compiler conditions;

    AudienceCompiler(PositionedYaml document, Diagnostics diagnostics, ConditionEngine engine) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.conditions = engine.over(Vocabulary.of(Map.of()));
    }

    List<Audience> compile(Templates templates) {
        Set<String> spokenTo = templates.byKind().values().stream()
                .flatMap(named -> named.values().stream())
                .flatMap(template -> template.texts().keySet().stream())
                .map(Templates.Form::audience)
                .filter(audience -> !audience.equals(Addressee.EVERYBODY))
                .collect(Collectors.toUnmodifiableSet());
        List<Audience> audiences = new ArrayList<>();
        JsonNode list = document.tree().at(SECTION);
        for (int i = 0; i < list.size(); i++) {
            String pointer = PositionedYaml.item(SECTION, i);
            String name = list.get(i).path("name").asText();
            if (!spokenTo.contains(name)) {
                diagnostics.report(
                        document.position(pointer + "/name"),
                        "no template has a text for audience '" + name + "': "
                                + (spokenTo.isEmpty()
                                        ? "add one below its audiences"
                                        : "add one below its audiences, or " + Suggestion.mending(name, spokenTo)));
            }
            switch (conditions.condition(list.get(i).path("when").asText())) {
                case ConditionEngine.Compiled<Boolean> compiled ->
                    audiences.add(new Audience(name, compiled.expression()));
                case ConditionEngine.Refused<Boolean> refused -> {
                    PositionedYaml.Place place = document.place(pointer + "/when");
                    refused.flaws()
                            .forEach(flaw ->
                                    diagnostics.report(place.within(flaw.line(), flaw.column()), flaw.message()));
                }
            }
        }
        return audiences;
    }
}

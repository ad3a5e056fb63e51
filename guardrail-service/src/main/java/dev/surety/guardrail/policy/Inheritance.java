package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves {@code extends}: reads the policies that a policy builds on, and theirs, and puts them together into one
 * document that builds on nothing. A child may tighten as it likes and loosens only what its parents let it.
 */
final class Inheritance {
    private static final String EXTENDS = "/extends";

    private final PolicyLibrary library;
    private final DocumentSchema schema;
    private final ConditionEngine engine;
    private final Diagnostics diagnostics;
    private final Map<Pin, PositionedYaml> resolved = new LinkedHashMap<>();

    Inheritance(PolicyLibrary library, DocumentSchema schema, ConditionEngine engine, Diagnostics diagnostics) {
        this.library = library;
        this.schema = schema;
        this.engine = engine;
        this.diagnostics = diagnostics;
    }

    /** Every policy that the document builds on, directly or not, resolved; known after {@link #resolve}. */
    Map<Pin, PositionedYaml> ancestors() {
        return resolved;
    }

    /** The document without {@code extends}; what is wrong with it or a parent is reported. */
    PositionedYaml resolve(PositionedYaml document) throws PolicyRefusedException {
        return resolve(document, List.of(pin(document)));
    }

    private PositionedYaml resolve(PositionedYaml document, List<Pin> path) throws PolicyRefusedException {
        schema.validate(document, diagnostics);
        diagnostics.refuseIfAny();
        JsonNode list = document.tree().path("extends");
        if (list.isMissingNode()) {
            return document;
        }
        List<PolicyMerge.Parent> parents = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Location location = document.position(PositionedYaml.item(EXTENDS, i));
            parent(Pin.of(list.get(i).asText()), location, path).ifPresent(parents::add);
        }
        diagnostics.refuseIfAny();
        PositionedYaml merged = new PolicyMerge(document, parents, engine, diagnostics).merge();
        diagnostics.refuseIfAny();
        return merged;
    }

    private Optional<PolicyMerge.Parent> parent(Pin pin, Location location, List<Pin> path)
            throws PolicyRefusedException {
        if (path.contains(pin)) {
            List<String> circle = new ArrayList<>();
            path.subList(path.indexOf(pin), path.size()).forEach(each -> circle.add(each.toString()));
            circle.add(pin.toString());
            diagnostics.report(
                    location, "a policy cannot build on itself (" + String.join(" -> ", circle) + "): remove this");
            return Optional.empty();
        }
        Optional<PositionedYaml> found = library.policy(pin);
        if (found.isEmpty()) {
            diagnostics.report(location, library.mendingPolicy(pin));
            return Optional.empty();
        }
        if (!resolved.containsKey(pin)) {
            List<Pin> longer = new ArrayList<>(path);
            longer.add(pin);
            resolved.put(pin, resolve(found.get(), longer));
        }
        return Optional.of(new PolicyMerge.Parent(pin, resolved.get(pin)));
    }

    private static Pin pin(PositionedYaml document) {
        JsonNode metadata = document.tree().path("metadata");
        return new Pin(
                metadata.path("id").asText(),
                Math.max(1, metadata.path("version").asInt(1)));
    }
}

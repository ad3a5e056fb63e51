package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.evaluation.Reference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the documents that policies name. Each keeps to a JSON Schema of its own kind. */
final class LibraryReader {
    static final String TEMPLATE_SET = "TemplateSet";
    static final String REFERENCE_SET = "ReferenceSet";
    private static final DocumentSchema TEMPLATES = new DocumentSchema("/policies/templates.schema.json");
    private static final DocumentSchema REFERENCES = new DocumentSchema("/policies/references.schema.json");

    private final Diagnostics diagnostics = new Diagnostics();
    private final Map<Pin, TemplateSet> templates = new HashMap<>();
    private final Map<Pin, Reference> references = new HashMap<>();
    private final Map<Pin, PositionedYaml> policies = new HashMap<>();
    private final Map<String, Location> seen = new HashMap<>();

    private LibraryReader() {}

    /** Whether a document is one of those that policies name, and not a policy. */
    static boolean reads(PositionedYaml document) {
        String kind = document.tree().path("kind").asText();
        return kind.equals(TEMPLATE_SET) || kind.equals(REFERENCE_SET);
    }

    /** The library of those documents. */
    static PolicyLibrary read(List<PositionedYaml> documents) throws PolicyRefusedException {
        LibraryReader reader = new LibraryReader();
        for (PositionedYaml document : documents) {
            switch (document.tree().path("kind").asText()) {
                case TEMPLATE_SET -> reader.templateSet(document);
                case REFERENCE_SET -> reader.referenceSet(document);
                default -> reader.policy(document);
            }
        }
        reader.diagnostics.refuseIfAny();
        return new PolicyLibrary(reader.templates, reader.references, reader.policies);
    }

    /** What is wrong with a policy is said when it is compiled; here it only has to have a name. */
    private void policy(PositionedYaml document) {
        JsonNode metadata = document.tree().path("metadata");
        if (metadata.path("id").isTextual() && metadata.path("version").asInt(0) > 0) {
            policies.put(pin(document), document);
        }
    }

    private void templateSet(PositionedYaml document) {
        if (!TEMPLATES.validate(document, diagnostics)) {
            return;
        }
        Pin pin = pin(document);
        List<String> languages = Nodes.texts(document.tree().at("/metadata/languages"));
        TemplateVariables variables =
                new VariableReader(document, diagnostics, languages, List.of()).variables("/spec");
        TemplateReader reader = new TemplateReader(
                document,
                diagnostics,
                "/spec",
                languages,
                path -> pin.name() + "/" + path + "@" + pin.version(),
                variables);
        Map<TemplateKind, Map<String, Templates.Template>> read = reader.templates();
        reader.refuseIncomplete(read);
        Map<String, ChannelForm> channels = ChannelForm.read(document.tree().at("/spec/channels"));
        reader.refuseUnfit(Templates.filled(read, variables), channels);
        templates.put(
                pin,
                new TemplateSet(
                        pin,
                        CanonicalJson.digest(document.tree()),
                        languages,
                        approval(document).orElse(null),
                        read,
                        reader.separators(),
                        variables,
                        channels));
    }

    private Optional<TemplateSet.Approval> approval(PositionedYaml document) {
        JsonNode approval = document.tree().at("/metadata/approval");
        if (approval.isMissingNode()) {
            return Optional.empty();
        }
        return day(document, "/metadata/approval/on")
                .map(day -> new TemplateSet.Approval(approval.path("by").asText(), day));
    }

    private void referenceSet(PositionedYaml document) {
        if (!REFERENCES.validate(document, diagnostics)) {
            return;
        }
        Pin pin = pin(document);
        List<Reference.Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode list = document.tree().at("/spec/parts");
        for (int i = 0; i < list.size(); i++) {
            String pointer = PositionedYaml.item("/spec/parts", i);
            JsonNode part = list.get(i);
            String id = part.path("id").asText();
            if (!ids.add(id)) {
                diagnostics.report(
                        document.position(pointer + "/id"), "a part '" + id + "' stands already above: rename one");
            }
            part(document, pointer, part).ifPresent(parts::add);
        }
        references.put(
                pin,
                new Reference(
                        document.tree().at("/metadata/kind").asText(),
                        pin.name(),
                        pin.version(),
                        CanonicalJson.digest(document.tree()),
                        parts));
    }

    private Optional<Reference.Part> part(PositionedYaml document, String pointer, JsonNode node) {
        Optional<LocalDate> from = day(document, pointer + "/validFrom");
        Optional<LocalDate> to = day(document, pointer + "/validTo");
        Map<String, String> labels = new HashMap<>();
        node.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            diagnostics.report(
                    document.position(pointer + "/validTo"), "ends before it begins: exchange validFrom and validTo");
            return Optional.empty();
        }
        @Nullable LocalDate validFrom = from.orElse(null);
        @Nullable LocalDate validTo = to.orElse(null);
        return Optional.of(
                new Reference.Part(node.path("id").asText(), node.path("text").asText(), validFrom, validTo, labels));
    }

    /** The day at {@code pointer}; empty when none is given, or none that is in the calendar, which is reported. */
    private Optional<LocalDate> day(PositionedYaml document, String pointer) {
        JsonNode node = document.tree().at(pointer);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(node.asText()));
        } catch (DateTimeParseException noDay) {
            diagnostics.report(
                    document.position(pointer), "'" + node.asText() + "' is in no calendar: write a day as 2026-11-20");
            return Optional.empty();
        }
    }

    private Pin pin(PositionedYaml document) {
        JsonNode metadata = document.tree().path("metadata");
        Pin pin = new Pin(metadata.path("id").asText(), metadata.path("version").asInt());
        Location location = document.position("/metadata/version");
        Location first = seen.putIfAbsent(document.tree().path("kind").asText() + " " + pin, location);
        if (first != null) {
            diagnostics.report(
                    location, pin + " stands already in " + first + ": a version never changes, count up this one");
        }
        return pin;
    }
}

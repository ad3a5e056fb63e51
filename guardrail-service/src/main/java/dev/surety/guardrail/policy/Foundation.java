package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.evaluation.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy comes to when everything that it builds on is put in: the resolved document, and what that rests on.
 * Documents are named {@code name@version} and carry the digest of their content.
 *
 * @param document the resolved document; it extends nothing
 * @param parents the policies that it extends, directly or not
 * @param detectors the detector of each check, and what that rests on
 */
public record Foundation(
        JsonNode document,
        Map<String, String> parents,
        Map<String, String> detectors,
        Map<String, String> templateSets,
        Map<String, String> references) {
    public Foundation {
        document = document.deepCopy();
        parents = Map.copyOf(parents);
        detectors = Map.copyOf(detectors);
        templateSets = Map.copyOf(templateSets);
        references = Map.copyOf(references);
    }

    static Foundation of(
            JsonNode document,
            Map<Pin, PositionedYaml> ancestors,
            Map<String, CheckUse> checks,
            List<TemplateSet> sets,
            Collection<Reference> held) {
        Map<String, String> parents = new TreeMap<>();
        ancestors.forEach((pin, ancestor) -> parents.put(pin.toString(), CanonicalJson.digest(ancestor.tree())));
        Map<String, String> detectors = new TreeMap<>();
        checks.forEach((name, use) -> detectors.put(name, use.identity()));
        Map<String, String> templateSets = new TreeMap<>();
        sets.forEach(set -> templateSets.put(set.pin().toString(), set.digest()));
        Map<String, String> references = new TreeMap<>();
        held.forEach(reference -> references.put(reference.pin(), reference.digest()));
        return new Foundation(document, parents, detectors, templateSets, references);
    }

    /**
     * The canonical JSON (RFC 8785) of all that decides: the resolved document, the detector versions, every text that
     * a customer may read, and the digests of the documents that these come from. It is what the policy's digest is
     * computed from, so whoever holds it can check the digest and read the policy without any other document.
     */
    public String canonical(Templates templates) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("policy", document);
        all.set("parents", object(parents));
        all.set("detectors", object(detectors));
        all.set("templateSets", object(templateSets));
        all.set("references", object(references));
        ObjectNode texts = all.putObject("texts");
        templates
                .byKind()
                .forEach((kind, named) -> named.forEach((name, template) -> template.texts()
                        .values()
                        .forEach(text -> {
                            texts.put(text.reference(), text.content());
                            text.byQueue().forEach((queue, said) -> texts.put(text.reference() + " to " + queue, said));
                        })));
        return CanonicalJson.write(all);
    }

    /** {@code sha256:<hex>} of {@link #canonical}. */
    String digest(Templates templates) {
        return CanonicalJson.digestOf(canonical(templates));
    }

    private static ObjectNode object(Map<String, String> members) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::put);
        return object;
    }
}

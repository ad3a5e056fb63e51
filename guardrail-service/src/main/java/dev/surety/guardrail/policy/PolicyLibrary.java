package dev.surety.guardrail.policy;

import dev.surety.guardrail.evaluation.Reference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a policy can name: other policies, template sets and reference documents, each pinned to a version. A tenant's library holds
 * what every tenant has and what the tenant brings, and nothing of another tenant.
 */
public final class PolicyLibrary {
    /** Nothing at all. */
    public static final PolicyLibrary EMPTY = new PolicyLibrary(Map.of(), Map.of(), Map.of());

    private final Map<Pin, TemplateSet> templates;
    private final Map<Pin, Reference> references;
    private final Map<Pin, PositionedYaml> policies;

    PolicyLibrary(Map<Pin, TemplateSet> templates, Map<Pin, Reference> references, Map<Pin, PositionedYaml> policies) {
        this.policies = Map.copyOf(policies);
        this.templates = Map.copyOf(templates);
        this.references = Map.copyOf(references);
    }

    /** This library and another one; where both have something of one name and version, it is the other's. */
    PolicyLibrary with(PolicyLibrary other) {
        Map<Pin, TemplateSet> allTemplates = new HashMap<>(templates);
        allTemplates.putAll(other.templates);
        Map<Pin, Reference> allReferences = new HashMap<>(references);
        allReferences.putAll(other.references);
        Map<Pin, PositionedYaml> allPolicies = new HashMap<>(policies);
        allPolicies.putAll(other.policies);
        return new PolicyLibrary(allTemplates, allReferences, allPolicies);
    }

    Optional<TemplateSet> templates(Pin pin) {
        return Optional.ofNullable(templates.get(pin));
    }

    Optional<Reference> reference(Pin pin) {
        return Optional.ofNullable(references.get(pin));
    }

    Optional<PositionedYaml> policy(Pin pin) {
        return Optional.ofNullable(policies.get(pin));
    }

    /** What to say where a policy is named that is not here. */
    String mendingPolicy(Pin pin) {
        return mending("policy", pin, policies.keySet());
    }

    /** What to say where a template set is named that is not here. */
    String mendingTemplates(Pin pin) {
        return mending("template set", pin, templates.keySet());
    }

    /** What to say where a reference document is named that is not here. */
    String mendingReference(Pin pin) {
        return mending("reference document", pin, references.keySet());
    }

    private static String mending(String what, Pin pin, Collection<Pin> known) {
        List<Integer> versions = known.stream()
                .filter(other -> other.name().equals(pin.name()))
                .map(Pin::version)
                .sorted()
                .toList();
        if (!versions.isEmpty()) {
            return "no version " + pin.version() + " of " + what + " '" + pin.name() + "': there is "
                    + String.join(", ", versions.stream().map(String::valueOf).toList());
        }
        Map<String, Pin> byName = new TreeMap<>();
        known.forEach(other -> byName.put(other.toString(), other));
        return "no " + what + " '" + pin + "': "
                + (byName.isEmpty()
                        ? "put its document into the policy directory"
                        : "put its document into the policy directory, or "
                                + Suggestion.mending(pin.toString(), byName.keySet()));
    }
}

package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a policy document into a {@link Policy}, or says everything that is wrong with it. The steps build on one
 * another (YAML, schema, then meaning), so each stops the way when it found something.
 */
public final class PolicyCompiler {
    private final CheckCatalogue catalogue;
    private final ConditionEngine engine;
    private final PolicySchema schema = new PolicySchema();

    public PolicyCompiler(CheckCatalogue catalogue, ConditionEngine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** Compiles a document; safe to call from several threads. */
    public Policy compile(PolicySource source) throws PolicyRefusedException {
        PositionedYaml document = YamlReader.read(source);
        Diagnostics diagnostics = new Diagnostics(source.file());
        schema.validate(document, diagnostics);
        diagnostics.refuseIfAny();
        Map<String, CheckSettings> checks = new SettingsCompiler(catalogue, document, diagnostics).compile();
        Templates templates = new TemplateCompiler(document, diagnostics).compile();
        diagnostics.refuseIfAny();
        List<Check> chosen = checks.keySet().stream()
                .map(catalogue::named)
                .flatMap(Optional::stream)
                .toList();
        ConsequenceCompiler consequences = new ConsequenceCompiler(document, diagnostics, templates);
        List<Rule> rules = new RuleCompiler(document, diagnostics, engine, Vocabulary.of(chosen), consequences).rules();
        Optional<Policy.Defaults> defaults = consequences.defaults();
        List<PolicyTest> tests = new PolicyTestCompiler(document, diagnostics).compile();
        diagnostics.refuseIfAny();
        return new Policy(
                identity(document.tree(), chosen),
                document.tree().at("/metadata/description").asText(),
                Set.copyOf(Nodes.texts(document.tree().at("/metadata/bots"))),
                defaults.orElseThrow(),
                checks,
                rules,
                templates,
                tests,
                source.text());
    }

    /** The digest covers what the document means, not how it is laid out, and which versions of the checks it met. */
    private static Policy.Identity identity(JsonNode tree, List<Check> checks) {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        checks.forEach(check -> versions.put(check.name(), check.version()));
        ObjectNode digested = JsonNodeFactory.instance.objectNode();
        digested.set("policy", tree);
        digested.set("checkVersions", versions);
        JsonNode metadata = tree.path("metadata");
        return new Policy.Identity(
                metadata.path("id").asText(), metadata.path("version").asInt(), CanonicalJson.digest(digested));
    }
}

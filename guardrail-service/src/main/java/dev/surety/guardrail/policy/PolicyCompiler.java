package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a policy document into a {@link Policy}, or says everything that is wrong with it. The steps build on one
 * another (YAML, schema, then meaning), so each stops the way when it found something.
 */
public final class PolicyCompiler {
    private static final DocumentSchema SCHEMA = new DocumentSchema("/policies/policy.schema.json");

    private final CheckCatalogue catalogue;
    private final ConditionEngine engine;

    public PolicyCompiler(CheckCatalogue catalogue, ConditionEngine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** The documents among {@code sources} that policies can name; policies among them are passed over. */
    public PolicyLibrary library(List<PolicySource> sources) throws PolicyRefusedException {
        List<PositionedYaml> documents = new ArrayList<>();
        for (PolicySource source : sources) {
            documents.add(YamlReader.read(source));
        }
        return LibraryReader.read(documents);
    }

    /** Whether the document is a policy, and not one of those that policies name. */
    public static boolean isPolicy(PolicySource source) throws PolicyRefusedException {
        return !LibraryReader.reads(YamlReader.read(source));
    }

    /** Compiles a document that names nothing but what the service brings; safe to call from several threads. */
    public Policy compile(PolicySource source) throws PolicyRefusedException {
        return compile(source, library(BundledDocuments.all()));
    }

    /** Compiles a document that may name what is in the library; safe to call from several threads. */
    public Policy compile(PolicySource source, PolicyLibrary library) throws PolicyRefusedException {
        PositionedYaml document = YamlReader.read(source);
        Diagnostics diagnostics = new Diagnostics();
        SCHEMA.validate(document, diagnostics);
        diagnostics.refuseIfAny();
        SettingsCompiler settings = new SettingsCompiler(catalogue, document, diagnostics, library);
        Map<String, CheckUse> checks = settings.compile();
        TemplateCompiler templateCompiler = new TemplateCompiler(document, diagnostics, library);
        Templates templates = templateCompiler.compile();
        diagnostics.refuseIfAny();
        ConsequenceCompiler consequences = new ConsequenceCompiler(document, diagnostics, templates);
        List<Rule> rules = new RuleCompiler(document, diagnostics, engine, vocabulary(checks), consequences).rules();
        Optional<Policy.Defaults> defaults = consequences.defaults();
        List<PolicyTest> tests = new PolicyTestCompiler(document, diagnostics).compile();
        diagnostics.refuseIfAny();
        return new Policy(
                identity(document.tree(), checks.values(), templateCompiler.used(), settings.references()),
                document.tree().at("/metadata/description").asText(),
                document.tree().at("/metadata/draft").asBoolean(false),
                Set.copyOf(Nodes.texts(document.tree().at("/metadata/bots"))),
                defaults.orElseThrow(),
                checks,
                rules,
                templates,
                tests,
                source.text());
    }

    private Vocabulary vocabulary(Map<String, CheckUse> uses) {
        Map<String, Check> checks = new LinkedHashMap<>();
        uses.forEach((name, use) ->
                checks.put(name, catalogue.named(use.detector().name()).orElseThrow()));
        return Vocabulary.of(checks);
    }

    /**
     * The digest covers what the document means, not how it is laid out, and all that it rests on: the versions of the
     * detectors that it met, the texts, the reference documents.
     */
    private static Policy.Identity identity(
            JsonNode tree, Collection<CheckUse> checks, List<TemplateSet> templates, Collection<Reference> references) {
        ObjectNode versions = JsonNodeFactory.instance.objectNode();
        checks.forEach(
                check -> versions.put(check.detector().name(), check.detector().version()));
        ObjectNode sets = JsonNodeFactory.instance.objectNode();
        templates.forEach(set -> sets.put(set.pin().toString(), set.digest()));
        ObjectNode held = JsonNodeFactory.instance.objectNode();
        references.forEach(reference -> held.put(reference.pin(), reference.digest()));
        ObjectNode digested = JsonNodeFactory.instance.objectNode();
        digested.set("policy", tree);
        digested.set("detectors", versions);
        digested.set("templates", sets);
        digested.set("references", held);
        JsonNode metadata = tree.path("metadata");
        return new Policy.Identity(
                metadata.path("id").asText(), metadata.path("version").asInt(), CanonicalJson.digest(digested));
    }
}

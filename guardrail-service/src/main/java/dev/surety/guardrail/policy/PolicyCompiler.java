package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a policy document into a {@link Policy}, or says everything that is wrong with it. The steps build on one
 * another (YAML, schema, what it extends, then meaning), so each stops the way when it found something.
 */
public final class PolicyCompiler {
    private static final DocumentSchema SCHEMA = new DocumentSchema("/policies/policy.schema.json");

    private final CheckCatalogue catalogue;
    private final ConditionEngine engine;

    public PolicyCompiler(CheckCatalogue catalogue, ConditionEngine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** The documents that policies can name. */
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

    /** The policies that a document extends directly. */
    static List<Pin> extended(PolicySource source) throws PolicyRefusedException {
        return Nodes.texts(YamlReader.read(source).tree().path("extends")).stream()
                .filter(Pin::isPin)
                .map(Pin::of)
                .toList();
    }

    /** Compiles a document that names nothing but what the service brings; safe to call from several threads. */
    public Policy compile(PolicySource source) throws PolicyRefusedException {
        return compile(source, library(BundledDocuments.all()));
    }

    /** Compiles a document that may name what is in the library; safe to call from several threads. */
    public Policy compile(PolicySource source, PolicyLibrary library) throws PolicyRefusedException {
        Diagnostics diagnostics = new Diagnostics();
        Inheritance inheritance = new Inheritance(library, SCHEMA, engine, diagnostics);
        PositionedYaml document = inheritance.resolve(YamlReader.read(source));
        SCHEMA.validate(document, diagnostics);
        diagnostics.refuseIfAny();
        SettingsCompiler settings = new SettingsCompiler(catalogue, document, diagnostics, library);
        Map<String, CheckUse> checks = settings.compile();
        TemplateCompiler templateCompiler = new TemplateCompiler(document, diagnostics, library);
        Templates templates = templateCompiler.compile();
        inheritance.ancestors().forEach((pin, ancestor) -> templateCompiler.refuseReworded(templates, pin, ancestor));
        List<Audience> audiences = new AudienceCompiler(document, diagnostics, engine).compile(templates);
        diagnostics.refuseIfAny();
        ConsequenceCompiler consequences = new ConsequenceCompiler(document, diagnostics, templates);
        List<Rule> rules = new RuleCompiler(document, diagnostics, engine, vocabulary(checks), consequences).rules();
        Optional<Policy.Defaults> defaults = consequences.defaults();
        List<PolicyTest> tests = new PolicyTestCompiler(document, diagnostics).compile();
        diagnostics.refuseIfAny();
        Foundation foundation = Foundation.of(
                document.tree(), inheritance.ancestors(), checks, templateCompiler.used(), settings.references());
        JsonNode metadata = document.tree().path("metadata");
        return new Policy(
                new Policy.Identity(
                        metadata.path("id").asText(), metadata.path("version").asInt(), foundation.digest(templates)),
                metadata.path("description").asText(),
                metadata.path("draft").asBoolean(false),
                Set.copyOf(Nodes.texts(metadata.path("bots"))),
                defaults.orElseThrow(),
                checks,
                rules,
                templates,
                audiences,
                tests,
                source.text(),
                foundation);
    }

    private Vocabulary vocabulary(Map<String, CheckUse> uses) {
        Map<String, Check> checks = new LinkedHashMap<>();
        uses.forEach((name, use) ->
                checks.put(name, catalogue.named(use.detector().name()).orElseThrow()));
        return Vocabulary.of(checks);
    }
}

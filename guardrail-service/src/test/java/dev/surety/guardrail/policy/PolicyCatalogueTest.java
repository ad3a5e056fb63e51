package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCatalogueTest {
    private static final String POLICY = policyText();
    private static final PolicySource BASELINE = new PolicySource("baseline.yaml", POLICY);
    private final PolicyCompiler compiler =
            new PolicyCompiler(FakeCheck.catalogue(FakeCheck.words(900, "secret")), new CelConditionEngine());

    @Test
    void decidesByTheBaselineWhereABotHasNoPolicyOfItsOwn() throws PolicyRefusedException {
        PolicyCatalogue catalogue = PolicyCatalogue.compile(compiler, List.of(BASELINE), List.of());

        assertThat(catalogue.of("acme", "any-bot").identity().id()).isEqualTo("small");
    }

    @Test
    void prefersThePolicyOfTheTenantToThatOfEveryTenantToTheBaseline() throws PolicyRefusedException {
        PolicyCatalogue catalogue = PolicyCatalogue.compile(
                compiler,
                List.of(BASELINE),
                List.of(stored(null, "for-all", "shop"), stored("acme", "for-acme", "shop")));

        assertThat(catalogue.of("acme", "shop").identity().id()).isEqualTo("for-acme");
        assertThat(catalogue.of("globex", "shop").identity().id()).isEqualTo("for-all");
        assertThat(catalogue.of("globex", "other").identity().id()).isEqualTo("small");
        assertThat(catalogue.all()).hasSize(3);
    }

    @Test
    void refusesTwoPoliciesForOneBot() {
        assertThatThrownBy(() -> PolicyCatalogue.compile(
                        compiler, List.of(BASELINE), List.of(stored(null, "one", "shop"), stored(null, "two", "shop"))))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessage("two.yaml:1:1: bot 'shop' has a policy already, in one.yaml: remove one");
    }

    @Test
    void refusesAPolicyThatNamesNoBot() {
        assertThatThrownBy(() -> PolicyCatalogue.compile(
                        compiler,
                        List.of(BASELINE),
                        List.of(new StoredPolicy(
                                null, new PolicySource("nobodys.yaml", POLICY.replace("id: small", "id: nobodys"))))))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessage("nobodys.yaml:1:1: metadata.bots is missing: name the bots that this policy decides for");
    }

    @Test
    void givesADigestThatDependsOnMeaningAndNotOnLayout() throws PolicyRefusedException {
        String digest = compiler.compile(BASELINE).identity().digest();

        assertThat(compiler.compile(new PolicySource("x", "# a comment\n" + POLICY.replace("limit: 3", "limit:   3")))
                        .identity()
                        .digest())
                .isEqualTo(digest);
        assertThat(compiler.compile(new PolicySource("x", POLICY.replace("limit: 3", "limit: 4")))
                        .identity()
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void givesADigestThatCoversWhatThePolicyNames() throws PolicyRefusedException {
        PolicySource policy =
                new PolicySource("p.yaml", POLICY.replace("words: {limit: 3", "words: {terms: [delivery@1], limit: 3"));

        assertThat(digest(policy, terms("Returns within 30 days.")))
                .isEqualTo(digest(policy, terms("Returns within 30 days.")))
                .isNotEqualTo(digest(policy, terms("Returns within 31 days.")));
    }

    @Test
    void keepsTheDocumentsOfOneTenantFromAnother() throws PolicyRefusedException {
        String naming = POLICY.replace("words: {limit: 3", "words: {terms: [delivery@1], limit: 3");
        StoredPolicy acmes = new StoredPolicy("acme", terms("Returns within 30 days."));
        PolicySource policy = new PolicySource("shop.yaml", naming.replace("{id: small,", "{id: shop, bots: [shop],"));

        PolicyCatalogue catalogue =
                PolicyCatalogue.compile(compiler, List.of(BASELINE), List.of(acmes, new StoredPolicy("acme", policy)));

        assertThat(catalogue.of("acme", "shop").checks().get("words").settings().references("terms"))
                .extracting(Reference::pin)
                .containsExactly("delivery@1");
        assertThatThrownBy(() -> PolicyCatalogue.compile(
                        compiler, List.of(BASELINE), List.of(acmes, new StoredPolicy("globex", policy))))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageEndingWith("no reference document 'delivery@1': put its document into the policy directory");
        assertThatThrownBy(() -> PolicyCatalogue.compile(
                        compiler, List.of(BASELINE), List.of(acmes, new StoredPolicy(null, policy))))
                .isInstanceOf(PolicyRefusedException.class);
    }

    @Test
    void letsAPolicyDecideForNobodyThatOthersExtend() throws PolicyRefusedException {
        StoredPolicy house =
                new StoredPolicy(null, new PolicySource("house.yaml", POLICY.replace("{id: small,", "{id: house,")));
        StoredPolicy shop = new StoredPolicy("acme", new PolicySource("shop.yaml", """
                apiVersion: surety.dev/v1
                kind: GuardrailPolicy
                metadata: {id: shop, version: 1, bots: [shop]}
                extends: [house@4]
                """));

        PolicyCatalogue catalogue = PolicyCatalogue.compile(compiler, List.of(BASELINE), List.of(house, shop));

        assertThat(catalogue.of("acme", "shop").rules()).extracting(Rule::id).containsExactly("words.secret");
        assertThat(catalogue.all())
                .extracting(one -> one.policy().identity().id())
                .containsExactly("small", "shop");
    }

    @Test
    void refusesADraft() {
        assertThatThrownBy(() -> PolicyCatalogue.compile(
                        compiler,
                        List.of(BASELINE),
                        List.of(new StoredPolicy(
                                null,
                                new PolicySource(
                                        "draft.yaml", POLICY.replace("{id: small,", "{id: d, draft: true,"))))))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessage("draft.yaml:1:1: a draft decides for nobody: remove metadata.draft when its tests hold");
    }

    private String digest(PolicySource policy, PolicySource... besides) throws PolicyRefusedException {
        return compiler.compile(policy, compiler.library(List.of(besides)))
                .identity()
                .digest();
    }

    private static PolicySource terms(String text) {
        return new PolicySource("terms.yaml", """
                apiVersion: surety.dev/v1
                kind: ReferenceSet
                metadata: {id: delivery, version: 1, kind: terms}
                spec: {parts: [{id: returns, text: "%s"}]}
                """.formatted(text));
    }

    private static StoredPolicy stored(String tenant, String id, String bot) {
        return new StoredPolicy(
                tenant,
                new PolicySource(
                        id + ".yaml", POLICY.replace("{id: small,", "{id: %s, bots: [%s],".formatted(id, bot))));
    }

    private static String policyText() {
        try {
            return Files.readString(Path.of("src/test/resources/policies/accepted/policy.yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

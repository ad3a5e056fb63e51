package dev.surety.guardrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.guardrail.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    private static final String SHOP = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: shop, version: 3, bots: [shop]}
            extends: [baseline@1]
            rules:
              - {id: pii.payment, threshold: 0.5}
            tests:
              - {name: an account number, stage: input, customer: Pay it to DE89 3704 0044 0532 0130 00., expect: {action: redact, rules: [pii.payment]}}
            """;

    @TempDir
    private Path directory;

    private record Outcome(int code, String out, String err) {}

    @Test
    void runsTheTestsOfAPolicyWithTheRealChecks() throws IOException {
        Outcome outcome = run("check", policy("shop.yaml", SHOP));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("shop@3 sha256:")
                .contains("ok  an account number  redact    redact  pii.payment")
                .contains("1 tests, 0 failed.");
    }

    @Test
    void saysWhichTestFailsAndWhy() throws IOException {
        Outcome outcome =
                run("check", policy("shop.yaml", SHOP.replace("{action: redact, rules", "{action: block, rules")));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("FAIL  an account number  block     redact  pii.payment")
                .contains("  an account number: the action is redact, expected was block")
                .contains("1 tests, 1 failed.");
    }

    @Test
    void saysWhatIsWrongWithFileLineAndColumn() throws IOException {
        String file = policy("shop.yaml", SHOP.replace("threshold: 0.5", "threshold: 0.9"));

        Outcome outcome = run("check", file);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .startsWith(file + ":6:34: rule pii.payment is looser than in baseline@1 (baseline.yaml:")
                .endsWith("the rule would fire less: give at most 0.6\n");
    }

    @Test
    void speaksToMachines() throws IOException {
        JsonNode refused = json(run("check", policy("bad.yaml", "kind: Nonsense"), "--json"));
        JsonNode tested = json(run("check", policy("shop.yaml", SHOP), "--json"));

        assertThat(refused.path("accepted").booleanValue()).isFalse();
        assertThat(refused.at("/diagnostics/0/line").intValue()).isEqualTo(1);
        assertThat(tested.path("accepted").booleanValue()).isTrue();
        assertThat(tested.at("/tests/0/got").textValue()).isEqualTo("redact");
    }

    @Test
    void findsWhatThePolicyNamesInItsDirectoryAndNothingOfAnotherTenant() throws IOException {
        policy("acme/house.yaml", SHOP.replace("{id: shop, version: 3, bots: [shop]}", "{id: house, version: 1}"));
        String child = SHOP.replace("baseline@1", "house@1");

        assertThat(run("check", policy("acme/child.yaml", child), "--directory", directory.toString())
                        .code())
                .isZero();
        Outcome stranger = run("check", policy("globex/child.yaml", child), "--directory", directory.toString());
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.out()).contains("no policy 'house@1'");
    }

    @Test
    void showsWhatAPolicyComesTo() throws IOException {
        Outcome outcome = run("show", policy("shop.yaml", SHOP));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("decides for        shop")
                .contains("extends            baseline@1 sha256:")
                .contains("check pii          looks with pii@")
                .contains("pii.payment [PII_PAYMENT] input output")
                .contains("with the threshold at 0.5");
    }

    @Test
    void showsTheCanonicalFormThatTheDigestIsComputedFrom() throws IOException {
        String file = policy("shop.yaml", SHOP);

        String canonical = run("show", file, "--json").out();

        assertThat(run("check", file).out()).contains(CanonicalJson.digestOf(canonical));
    }

    @Test
    void checksATemplateSetToo() throws IOException {
        String set = """
                apiVersion: surety.dev/v1
                kind: TemplateSet
                metadata: {id: house, version: 1, languages: [en, de]}
                spec: {replies: {sorry: {default: {en: Sorry.}}}}
                """;

        assertThat(run("check", policy("set.yaml", set.replace("en: Sorry.", "en: Sorry., de: Pardon.")))
                        .code())
                .isZero();
        assertThat(run("check", policy("set.yaml", set)).out()).contains("set.yaml:4:26: no text in de");
    }

    @Test
    void explainsItselfWhenItIsUsedWrongly() {
        assertThat(run().err()).startsWith("usage: surety policy check FILE");
        assertThat(run("check").code()).isEqualTo(2);
        assertThat(run("check", "a", "b").code()).isEqualTo(2);
        assertThat(run("check", directory.resolve("missing.yaml").toString()).code())
                .isEqualTo(2);
    }

    private String policy(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static JsonNode json(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(outcome.out());
    }

    private static Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = PolicyCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

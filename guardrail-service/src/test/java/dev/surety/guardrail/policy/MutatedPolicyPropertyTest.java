package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever somebody hands in as a policy, or as what a policy names, the answer is a policy or a diagnostic. */
class MutatedPolicyPropertyTest {
    private static final PolicyCompiler COMPILER = new PolicyCompiler(
            FakeCheck.catalogue(FakeCheck.words(900, "secret"), FakeCheck.broken()), new CelConditionEngine());
    private static final List<List<String>> CASES = cases();
    private static final List<String> PIECES = List.of(
            "\n",
            " ",
            "  ",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "#",
            "|",
            ">",
            "&a",
            "*a",
            "!!int ",
            "~",
            "null",
            "true",
            "-1",
            "1e9",
            "0.5",
            "99999999999999999999",
            "\t",
            "\u0000",
            "\ud83d",
            "\u2028",
            "é",
            "@",
            "%",
            "extends: [house@1]",
            "use: words@3",
            "overridable: true",
            "score >= threshold",
            "then: []",
            "if: \"\"",
            "((((",
            "has(a.b)",
            "[].map(x, x)",
            "templates: []",
            "metadata: {}",
            "kind: TemplateSet");

    @Property(tries = 3_000)
    void answersWithAPolicyOrADiagnostic(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> documents = new ArrayList<>(CASES.get(random.nextInt(CASES.size())));
        int victim = random.nextInt(documents.size());
        documents.set(victim, mutated(documents.get(victim), random));

        try {
            List<PolicySource> besides = new ArrayList<>();
            for (int i = 1; i < documents.size(); i++) {
                besides.add(new PolicySource("beside-" + i + ".yaml", documents.get(i)));
            }
            Policy policy =
                    COMPILER.compile(new PolicySource("policy.yaml", documents.getFirst()), COMPILER.library(besides));
            assertThat(policy.identity().digest()).startsWith("sha256:");
        } catch (PolicyRefusedException refused) {
            assertThat(refused.diagnostics()).allSatisfy(diagnostic -> {
                assertThat(diagnostic.message()).isNotBlank();
                assertThat(diagnostic.file()).endsWith(".yaml");
            });
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), from + 1 + random.nextInt(random.nextInt(10) == 0 ? 200 : 8));
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(from, to);
                case 1 -> mutated.insert(from, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutated.insert(from, mutated.substring(from, to));
                case 3 -> mutated.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> mutated.insert(from, (char) random.nextInt(0x10000));
            }
        }
        return mutated.toString();
    }

    /** Each case's policy first, then what stands beside it. */
    private static List<List<String>> cases() {
        try (Stream<Path> directories = Files.list(Path.of("src/test/resources/policies"))) {
            return directories
                    .sorted()
                    .map(MutatedPolicyPropertyTest::documents)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> documents(Path directory) {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                documents.add(file.endsWith("policy.yaml") ? 0 : documents.size(), Files.readString(file));
            }
            return documents;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

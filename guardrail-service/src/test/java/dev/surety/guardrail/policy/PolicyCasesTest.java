package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each directory below {@code policies} is a case: {@code policy.yaml}, what it names in other documents, and in {@code expected.txt} either the
 * diagnostics, one per line, or the one line {@code accepted}.
 */
class PolicyCasesTest {
    private static final Path CASES = Path.of("src/test/resources/policies");
    private static final PolicyCompiler COMPILER = new PolicyCompiler(
            FakeCheck.catalogue(FakeCheck.words(900, "secret"), FakeCheck.broken()), new CelConditionEngine());

    static Stream<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            List<String> names = directories
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheCaseExpects(String name) throws IOException {
        // Given
        Path directory = CASES.resolve(name);
        PolicySource source = source(directory.resolve("policy.yaml"));

        // When
        String said = compile(source, besides(directory));

        // Then
        assertThat(said)
                .isEqualTo(Files.readString(directory.resolve("expected.txt")).strip());
    }

    /** The other documents of the case: what the policy may name. */
    private static List<PolicySource> besides(Path directory) throws IOException {
        List<PolicySource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".yaml") && !file.endsWith("policy.yaml")) {
                    sources.add(source(file));
                }
            }
        }
        return sources;
    }

    private static PolicySource source(Path file) throws IOException {
        return new PolicySource(file.getFileName().toString(), Files.readString(file));
    }

    private static String compile(PolicySource source, List<PolicySource> besides) {
        try {
            PolicyLibrary library = COMPILER.library(besides);
            assertThat(COMPILER.compile(source, library).rules()).isNotEmpty();
            return "accepted";
        } catch (PolicyRefusedException refused) {
            return refused.getMessage();
        }
    }
}

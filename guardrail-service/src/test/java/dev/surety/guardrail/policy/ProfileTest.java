package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which threshold counts by the profile of a check; what is refused stands in the cases {@code profile-*}. */
class ProfileTest {
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(FakeCheck.catalogue(FakeCheck.words(900, "secret")), new CelConditionEngine());

    @ParameterizedTest
    @CsvSource({"strict,400", "balanced,600", "permissive,800"})
    void choosesAmongTheThresholdsOfTheRulesOfItsCheck(String profile, int perMille) throws Exception {
        assertThat(thresholdOf(own().replace("profile: balanced", "profile: " + profile)))
                .isEqualTo(perMille);
    }

    @Test
    void isBalancedWhereTheCheckSaysNothing() throws Exception {
        assertThat(thresholdOf(own().replace("profile: balanced, ", ""))).isEqualTo(600);
    }

    @Test
    void isPartOfWhatTheDigestCovers() throws Exception {
        assertThat(compile(own()).identity().digest())
                .isNotEqualTo(compile(own().replace("profile: balanced", "profile: strict"))
                        .identity()
                        .digest());
    }

    @Test
    void isTakenFromTheParentUnlessTheChildChoosesAStricterOne() throws Exception {
        Path directory = Path.of("src/test/resources/policies/extends-stricter-profile");
        PolicyLibrary library = COMPILER.library(
                List.of(new PolicySource("house.yaml", Files.readString(directory.resolve("house.yaml")))));
        String child = Files.readString(directory.resolve("policy.yaml"));

        Policy stricter = COMPILER.compile(new PolicySource("policy.yaml", child), library);
        Policy same = COMPILER.compile(
                new PolicySource("policy.yaml", child.replace("profile: strict", "profile: balanced")), library);

        assertThat(stricter.rules().getFirst().thresholdPerMille()).isEqualTo(400);
        assertThat(same.rules().getFirst().thresholdPerMille()).isEqualTo(600);
    }

    private static Integer thresholdOf(String document) throws PolicyRefusedException {
        return requireNonNull(compile(document).rules().getFirst().thresholdPerMille());
    }

    private static Policy compile(String document) throws PolicyRefusedException {
        return COMPILER.compile(new PolicySource("policy.yaml", document));
    }

    private static String own() throws IOException {
        return Files.readString(Path.of("src/test/resources/policies/profile/policy.yaml"));
    }
}

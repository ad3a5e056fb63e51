package dev.surety.guardrail.decision.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.Status;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.BaselinePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The exchanges that {@code ./surety demo} sends, decided by the baseline as a sensible compliance officer expects.
 * They are read as the service reads them, so the test also shows that they are valid requests.
 */
class DemoExchangesTest {
    private static final Path EXCHANGES = Path.of("../launcher/src/main/resources/dev/surety/launcher/demo/exchanges");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ObjectMapper YAML = new YAMLMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Evaluator EVALUATOR = new Evaluator(BaselinePolicy.CHECKS, (check, failure) -> {
        throw new AssertionError(check, failure);
    });

    record Demo(String file, String name, EvaluationRequest request, JsonNode expected) {
        @Override
        public String toString() {
            return file + ": " + name;
        }
    }

    private record UsualLimits(int messages, int passages, int textLength, int attributes, int valueLength)
            implements GuardrailConfig.Limits {}

    static List<Demo> demos() throws IOException {
        List<Demo> demos = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXCHANGES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode node : YAML.readTree(file.toFile())) {
                    ObjectNode request = (ObjectNode) node.path("request");
                    request.put("requestId", "demo");
                    demos.add(new Demo(
                            file.getFileName().toString(),
                            node.path("name").asText(),
                            YAML.treeToValue(request, EvaluationRequest.class),
                            node.path("expect")));
                }
            }
        }
        return demos;
    }

    @ParameterizedTest
    @MethodSource("demos")
    void decidesAsAComplianceOfficerExpects(Demo demo) {
        // Given
        Exchange exchange = ExchangeReader.read(demo.request(), new UsualLimits(200, 50, 20_000, 50, 500), DAY)
                .exchange();

        // When
        Decision decision = EVALUATOR.evaluate(exchange, BaselinePolicy.POLICY);

        // Then
        List<String> fired = decision.results().stream()
                .filter(result -> result.status() == Status.FAIL)
                .map(RuleResult::rule)
                .toList();
        List<String> expected = new ArrayList<>();
        demo.expected().path("rules").forEach(rule -> expected.add(rule.asText()));
        assertThat(decision.action().wireName())
                .as(
                        "%s because: %s (fired: %s)",
                        demo, demo.expected().path("because").asText(), fired)
                .isEqualTo(demo.expected().path("action").asText());
        assertThat(fired).as(demo.toString()).containsAll(expected);
        assertThat(decision.degraded()).isEmpty();
    }

    @Test
    void thereAreEnoughOfThemInThreeLanguages() throws IOException {
        List<Demo> demos = demos();

        assertThat(demos).hasSizeGreaterThanOrEqualTo(60);
        assertThat(demos)
                .extracting(demo -> demo.request().conversation().locale().substring(0, 2))
                .contains("en", "de", "fr");
    }
}

package dev.surety.verification.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Server;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.verification.suite.Exchanges;
import dev.surety.verification.suite.ProvenLog;
import dev.surety.verification.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is killed, and whatever is away: each acknowledged evaluation is in the log exactly once, and each
 * escalation is one case.
 */
class NothingIsLostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(60);

    private final Suite suite = RunningSuite.suite();
    private final ProvenLog log = new ProvenLog();

    @ParameterizedTest
    @EnumSource(names = {"GUARDRAIL", "ESCALATION", "AUDIT", "BIAS", "KAFKA", "POSTGRES", "KEYCLOAK"})
    void aProcessIsKilledUnderLoad(Part part) throws Exception {
        try (Load load = new Load()) {
            // Given
            awaitAnswers(load, 10);
            Server server = suite.server(part);

            // When
            server.kill();
            Thread.sleep(1_000);
            server.start();
            awaitAnswers(load, load.answered() + 10);

            // Then
            everythingIsThereOnce(load.stop());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KAFKA", "POSTGRES"})
    void aServerIsAwayForAMinute(Part part) throws Exception {
        try (Load load = new Load()) {
            // Given
            awaitAnswers(load, 10);
            Server server = suite.server(part);

            // When
            server.stop();
            List<Part> affected = part == Part.KAFKA ? Part.SERVICES : List.of(Part.ESCALATION, Part.AUDIT, Part.BIAS);
            await().atMost(OUTAGE).untilAsserted(() -> assertThat(affected).noneMatch(NothingIsLostTest::isReady));
            Thread.sleep(OUTAGE);
            server.start();

            // Then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Part.SERVICES).allMatch(NothingIsLostTest::isReady));
            awaitAnswers(load, load.answered() + 10);
            everythingIsThereOnce(load.stop());
        }
    }

    @Test
    void withoutKafkaNothingIsDeliveredButTheFallback() throws Exception {
        // Given
        String conversation = Exchanges.newConversation();
        suite.server(Part.KAFKA).stop();
        try {
            // When
            JsonNode problem =
                    RunningSuite.integrator().post("/v1/evaluations", Exchanges.harmless(conversation), 503, Map.of());

            // Then
            assertThat(problem.path("type").asText()).isEqualTo("https://surety.dev/problems/not-recorded");
            assertThat(problem.toString()).doesNotContain("You can return shoes within 30 days.");
        } finally {
            suite.server(Part.KAFKA).start();
        }
        await().atMost(PATIENCE).until(() -> isReady(Part.GUARDRAIL));
    }

    private static void awaitAnswers(Load load, int count) {
        await().atMost(PATIENCE).until(() -> load.answered() >= count);
    }

    private void everythingIsThereOnce(List<Load.Acknowledged> acknowledged) throws IOException {
        for (Load.Acknowledged one : acknowledged) {
            // Nearly all are there already: the first look must not wait.
            await().pollDelay(Duration.ZERO)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(idsInLog(one.conversation()))
                            .as("entries of conversation %s", one.conversation())
                            .containsOnlyOnce(one.decisionId()));
        }
        List<String> escalated = acknowledged.stream()
                .filter(one -> one.action().equals("escalate"))
                .map(Load.Acknowledged::conversation)
                .toList();
        assertThat(escalated).isNotEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Long> cases = openCases();
            assertThat(cases).containsKeys(escalated.toArray(String[]::new));
            assertThat(escalated).allSatisfy(one -> assertThat(cases.get(one)).isEqualTo(1L));
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log.verifyWhole()).isInstanceOf(LogVerdict.Intact.class));
    }

    private List<String> idsInLog(String conversation) {
        return log.entriesOf(conversation).stream()
                .map(entry -> entry.path("id").asText())
                .toList();
    }

    private static Map<String, Long> openCases() {
        Api desk = RunningSuite.as("alice", Part.ESCALATION);
        List<String> conversations = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = desk.get("/v1/cases?state=open&limit=100" + cursor);
            page.path("items")
                    .forEach(item ->
                            conversations.add(item.path("conversationId").asText()));
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + Api.encoded(page.path("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        return conversations.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    }

    private static boolean isReady(Part service) {
        int port = RunningSuite.suite().settings().ports().managementPort(service);
        try {
            return new Api("http://localhost:" + port, () -> "")
                            .tryGet("/q/health/ready")
                            .statusCode()
                    == 200;
        } catch (LaunchFailure notAnswering) {
            return false;
        }
    }
}

package dev.surety.verification.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.suite.Part;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.verification.suite.Exchanges;
import dev.surety.verification.suite.ProvenLog;
import dev.surety.verification.suite.RunningSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExchangeToProofTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProvenLog log = new ProvenLog();

    @Test
    void anAnsweredExchangeIsProvablyInTheLog() throws Exception {
        // Given
        String conversation = Exchanges.newConversation();

        // When
        JsonNode decision = evaluate(Exchanges.harmless(conversation));

        // Then
        assertThat(decision.path("action").asText()).isEqualTo("annotate");
        JsonNode entry = theOnlyEntryOf(conversation);
        assertThat(entry.path("id").asText()).isEqualTo(decision.path("id").asText());
        assertThat(entry.path("type").asText()).isEqualTo("dev.surety.exchange.evaluated.v1");
        Checkpoint checkpoint = log.prove(entry.path("index").asLong());
        assertThat(checkpoint.size()).isGreaterThan(entry.path("index").asLong());
    }

    @Test
    void theLeafCarriesNoWordOfTheConversationButTheAuditorCanReadIt() {
        // Given
        String conversation = Exchanges.newConversation();
        String secret = "my cat is called Bartholomew";

        // When
        evaluate(Exchanges.exchange(conversation, secret, "You can return shoes within 30 days."));

        // Then
        JsonNode entry = log.entry(theOnlyEntryOf(conversation).path("index").asLong());
        String leaf = new String(Base64.getDecoder().decode(entry.path("leaf").asText()), StandardCharsets.UTF_8);
        assertThat(leaf).doesNotContain("Bartholomew", "30 days", conversation, "customer-of-");
        assertThat(entry.path("disclosures").toString()).contains(secret);
    }

    @Test
    void theSameRequestHasOneDecisionAndOneEntryHoweverOftenItComes() throws Exception {
        // Given
        String conversation = Exchanges.newConversation();
        ObjectNode request = Exchanges.harmless(conversation);

        // When
        List<String> decisions;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> evaluate(request)))
                    .toList();
            decisions = answers.stream()
                    .map(ExchangeToProofTest::result)
                    .map(answer -> answer.path("id").asText())
                    .distinct()
                    .toList();
        }

        // Then
        assertThat(decisions).hasSize(1);
        // A later exchange of the same conversation stands behind all of them, so nothing is still on its way.
        evaluate(Exchanges.harmless(conversation));
        await().atMost(PATIENCE).until(() -> log.entriesOf(conversation).size() >= 2);
        assertThat(log.entriesOf(conversation)).hasSize(2);
        assertThat(log.entriesOf(conversation).getFirst().path("id").asText()).isEqualTo(decisions.getFirst());
    }

    @Test
    void anotherTenantFindsNothing() {
        // Given
        String conversation = Exchanges.newConversation();
        evaluate(Exchanges.harmless(conversation));
        long index = theOnlyEntryOf(conversation).path("index").asLong();

        // When
        Api stranger = RunningSuite.as("gus", Part.AUDIT);

        // Then
        assertThat(stranger.get("/v1/entries?conversation=" + conversation).path("items"))
                .isEmpty();
        assertThat(stranger.tryGet("/v1/entries/" + index).statusCode()).isEqualTo(404);
    }

    @Test
    void theWholeLogCanBeHashedAgainByAnybody() throws IOException {
        // Given
        String conversation = Exchanges.newConversation();
        evaluate(Exchanges.harmless(conversation));
        long index = theOnlyEntryOf(conversation).path("index").asLong();
        await().atMost(PATIENCE).until(() -> log.isCovered(index));

        // When
        LogVerdict verdict = log.verifyWhole();

        // Then
        assertThat(verdict).isInstanceOf(LogVerdict.Intact.class);
    }

    @Test
    void noLogFileRepeatsWhatACustomerWrote() throws IOException {
        // Given
        String marker = "zanzibar-" + Exchanges.newConversation();
        String conversation = Exchanges.newConversation();

        // When
        evaluate(Exchanges.exchange(conversation, "I want a human. " + marker, "Call +44 20 7946 0958, " + marker));
        var _ = theFirstEntryOf(conversation);

        // Then
        try (Stream<Path> files = Files.list(RunningSuite.logs())) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(marker));
        }
    }

    private JsonNode evaluate(ObjectNode request) {
        return RunningSuite.integrator().post("/v1/evaluations", request, 200, Map.of());
    }

    private JsonNode theOnlyEntryOf(String conversation) {
        JsonNode first = theFirstEntryOf(conversation);
        assertThat(log.entriesOf(conversation)).hasSize(1);
        return first;
    }

    private JsonNode theFirstEntryOf(String conversation) {
        return await().atMost(PATIENCE)
                .until(
                        () -> log.entriesOf(conversation),
                        entries -> !entries.isEmpty()
                                && log.isCovered(
                                        entries.getFirst().path("index").asLong()))
                .getFirst();
    }

    private static JsonNode result(Future<JsonNode> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError("an evaluation failed", failed);
        }
    }
}

package dev.surety.escalation.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.escalation.Desk;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Working a case: what only the owner may do, what counts once, and what waits for a look at what was said. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class WorkTest {
    private static final long SEEN = 3;

    @Inject
    ExchangeConsumer consumer;

    private final String conversation = "work-" + UUID.randomUUID();
    private final Desk alice = Desk.of("alice");
    private final Desk amir = Desk.of("amir");
    private String id;

    @BeforeEach
    void openCase() {
        UUID decision = UUID.randomUUID();
        consumer.handle(Exchanges.escalated(conversation).event(decision));
        id = Identifiers.named("acme", decision.toString()).toString();
    }

    @Test
    void aSecondClaimIsToldWhoWasFaster() {
        // Given
        alice.claim(id).then().statusCode(200);

        // When
        Response second = amir.claim(id);

        // Then
        assertProblem(second, 409, "already-claimed");
        assertThat(second.jsonPath().getString("owner.name")).isEqualTo("Alice Adams");
        assertThat(second.jsonPath().getString("owner.subject"))
                .isEqualTo(alice.request().get("/v1/session").jsonPath().getString("subject"));
    }

    @Test
    void claimingWhatIsMineChangesNothing() {
        // Given
        alice.claim(id).then().statusCode(200);

        // When
        Response again = alice.claim(id);

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void onlyTheOwnerWorksACase() {
        // Given
        alice.claim(id).then().statusCode(200);

        // Then
        assertProblem(amir.reply(id, UUID.randomUUID(), "Hello", SEEN), 409, "already-claimed");
        assertProblem(amir.step(id, "key", "Looked"), 409, "already-claimed");
        assertProblem(amir.resolve(id, "\"2\""), 409, "already-claimed");
        assertProblem(amir.release(id), 409, "already-claimed");
        assertThat(alice.read(id).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aCaseThatNobodyOwnsHasToBeClaimedFirst() {
        assertProblem(alice.reply(id, UUID.randomUUID(), "Hello", SEEN), 409, "conflict");
        assertProblem(alice.step(id, "key", "Looked"), 409, "conflict");
        assertProblem(alice.resolve(id, "\"1\""), 409, "conflict");
        assertProblem(alice.release(id), 409, "conflict");
    }

    @Test
    void aReplyThatIsSentTwiceIsSaidOnce() {
        // Given
        alice.claim(id).then().statusCode(200);
        UUID message = UUID.randomUUID();
        alice.reply(id, message, "Hello", SEEN).then().statusCode(201);

        // When
        Response again = alice.reply(id, message, "Hello", SEEN);
        Response different = alice.reply(id, message, "Goodbye", SEEN);

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getLong("sequence")).isEqualTo(4);
        assertProblem(different, 422, "idempotency-conflict");
        assertThat(alice.read(id).jsonPath().getList("transcript")).hasSize(4);
    }

    @Test
    void aReplyThatIsSentManyTimesAtOnceIsSaidOnce() throws Exception {
        // Given
        alice.claim(id).then().statusCode(200);
        UUID message = UUID.randomUUID();

        // When
        List<Response> answers = atOnce(12, number -> alice.reply(id, message, "Hello", SEEN));

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(alice.read(id).jsonPath().getList("transcript")).hasSize(4);
    }

    @Test
    void aReplyWrittenWithoutSeeingTheCustomersLastWordsIsRefused() {
        // Given
        alice.claim(id).then().statusCode(200);
        consumer.handle(
                Exchanges.allowed(conversation, 2, "Never mind, cancel it!", "").event());

        // When
        Response blind = alice.reply(id, UUID.randomUUID(), "Your order is on its way", SEEN);
        Response seeing = alice.reply(id, UUID.randomUUID(), "It is cancelled", SEEN + 1);

        // Then
        assertProblem(blind, 409, "context-changed");
        assertThat(blind.jsonPath().getString("missing[0].content")).isEqualTo("Never mind, cancel it!");
        assertThat(blind.jsonPath().getLong("missing[0].sequence")).isEqualTo(4);
        assertThat(seeing.statusCode()).isEqualTo(201);
    }

    @Test
    void ownRepliesNeedNotBeSeenAndWhatWasNeverSaidCannotBe() {
        // Given
        alice.claim(id).then().statusCode(200);
        alice.reply(id, UUID.randomUUID(), "Hello", SEEN).then().statusCode(201);

        // Then
        assertThat(alice.reply(id, UUID.randomUUID(), "One moment", SEEN).statusCode())
                .isEqualTo(201);
        assertProblem(alice.reply(id, UUID.randomUUID(), "Hm", 99), 400, "invalid-value");
    }

    @Test
    void aReplyUnderAFloorThatWasLostIsRefused() {
        // Given
        alice.claim(id).then().statusCode(200);
        alice.release(id).then().statusCode(200);
        alice.claim(id).then().statusCode(200);

        // When
        Response answer = alice.request()
                .body(Map.of(
                        "clientMessageId",
                        UUID.randomUUID(),
                        "content",
                        "Written before the release",
                        "seenSequence",
                        SEEN,
                        "floorEpoch",
                        2))
                .post("/v1/cases/" + id + "/replies");

        // Then
        assertProblem(answer, 409, "floor-lost");
        assertThat(answer.jsonPath().getLong("epoch")).isEqualTo(4);
    }

    @Test
    void aStepThatIsNotedTwiceStandsOnce() throws Exception {
        // Given
        alice.claim(id).then().statusCode(200);

        // When
        List<Response> answers = atOnce(8, number -> alice.step(id, "key", "Looked it up"));
        Response different = alice.step(id, "key", "Did something else");

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("id"))
                .containsOnly(answers.getFirst().jsonPath().getString("id"));
        assertProblem(different, 422, "idempotency-conflict");
        assertThat(alice.read(id).jsonPath().getList("steps")).hasSize(1);
    }

    @Test
    void aCaseIsResolvedOnlyAsItWasReadAndOnlyWithAStep() {
        // Given
        alice.claim(id).then().statusCode(200);

        // When
        Response withoutStep = alice.resolve(id, "\"2\"");
        alice.step(id, "key", "Looked it up").then().statusCode(201);
        Response stale = alice.resolve(id, "\"2\"");
        Response weak = alice.resolve(id, "W/\"3\"");
        Response resolved = alice.resolve(id, "\"3\"");
        Response again = alice.resolve(id, "\"3\"");

        // Then
        assertProblem(withoutStep, 409, "conflict");
        assertProblem(stale, 412, "stale");
        assertThat(stale.jsonPath().getLong("version")).isEqualTo(3);
        assertProblem(weak, 412, "stale");
        assertThat(resolved.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(resolved.header("ETag"));
    }

    @Test
    void aResolvedCaseIsOver() {
        // Given
        alice.claim(id).then().statusCode(200);
        alice.step(id, "key", "Looked it up").then().statusCode(201);
        alice.resolve(id, "\"3\"").then().statusCode(200);

        // Then
        assertProblem(alice.claim(id), 409, "conflict");
        assertProblem(alice.reply(id, UUID.randomUUID(), "One more thing", SEEN), 409, "conflict");
        assertProblem(alice.step(id, "key-2", "Looked again"), 409, "conflict");
        assertProblem(alice.release(id), 409, "conflict");
        assertProblem(amir.resolve(id, "\"4\""), 409, "conflict");
    }

    private interface Call extends IntFunction<Response> {}

    private static List<Response> atOnce(int times, Call call) throws Exception {
        List<Future<Response>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> call.apply(number)));
            }
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("https://surety.dev/problems/" + type);
    }
}

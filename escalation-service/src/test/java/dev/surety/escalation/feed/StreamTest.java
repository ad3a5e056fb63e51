package dev.surety.escalation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.escalation.Desk;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.ShiftedClock;
import dev.surety.escalation.cases.event.ExchangeConsumer;
import dev.surety.escalation.feed.EventStream.Event;
import dev.surety.kit.database.Database;
import dev.surety.kit.time.Identifiers;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class StreamTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    ExchangeConsumer consumer;

    @Inject
    FeedStore store;

    @Inject
    Database database;

    @Inject
    ShiftedClock clock;

    private final Desk alice = Desk.of("alice");

    @AfterEach
    void setTheClockRight() {
        clock.putForward(Duration.ZERO);
    }

    @Test
    void whatHappensToACaseIsSeenAsItHappens() throws Exception {
        try (EventStream stream = EventStream.open(service, alice, "")) {
            // Given
            Event greeting = stream.next();
            assertThat(greeting.name()).isEqualTo("heartbeat");

            // When
            String id = openCase("acme");
            alice.claim(id).then().statusCode(200);

            // Then
            Event opened = stream.next(of(id));
            Event claimed = stream.next(of(id));
            assertThat(opened.name()).isEqualTo("case");
            assertThat(opened.data())
                    .isEqualTo("{\"feedSeq\":%s,\"caseId\":\"%s\",\"type\":\"opened\",\"version\":1}"
                            .formatted(opened.id(), id));
            assertThat(claimed.data()).contains("\"type\":\"claimed\"", "\"version\":2");
            assertThat(Long.parseLong(claimed.id())).isGreaterThan(Long.parseLong(opened.id()));
        }
    }

    @Test
    void aReaderWhoWasAwayGetsExactlyWhatItMissed() throws Exception {
        // Given
        String id = openCase("acme");
        String lastSeen;
        try (EventStream stream = EventStream.open(service, alice, "?cursor=0")) {
            lastSeen = stream.next(of(id)).id();
        }

        // When
        for (int i = 0; i < 5; i++) {
            alice.claim(id).then().statusCode(200);
            alice.release(id).then().statusCode(200);
        }

        // Then
        try (EventStream stream = EventStream.resume(service, alice, lastSeen)) {
            assertThat(stream.next()).isEqualTo(new Event("heartbeat", lastSeen, "{\"feedSeq\":" + lastSeen + "}"));
            List<Long> sequences = new ArrayList<>(List.of(Long.parseLong(lastSeen)));
            List<String> types = new ArrayList<>();
            while (types.size() < 10) {
                Event event = stream.next(one -> one.name().equals("case"));
                sequences.add(Long.parseLong(event.id()));
                if (of(id).test(event)) {
                    types.add(event.data().replaceAll(".*\"type\":\"([^\"]+)\".*", "$1"));
                }
            }
            assertThat(types)
                    .containsExactly(
                            "claimed",
                            "released",
                            "claimed",
                            "released",
                            "claimed",
                            "released",
                            "claimed",
                            "released",
                            "claimed",
                            "released");
            for (int i = 1; i < sequences.size(); i++) {
                assertThat(sequences.get(i)).isEqualTo(sequences.get(i - 1) + 1);
            }
        }
    }

    @Test
    void aReaderWhoseCursorIsForgottenIsToldToStartAnew() throws Exception {
        // Given
        String globex = openCase("globex");
        try (EventStream stream = EventStream.open(service, Desk.of("gus"), "?cursor=0")) {
            assertThat(stream.next(of(globex)).name()).isEqualTo("case");
        }
        assertThat(database.<Integer>inTransaction(connection ->
                        store.forgetBefore(connection, clock.instant().plusSeconds(1))))
                .isPositive();

        // When
        try (EventStream stream = EventStream.open(service, Desk.of("gus"), "?cursor=999999999")) {
            // Then
            assertThat(stream.next().name()).isEqualTo("heartbeat");
            Event resync = stream.next();
            assertThat(resync.name()).isEqualTo("resync");
            assertThat(Long.parseLong(resync.id())).isLessThan(999_999_999L);
            String next = openCase("globex");
            Event first = stream.next(one -> one.name().equals("case"));
            assertThat(first.data()).contains(next);
            assertThat(Long.parseLong(first.id())).isEqualTo(Long.parseLong(resync.id()) + 1);
        }
    }

    @Test
    void nobodySeesTheFeedOfAnotherTenant() throws Exception {
        try (EventStream stream = EventStream.open(service, Desk.of("gus"), "")) {
            // Given
            assertThat(stream.next().name()).isEqualTo("heartbeat");

            // When
            String foreign = openCase("acme");
            String own = openCase("globex");

            // Then
            Event first = stream.next(one -> one.name().equals("case"));
            assertThat(first.data()).contains(own).doesNotContain(foreign);
            assertThat(stream.within(Duration.ofSeconds(1)))
                    .noneSatisfy(event -> assertThat(event.data()).contains(foreign));
        }
    }

    @Test
    void aSilentStreamShowsThatItIsAlive() throws Exception {
        try (EventStream stream = EventStream.open(service, alice, "")) {
            Event greeting = stream.next();
            Event heartbeat = stream.next(event -> event.name().equals("heartbeat"));

            assertThat(heartbeat.id()).isEqualTo(greeting.id());
        }
    }

    @Test
    void theStreamEndsWhenTheTokenExpires() throws Exception {
        try (EventStream stream = EventStream.open(service, alice, "")) {
            // Given
            assertThat(stream.next().name()).isEqualTo("heartbeat");

            // When
            clock.putForward(Duration.ofHours(1));

            // Then
            assertThat(stream.next(event -> event.equals(Event.END))).isEqualTo(Event.END);
        }
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> EventStream.open(service, alice, "?cursor=yesterday"))
                .isInstanceOf(IOException.class)
                .hasMessage("The stream answers 400");
    }

    private String openCase(String tenant) {
        UUID decision = UUID.randomUUID();
        consumer.handle(Exchanges.escalated("stream-" + decision).of(tenant).event(decision));
        return Identifiers.named(tenant, decision.toString()).toString();
    }

    private static Predicate<Event> of(String caseId) {
        return event -> event.data().contains(caseId);
    }
}

package dev.surety.escalation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final UUID CASE = new UUID(0, 1);

    @Test
    void aReaderGetsExactlyWhatFollows() {
        Tail tail = new Tail(10, 100);
        tail.add(entries(11, 14));

        assertThat(tail.after(12)).contains(entries(13, 14));
        assertThat(tail.after(14)).contains(List.of());
        assertThat(tail.head()).isEqualTo(14);
    }

    @Test
    void aReaderWhoIsBehindTheMemoryIsSentToTheStore() {
        Tail tail = new Tail(0, 3);
        tail.add(entries(1, 5));

        assertThat(tail.after(1)).isEmpty();
        assertThat(tail.after(2)).contains(entries(3, 5));
    }

    @Test
    void aReaderFromBeforeTheBeginningIsSentToTheStore() {
        Tail tail = new Tail(10, 100);

        assertThat(tail.after(7)).isEmpty();
    }

    @Test
    void aGapInTheMemoryIsNotMistakenForContinuity() {
        Tail tail = new Tail(0, 100);
        tail.add(entries(1, 3));
        tail.add(entries(8, 9));

        assertThat(tail.after(2)).isEmpty();
        assertThat(tail.after(7)).contains(entries(8, 9));
    }

    @Test
    void whatWasReadTwiceIsKeptOnce() {
        Tail tail = new Tail(0, 100);
        tail.add(entries(1, 3));
        tail.add(entries(2, 4));

        assertThat(tail.after(0)).contains(entries(1, 4));
    }

    @Test
    void forgottenEntriesAreSkipped() {
        Tail tail = new Tail(0, 100);
        tail.skipTo(7);

        assertThat(tail.head()).isEqualTo(7);
        assertThat(tail.after(3)).isEmpty();
        assertThat(tail.after(7)).contains(List.of());
    }

    @Test
    void whoWaitsIsWokenByWhatComes() throws Exception {
        // Given
        Tail tail = new Tail(0, 100);
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> wait(tail, woken));

        // When
        tail.add(entries(1, 1));

        // Then
        assertThat(woken.get(60, TimeUnit.SECONDS)).isTrue();
        reader.join();
    }

    @Test
    void whoWaitsIsLetGoWhenTheTailCloses() throws Exception {
        // Given
        Tail tail = new Tail(0, 100);
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> wait(tail, woken));

        // When
        tail.close();

        // Then
        assertThat(woken.get(60, TimeUnit.SECONDS)).isTrue();
        reader.join();
    }

    private static void wait(Tail tail, CompletableFuture<Boolean> woken) {
        try {
            tail.await(0, Duration.ofMinutes(5));
            woken.complete(true);
        } catch (InterruptedException interrupted) {
            woken.completeExceptionally(interrupted);
        }
    }

    private static List<FeedEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> new FeedEntry(sequence, CASE, "claimed", sequence))
                .toList();
    }
}

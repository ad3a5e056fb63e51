package dev.surety.escalation.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest part of one tenant's feed in memory, where many readers wait for what comes next. Safe for any number of
 * threads; waiting holds no carrier thread.
 */
final class Tail {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<FeedEntry> newest = new ArrayDeque<>();
    private final int capacity;
    private long head;
    private boolean closed;

    Tail(long head, int capacity) {
        this.head = head;
        this.capacity = capacity;
    }

    /** The last number that is known here. */
    long head() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the entries that follow; one that is here already is ignored. */
    void add(List<FeedEntry> entries) {
        lock.lock();
        try {
            for (FeedEntry entry : entries) {
                if (entry.sequence() > head) {
                    if (entry.sequence() > head + 1) {
                        newest.clear();
                    }
                    newest.addLast(entry);
                    head = entry.sequence();
                }
            }
            while (newest.size() > capacity) {
                newest.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Goes on behind entries that were forgotten before they were read. */
    void skipTo(long sequence) {
        lock.lock();
        try {
            if (sequence > head) {
                newest.clear();
                head = sequence;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting; nothing comes any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something behind {@code sequence}, or the time is over, or the tail is closed. */
    void await(long sequence, Duration time) throws InterruptedException {
        long nanos = time.toNanos();
        lock.lock();
        try {
            while (head <= sequence && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What follows {@code sequence}; empty when part of it is no longer, or was never, in memory. */
    Optional<List<FeedEntry>> after(long sequence) {
        lock.lock();
        try {
            if (head <= sequence) {
                return Optional.of(List.of());
            }
            boolean complete = !newest.isEmpty() && newest.getFirst().sequence() <= sequence + 1;
            return complete
                    ? Optional.of(newest.stream()
                            .filter(entry -> entry.sequence() > sequence)
                            .toList())
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}

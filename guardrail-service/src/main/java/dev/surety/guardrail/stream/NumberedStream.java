package dev.surety.guardrail.stream;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose pieces arrive one by one, each under its number, and possibly more than once. The same number with the
 * same piece gets the same answer. Thread-safe.
 */
public final class NumberedStream {
    private final UUID id;
    private final String tenant;
    private final String openingDigest;
    private final StreamedAnswer answer;
    private final int longest;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Instant heardOf = Instant.EPOCH;
    private int next;
    private @Nullable Piece last;
    private @Nullable Answered lastAnswer;
    /** What the last piece released, kept until its answer is complete. */
    private Release pending = Release.NONE;

    private boolean ended;

    /** A piece of the answer and its number, which counts from 0. */
    public record Piece(int number, String text, boolean isLast) {
        public Piece {
            requireNonNull(text, "text");
        }
    }

    /**
     * What a piece is answered with. Sealed, because each protocol has to say each of them in its own way.
     */
    public sealed interface Answered {}

    /**
     * The piece was taken.
     *
     * @param edits the edits in all that was released so far
     * @param evaluation the decision, when the stream has ended with it
     */
    public record Taken(
            Release release,
            int releasedUpTo,
            List<TextEdit> edits,
            @Nullable Evaluation evaluation) implements Answered {
        public Taken {
            edits = List.copyOf(edits);
        }
    }

    /** Another number was expected. */
    public record OutOfTurn(int expected) implements Answered {}

    /** That number came before, with another piece. */
    public record Contradiction() implements Answered {}

    /** The stream has ended with a decision. */
    public record Over() implements Answered {}

    /** The answer would become longer than answers may be. */
    public record TooLong(int longest) implements Answered {}

    /** The stream ends without a word of the bot. */
    public record Empty() implements Answered {}

    /** The piece does not complete the character that the one before it began, or leaves one incomplete at the end. */
    public record BrokenCharacter() implements Answered {}

    /**
     * A stream that has not begun.
     *
     * @param openingDigest tells a repeated opening from another one under the same name
     * @param longest the most characters that the bot's text may have
     */
    public NumberedStream(UUID id, String tenant, String openingDigest, StreamedAnswer answer, int longest) {
        this.id = requireNonNull(id, "id");
        this.tenant = requireNonNull(tenant, "tenant");
        this.openingDigest = requireNonNull(openingDigest, "openingDigest");
        this.answer = requireNonNull(answer, "answer");
        this.longest = longest;
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public String openingDigest() {
        return openingDigest;
    }

    public StreamPlan plan() {
        return answer.plan();
    }

    public Policy policy() {
        return answer.policy();
    }

    /** Where the answer is given. */
    public Conversation conversation() {
        return answer.conversation();
    }

    void touch(Instant now) {
        heardOf = now;
    }

    Instant heardOf() {
        return heardOf;
    }

    /**
     * Takes a piece.
     *
     * @throws NotRecordedException when the stream ends with it and the decision could not be recorded; sending the same
     *     piece again tries again
     */
    public Answered take(Piece piece) throws NotRecordedException {
        lock.lock();
        try {
            if (last != null && piece.number() == last.number()) {
                return again(piece);
            }
            if (ended) {
                return new Over();
            }
            if (piece.number() != next) {
                return new OutOfTurn(next);
            }
            if (answer.length() + piece.text().length() > longest) {
                return new TooLong(longest);
            }
            if (piece.isLast() && piece.text().isBlank() && answer.text().isBlank()) {
                return new Empty();
            }
            if (breaksCharacter(piece)) {
                return new BrokenCharacter();
            }
            last = piece;
            next++;
            lastAnswer = null;
            pending = answer.append(piece.text());
            return answered(piece);
        } finally {
            lock.unlock();
        }
    }

    private boolean breaksCharacter(Piece piece) {
        String text = piece.text();
        boolean begun = last != null && Character.isHighSurrogate(answer.lastCharacter());
        if (text.isEmpty()) {
            return begun && piece.isLast();
        }
        boolean unfinished = piece.isLast() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return begun != Character.isLowSurrogate(text.charAt(0)) || unfinished;
    }

    private Answered answered(Piece piece) throws NotRecordedException {
        if (piece.isLast() || answer.isRefused()) {
            StreamedAnswer.Conclusion conclusion = answer.conclude();
            ended = true;
            Evaluation evaluation = conclusion.evaluation();
            lastAnswer = new Taken(
                    joined(pending, conclusion.release()),
                    answer.length(),
                    evaluation.decision().delivered().edits(),
                    evaluation);
        } else {
            lastAnswer = new Taken(pending, answer.releasedUpTo(), answer.edits(), null);
        }
        return lastAnswer;
    }

    private Answered again(Piece piece) throws NotRecordedException {
        if (!piece.equals(last)) {
            return new Contradiction();
        }
        // Without an answer the decision could not be recorded then; perhaps it can now.
        return lastAnswer != null ? lastAnswer : answered(piece);
    }

    /** Two changes as one. */
    private static Release joined(Release first, Release second) {
        int kept = first.text().length() - second.retract();
        return kept >= 0
                ? new Release(first.retract(), first.text().substring(0, kept) + second.text())
                : new Release(first.retract() - kept, second.text());
    }

    /**
     * Puts what was released on record, unless there is a decision already or nothing was said.
     *
     * @throws NotRecordedException when that could not be done
     */
    void abandon() throws NotRecordedException {
        lock.lock();
        try {
            if (!ended && !answer.text().isBlank()) {
                var _ = answer.abandon();
            }
            ended = true;
        } finally {
            lock.unlock();
        }
    }
}

package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.Released;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way together with the one decision that it ends in. Whatever is released after the last piece is
 * released only when the decision is on record. Used by one thread at a time.
 */
public final class StreamedAnswer {
    private final AnswerStream stream;
    private final StreamPlan plan;
    private final Policy policy;
    private final Function<String, Evaluation.Request> request;
    private final Deciding deciding;
    private final long begun = System.nanoTime();

    private @Nullable Long firstReleaseMicros;
    private int triedUpTo;

    /** Decides about answers. */
    interface Deciding {
        /** Decides and records. */
        Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy, Released released)
                throws NotRecordedException;

        /** What would be decided. */
        Action preview(Exchange exchange, Policy policy, Released released);
    }

    /** The decision, and what it changes in the text that the customer reads. */
    public record Conclusion(Release release, Evaluation evaluation) {}

    /**
     * A stream that has not begun.
     *
     * @param request names the request once the bot's text is known
     */
    StreamedAnswer(
            AnswerStream stream,
            StreamPlan plan,
            Policy policy,
            Function<String, Evaluation.Request> request,
            Deciding deciding) {
        this.stream = stream;
        this.plan = plan;
        this.policy = policy;
        this.request = request;
        this.deciding = deciding;
    }

    /** How it is streamed. */
    public StreamPlan plan() {
        return plan;
    }

    public Policy policy() {
        return policy;
    }

    /** Where the answer is given. */
    public Conversation conversation() {
        return stream.conversation();
    }

    /** How many characters the bot has written so far. */
    public int length() {
        return stream.length();
    }

    /** The last UTF-16 code unit that the bot has written; a line feed when it has written none. */
    char lastCharacter() {
        return stream.lastCharacter();
    }

    /** All that the bot has written so far. */
    public String text() {
        return stream.text();
    }

    /** How many of them stand behind what the customer reads. */
    public int releasedUpTo() {
        return stream.releasedUpTo();
    }

    /** The edits in what the customer reads so far. */
    public List<TextEdit> edits() {
        return stream.edits();
    }

    /** Takes a piece and says what of the answer may be released by it. */
    public Release append(String piece) {
        Release release = stream.append(piece);
        if (firstReleaseMicros == null && !release.text().isEmpty()) {
            firstReleaseMicros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        }
        return release;
    }

    /**
     * Whether it is certain by now that the answer will be replaced: what the bot writes after that is nobody's
     * concern. It is looked into again only when there is twice as much, so that it costs no more than the answer is
     * long.
     */
    public boolean isRefused() {
        if (!stream.refused() || stream.length() < 2 * triedUpTo) {
            return false;
        }
        triedUpTo = stream.length();
        Action action = deciding.preview(stream.exchange(), policy, stream.released(true, firstReleaseMicros));
        return action.compareTo(Action.REPLACE) <= 0;
    }

    /**
     * Decides about all that there is.
     *
     * @throws NotRecordedException when the decision could not be recorded: nothing more may be released
     */
    public Conclusion conclude() throws NotRecordedException {
        Evaluation evaluation = decide(true);
        return new Conclusion(
                stream.completion(evaluation.decision().delivered().text()), evaluation);
    }

    /**
     * Puts on record what was released of an answer that will not be completed.
     *
     * @throws NotRecordedException when that could not be done
     */
    public Evaluation abandon() throws NotRecordedException {
        return decide(false);
    }

    private Evaluation decide(boolean complete) throws NotRecordedException {
        return deciding.decide(
                request.apply(stream.text()), stream.exchange(), policy, stream.released(complete, firstReleaseMicros));
    }
}

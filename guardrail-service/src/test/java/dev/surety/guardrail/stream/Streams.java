package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.StreamMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Streams answers in pieces and keeps what the customer reads meanwhile. */
final class Streams {
    private Streams() {}

    /**
     * What became of a stream.
     *
     * @param shown what the customer read after each piece
     * @param text what the customer reads in the end
     */
    record Outcome(List<String> shown, String text, Decision decision, int releasedEarly) {}

    /** An exchange in a running chat, in which the bot has not written yet. */
    static Exchange opening(Locale locale, String... messages) {
        List<Message> said = new ArrayList<>(List.of(new Message(Message.Role.ASSISTANT, "Hello.")));
        for (String message : messages.length == 0 ? new String[] {"A question."} : messages) {
            said.add(new Message(Message.Role.USER, message));
        }
        return new Exchange(
                Stage.OUTPUT,
                new Conversation("c-1", 1, "chat", locale, null),
                new Customer("customer-1", List.of()),
                said,
                new Response("", "model-1", null),
                List.of(),
                Map.of(),
                LocalDate.of(2026, 11, 20));
    }

    /** Streams the pieces; the decision comes at the end, or as soon as the stream asks for it. */
    static Outcome run(Policy policy, StreamMode mode, Exchange opening, List<String> pieces) {
        StreamPlan plan = StreamPlan.of(policy, mode, StreamPolicies.ANSWERS);
        AnswerStream stream = new AnswerStream(plan, StreamPolicies.ANSWERS, opening, policy);
        StringBuilder reads = new StringBuilder();
        List<String> shown = new ArrayList<>();
        for (String piece : pieces) {
            apply(reads, stream.append(piece));
            shown.add(reads.toString());
            if (stream.refused()) {
                break;
            }
        }
        int early = stream.releasedUpTo();
        Decision decision = StreamPolicies.EVALUATOR.evaluate(stream.exchange(), policy, stream.released(true, 1L));
        apply(reads, stream.completion(decision.delivered().text()));
        shown.add(reads.toString());
        return new Outcome(shown, reads.toString(), decision, early);
    }

    /** The pieces of {@code text} between the given offsets. */
    static List<String> cut(String text, int... offsets) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int offset : offsets) {
            pieces.add(text.substring(from, offset));
            from = offset;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** The text in pieces of that many characters. */
    static List<String> inPiecesOf(int size, String text) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }

    private static void apply(StringBuilder reads, Release release) {
        reads.setLength(reads.length() - release.retract());
        reads.append(release.text());
    }
}

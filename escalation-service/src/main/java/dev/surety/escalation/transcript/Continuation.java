package dev.surety.escalation.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what an exchange adds to a transcript. Integrators send the whole conversation each time, or its end, or only
 * the newest message; and the bot remembers its own words even where the customer saw others. So the last message that
 * the transcript knows already is the anchor, and everything behind it is new. The newest customer message of a later
 * turn is always new, even when the same words were said before.
 */
public final class Continuation {
    private static final int NO_TURN = -1;

    private final Map<Utterance, Integer> known = new HashMap<>();
    private final int lastTurn;

    private Continuation(List<Utterance> transcript, int lastTurn) {
        this.lastTurn = lastTurn;
        transcript.forEach(said -> known.merge(heard(said), 1, Integer::sum));
    }

    /** What the first exchange of a case brings: all of its history and its answer. */
    public static List<Utterance> first(Exchange exchange) {
        return new Continuation(List.of(), NO_TURN).of(exchange);
    }

    /**
     * What {@code exchange} adds.
     *
     * @param transcript all that is known, in order
     * @param lastTurn the highest turn that the transcript has seen
     */
    public static List<Utterance> after(List<Utterance> transcript, int lastTurn, Exchange exchange) {
        return new Continuation(transcript, lastTurn).of(exchange);
    }

    private List<Utterance> of(Exchange exchange) {
        List<Utterance> history = exchange.history();
        List<Utterance> added = new ArrayList<>(history.subList(behindAnchor(exchange), history.size()));
        for (Utterance answer : exchange.answer()) {
            // Only an exchange that brings nothing else can be one that was seen already.
            if (exchange.turn() > lastTurn || !added.isEmpty() || !known.containsKey(heard(answer))) {
                added.add(answer);
            }
        }
        return List.copyOf(added);
    }

    private int behindAnchor(Exchange exchange) {
        List<Utterance> history = exchange.history();
        int comparable = history.size();
        if (exchange.turn() > lastTurn && endsWithCustomer(history)) {
            comparable--;
        }
        Map<Utterance, Integer> seen = new HashMap<>();
        int behind = 0;
        for (int i = 0; i < comparable; i++) {
            Utterance said = heard(history.get(i));
            if (seen.merge(said, 1, Integer::sum) <= known.getOrDefault(said, 0)) {
                behind = i + 1;
            }
        }
        return behind;
    }

    private static boolean endsWithCustomer(List<Utterance> history) {
        return !history.isEmpty() && history.getLast().speaker() == Speaker.CUSTOMER;
    }

    /** To a bot, everything that is not the customer's is its own side: delivered, withheld, or said by a colleague. */
    private static Utterance heard(Utterance said) {
        return said.speaker() == Speaker.CUSTOMER ? said : new Utterance(Speaker.BOT, said.content());
    }
}

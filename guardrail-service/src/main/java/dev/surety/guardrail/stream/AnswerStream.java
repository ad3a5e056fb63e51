package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.Glance;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.decision.Released;
import dev.surety.guardrail.decision.Streaming;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.check.text.SentenceStarts;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.StreamMode;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way. It is given pieces of text and releases them sentence by sentence: a part is looked at when a
 * sentence has ended and as much stands behind it as the checks can reach, together with as much as they can reach
 * before it. What is found there is masked; from a finding on that no mask hides, nothing more is released before the
 * whole answer is decided. So each character is looked at a bounded number of times, and nothing that the decision
 * about the whole answer objects to has been released. Used by one thread at a time.
 */
public final class AnswerStream {
    /** Parts that are shorter wait for the next one, so that an answer of many short sentences costs no more. */
    private static final int SHORTEST_PART = 48;

    /** What is looked at anew with every part, for example passages, may be so many times as long as the part. */
    private static final int LONGEST_SURROUNDINGS = 64;

    private final StreamPlan plan;
    private final PartialAnswers answers;
    private final Exchange opening;
    private final Policy policy;
    private final int shortestPart;

    private final StringBuilder text = new StringBuilder();
    private final SentenceStarts sentences = new SentenceStarts();
    private final StringBuilder settled = new StringBuilder();
    private final List<TextEdit> edits = new ArrayList<>();
    private List<Glance.Beginning> beginnings = List.of();
    private boolean begun;

    /** A piece that is not read from left to right throughout; empty while there is none. */
    private String bothWays = "";

    private int settledUpTo;
    private int shownUpTo;
    private int looked;
    private boolean held;
    private boolean refused;
    private boolean retracted;

    /**
     * A stream under a plan of the policy.
     *
     * @param opening the exchange with an empty response
     */
    public AnswerStream(StreamPlan plan, PartialAnswers answers, Exchange opening, Policy policy) {
        this.plan = plan;
        this.answers = answers;
        this.opening = opening;
        this.policy = policy;
        int surroundings = opening.passages().stream()
                .map(Passage::text)
                .mapToInt(String::length)
                .sum();
        this.shortestPart = Math.max(SHORTEST_PART, surroundings / LONGEST_SURROUNDINGS);
    }

    /** Takes the next piece of the answer. */
    public Release append(String piece) {
        text.append(piece);
        if (bothWays.isEmpty() && Bidi.requiresBidi(piece.toCharArray(), 0, piece.length())) {
            bothWays = piece;
        }
        if (plan.mode() == StreamMode.BUFFER) {
            return Release.NONE;
        }
        begin();
        sentences.scan(text);
        int known = settled.length();
        String tail = text.substring(settledUpTo, shownUpTo);
        if (plan.mode() == StreamMode.OPTIMISTIC) {
            putBeginnings("");
        }
        look();
        shownUpTo = plan.mode() == StreamMode.OPTIMISTIC && !held
                ? Graphemes.lastBoundary(text, Math.max(settledUpTo, shownUpTo))
                : settledUpTo;
        Release release = Release.between(tail, settled.substring(known) + text.substring(settledUpTo, shownUpTo));
        retracted |= release.retract() > 0;
        return release;
    }

    /**
     * Whether something was found for which the answer is going to be replaced, so that waiting for its end is idle.
     * Only the decision about what there is says whether it really is.
     */
    public boolean refused() {
        return refused;
    }

    /** All that the bot has written. */
    public String text() {
        return text.toString();
    }

    /** Where the answer is given. */
    public Conversation conversation() {
        return opening.conversation();
    }

    char lastCharacter() {
        return text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
    }

    public int length() {
        return text.length();
    }

    /** How many characters of the bot's text stand behind what the customer reads. */
    public int releasedUpTo() {
        return shownUpTo;
    }

    /** The edits in what was released, in offsets of the bot's text. */
    public List<TextEdit> edits() {
        return List.copyOf(edits);
    }

    /** The exchange as far as it goes. */
    public Exchange exchange() {
        return opening.answering(text.toString());
    }

    /** What the customer has, for the decision about the whole. */
    public Released released(boolean complete, @Nullable Long firstReleaseMicros) {
        Streaming streaming = new Streaming(plan.mode(), shownUpTo, firstReleaseMicros, complete, retracted);
        if (plan.mode() == StreamMode.OPTIMISTIC && complete) {
            // Nothing has to stay: what differs from the decided text is taken back.
            return new Released(0, "", List.of(), streaming);
        }
        return new Released(shownUpTo, shown().toString(), edits, streaming);
    }

    /** What makes the decided text out of what the customer has. */
    public Release completion(String decided) {
        return Release.between(shown(), decided);
    }

    private CharSequence shown() {
        return new StringBuilder(settled).append(text, settledUpTo, Math.max(settledUpTo, shownUpTo));
    }

    private void begin() {
        if (!begun) {
            begun = true;
            Glance glance = answers.look(opening, policy, plan.early());
            beginnings = glance.beginnings();
            // These rules do not read the answer: what they ask for holds whatever follows.
            refused = glance.refused() || !glance.evidence().isEmpty();
            held = refused;
        }
    }

    private void look() {
        int available = text.length();
        if (available > 0 && Character.isHighSurrogate(text.charAt(available - 1))) {
            available--;
        }
        int end = sentences.atOrBefore(available - plan.behind());
        if (end - looked < shortestPart) {
            return;
        }
        int start = sentences.atOrBefore(looked - plan.before());
        Glance glance = answers.look(opening.answering(text.substring(start, available)), policy, plan.passing());
        int until = end;
        for (Glance.Mask mask : glance.masks()) {
            if (start + mask.start() < end && start + mask.end() > end) {
                until = Math.max(looked, start + mask.start());
            }
        }
        int from = looked;
        int to = until;
        refused |= glance.evidence().stream().anyMatch(place -> isIn(start + place, from, to));
        int suspect = glance.suspects().stream()
                .map(place -> start + place)
                .filter(place -> isIn(place, from, to))
                .min(Integer::compare)
                .orElse(until);
        if (!held) {
            settle(glance, start, glance.refused() ? settledUpTo : suspect);
            held = glance.refused() || suspect < until;
        }
        looked = until;
    }

    private static boolean isIn(int place, int from, int to) {
        return place >= from && place < to;
    }

    /** Releases the text up to {@code until} with the masks of a glance at the part that begins at {@code start}. */
    private void settle(Glance glance, int start, int until) {
        if (until > settledUpTo) {
            putBeginnings(text.substring(0, until));
        }
        for (Glance.Mask mask : glance.masks()) {
            int from = start + mask.start();
            if (from >= settledUpTo && start + mask.end() <= until) {
                TextEdit edit = mask.toEdit(start, bothWays);
                settled.append(text, settledUpTo, from).append(edit.text());
                edits.add(edit);
                settledUpTo = start + mask.end();
            }
        }
        if (until > settledUpTo) {
            settled.append(text, settledUpTo, until);
            settledUpTo = until;
        }
    }

    private void putBeginnings(String firstText) {
        String separator = policy.templates().separator(opening.conversation().channel());
        for (Glance.Beginning beginning : beginnings) {
            if (!firstText.contains(beginning.text())) {
                TextEdit edit = beginning.toEdit(separator);
                settled.append(edit.text());
                edits.add(edit);
            }
        }
        beginnings = List.of();
    }
}

package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exchange between a customer and a bot, as it is judged. There is always something to judge: a message of the
 * customer at stage {@link Stage#INPUT}, a response at stage {@link Stage#OUTPUT}.
 *
 * @param messages the conversation so far, oldest first
 * @param attributes the integrator's own facts about the exchange, which conditions may ask for
 * @param day the day (UTC) of the exchange: it decides which passages are out of date, and belongs to the exchange so
 *     that a replay next year decides as today
 */
public record Exchange(
        Stage stage,
        Conversation conversation,
        Customer customer,
        List<Message> messages,
        @Nullable Response response,
        List<Passage> passages,
        Map<String, String> attributes,
        LocalDate day) {

    /** What stands between the messages of a customer who wrote several in a row, when they are read as one text. */
    public static final String MESSAGE_SEPARATOR = "\n";

    /** The path of the bot's answer. */
    public static final String RESPONSE_PATH = "response.content";

    public Exchange {
        requireNonNull(stage, "stage");
        requireNonNull(conversation, "conversation");
        requireNonNull(customer, "customer");
        messages = List.copyOf(messages);
        passages = List.copyOf(passages);
        attributes = Map.copyOf(attributes);
        requireNonNull(day, "day");
        if (stage == Stage.OUTPUT && response == null) {
            throw new IllegalArgumentException("response is missing: stage output judges the response");
        }
        if (stage == Stage.INPUT && latestCustomerTexts(messages).isEmpty()) {
            throw new IllegalArgumentException(
                    "messages end without a message of the customer: stage input judges the customer's last words");
        }
    }

    /**
     * The texts that are judged at this stage, in order: at {@link Stage#OUTPUT} the response; at {@link Stage#INPUT}
     * everything the customer wrote since the bot last spoke, because people (and attackers) split a sentence over
     * several messages. What was said earlier has had its own decision.
     */
    public List<NamedText> texts() {
        return switch (stage) {
            case INPUT -> latestCustomerTexts(messages);
            case OUTPUT ->
                List.of(new NamedText(RESPONSE_PATH, requireNonNull(response).content()));
        };
    }

    /** The path of the words of a message, which is counted from 0. */
    public static String messagePath(int index) {
        return "messages[" + index + "].content";
    }

    /** The same exchange with another text of the bot's answer. */
    public Exchange answering(String content) {
        Response said = requireNonNull(response, "response");
        return new Exchange(
                stage,
                conversation,
                customer,
                messages,
                new Response(content, said.model(), said.promptVersion()),
                passages,
                attributes,
                day);
    }

    /** What the customer wrote since the bot last spoke, oldest first, at either stage; may be empty at output. */
    public List<NamedText> latestCustomerTexts() {
        return latestCustomerTexts(messages);
    }

    /** The text that the decision is about and that may be delivered: the judged texts as one. */
    public String subject() {
        List<NamedText> texts = texts();
        if (texts.size() == 1) {
            return texts.getFirst().content();
        }
        return String.join(
                MESSAGE_SEPARATOR, texts.stream().map(NamedText::content).toList());
    }

    /** Where the text at {@code path} begins within {@link #subject()}; empty when it is not part of it. */
    public Optional<Integer> subjectOffset(String path) {
        int offset = 0;
        for (NamedText text : texts()) {
            if (text.path().equals(path)) {
                return Optional.of(offset);
            }
            offset += text.content().length() + MESSAGE_SEPARATOR.length();
        }
        return Optional.empty();
    }

    /** The passages that the answer refers to; all of them when it refers to none. */
    public List<Passage> citedPassages() {
        List<Passage> cited = passages.stream().filter(Passage::cited).toList();
        return cited.isEmpty() ? passages : cited;
    }

    /** An answer of ours in the same conversation, alone: without what was said before and what was looked up. */
    public Exchange ofAnswer(String content) {
        return new Exchange(
                Stage.OUTPUT,
                conversation,
                customer,
                List.of(),
                new Response(content, null, null),
                List.of(),
                attributes,
                day);
    }

    private static List<NamedText> latestCustomerTexts(List<Message> messages) {
        int first = messages.size();
        int end = lastCustomerMessage(messages) + 1;
        for (int i = end - 1; i >= 0 && messages.get(i).role() == Message.Role.USER; i--) {
            first = i;
        }
        List<NamedText> texts = new ArrayList<>(Math.max(0, end - first));
        for (int i = first; i < end; i++) {
            texts.add(new NamedText(messagePath(i), messages.get(i).content()));
        }
        return List.copyOf(texts);
    }

    private static int lastCustomerMessage(List<Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role() == Message.Role.USER) {
                return i;
            }
        }
        return -1;
    }
}

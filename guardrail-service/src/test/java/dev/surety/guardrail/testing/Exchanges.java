package dev.surety.guardrail.testing;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Exchanges to decide about, each as plain as the test allows. */
public final class Exchanges {
    private static final Customer CUSTOMER = new Customer("cust-1", List.of("service"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Exchanges() {}

    /** The bot's answer in a running English chat. */
    public static Exchange answer(String text) {
        return answer(text, "chat", Locale.UK);
    }

    /** The bot's answer on a channel, in a language. */
    public static Exchange answer(String text, String channel, Locale locale) {
        return new Exchange(
                Stage.OUTPUT,
                new Conversation("c-1", 1, channel, locale, "GB"),
                CUSTOMER,
                List.of(new Message(Message.Role.ASSISTANT, "Hello."), new Message(Message.Role.USER, "A question.")),
                new Response(text, "model-1", null),
                List.of(),
                Map.of("segment", "retail"),
                DAY);
    }

    /** What the customer wrote since the bot last spoke. */
    public static Exchange question(String... texts) {
        List<Message> messages = Stream.concat(
                        Stream.of(
                                new Message(Message.Role.USER, "An old secret, decided long ago."),
                                new Message(Message.Role.ASSISTANT, "Hello.")),
                        Arrays.stream(texts).map(text -> new Message(Message.Role.USER, text)))
                .toList();
        return new Exchange(
                Stage.INPUT,
                new Conversation("c-1", 1, "chat", Locale.UK, null),
                CUSTOMER,
                messages,
                null,
                List.of(),
                Map.of(),
                DAY);
    }
}

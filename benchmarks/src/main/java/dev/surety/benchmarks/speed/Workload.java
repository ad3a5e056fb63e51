package dev.surety.benchmarks.speed;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Exchanges of a given size as a shop's customers and bot would write them. The sentences are drawn with a seed, so
 * that every run judges the same texts, and no two texts of a run are the same.
 */
public final class Workload {
    private static final List<String> QUESTIONS = List.of(
            "I ordered a coffee machine on %d October and it still has not arrived at my flat.",
            "The parcel number is %d and the tracking page has not changed since Tuesday.",
            "Could you tell me whether I can still change the delivery address for order %d?",
            "My sister bought the same model last year and it broke after about %d weeks.",
            "I would like to know how much it costs to send it back if I do not like it.",
            "Is there a shop near the main station where I can pick it up before %d o'clock?",
            "I paid %d euros for express delivery, so I expected it to be here by now.",
            "Thanks for looking into this, I am at home every evening after %d.");
    private static final List<String> ANSWERS = List.of(
            "Thank you for your patience, I have looked up order %d for you.",
            "You can return goods within %d days of delivery, as long as they are unused.",
            "Standard delivery takes %d working days within the country and is free of charge.",
            "If the machine is faulty, we repair or replace it during the first %d months.",
            "The return label is in your account under orders, and you can print it at home.",
            "Our shop at the station is open until %d o'clock from Monday to Saturday.",
            "As soon as the parcel has been handed over you will receive a message with a link.",
            "Refunds reach your account %d days after the goods have arrived at our warehouse.");

    private final SplittableRandom random;

    public Workload(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A bot's answer beside its question and four passages of 500 characters. */
    public Exchange answer(int questionCharacters, int answerCharacters) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            passages.add(new Passage("kb-" + i, text(ANSWERS, 500), 850 - i * 50, "help", true, null, null));
        }
        return new Exchange(
                Stage.OUTPUT,
                new Conversation("c-" + random.nextInt(1_000_000), 1, "chat", Locale.UK, "GB"),
                new Customer("customer-" + random.nextInt(1_000_000), List.of("service")),
                List.of(
                        new Message(Message.Role.ASSISTANT, "Hello, I am the shop's AI assistant."),
                        new Message(Message.Role.USER, text(QUESTIONS, questionCharacters))),
                new Response(text(ANSWERS, answerCharacters), "model-1", "prompt-1"),
                passages,
                Map.of("segment", "retail"),
                LocalDate.of(2026, 11, 20));
    }

    /** As many exchanges of that size as asked for. */
    public List<Exchange> answers(int count, int questionCharacters, int answerCharacters) {
        List<Exchange> exchanges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            exchanges.add(answer(questionCharacters, answerCharacters));
        }
        return exchanges;
    }

    private String text(List<String> sentences, int characters) {
        StringBuilder text = new StringBuilder(characters + 100);
        while (text.length() < characters) {
            int chosen = random.nextInt(sentences.size());
            text.append(sentences.get(chosen).formatted(3 + chosen)).append(' ');
        }
        return text.substring(0, characters).strip();
    }
}

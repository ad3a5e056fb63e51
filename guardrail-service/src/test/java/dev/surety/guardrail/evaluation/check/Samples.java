package dev.surety.guardrail.evaluation.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the data files that stand beside these tests, and makes exchanges of them. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Customer CUSTOMER = new Customer("cust-1", List.of());

    private Samples() {}

    static <T> List<T> read(String file, TypeReference<List<T>> type) {
        try (InputStream stream = Samples.class.getResourceAsStream(file)) {
            return YAML.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** What a customer wrote. */
    static Exchange says(String... texts) {
        return saysIn("en-GB", null, texts);
    }

    static Exchange saysIn(String locale, @Nullable String jurisdiction, String... texts) {
        List<Message> messages = List.of(texts).stream()
                .map(text -> new Message(Message.Role.USER, text))
                .toList();
        return new Exchange(
                Stage.INPUT, conversation(locale, jurisdiction), CUSTOMER, messages, null, List.of(), Map.of(), DAY);
    }

    /** What a customer wrote to a bot with this system message. */
    static Exchange saysToBot(String system, String text) {
        return new Exchange(
                Stage.INPUT,
                conversation("en-GB", null),
                CUSTOMER,
                List.of(new Message(Message.Role.SYSTEM, system), new Message(Message.Role.USER, text)),
                null,
                List.of(),
                Map.of(),
                DAY);
    }

    /** What a bot wants to answer, on these passages. */
    static Exchange answers(String answer, String question, List<String> passages) {
        return answers(
                answer,
                question,
                IntStream.range(0, passages.size())
                        .mapToObj(i -> new Passage("p" + i, passages.get(i), 800, "kb", true, null, null))
                        .toList(),
                Map.of());
    }

    static Exchange answers(String answer, String question, List<Passage> passages, Map<String, String> attributes) {
        return new Exchange(
                Stage.OUTPUT,
                conversation("en-GB", "GB"),
                CUSTOMER,
                List.of(new Message(Message.Role.USER, question)),
                new Response(answer, "model-1", null),
                passages,
                attributes,
                DAY);
    }

    /** What a bot with this system message wants to answer, on these passages. */
    static Exchange answersAfter(String system, String answer, List<String> passages) {
        Exchange plain = answers(answer, "Hello", passages);
        List<Message> messages = List.of(
                new Message(Message.Role.SYSTEM, system), plain.messages().getFirst());
        return new Exchange(
                plain.stage(),
                plain.conversation(),
                plain.customer(),
                messages,
                plain.response(),
                plain.passages(),
                plain.attributes(),
                plain.day());
    }

    /** The part of the exchange that a finding points at. */
    static String marked(Exchange exchange, Finding finding) {
        return text(exchange, finding.path()).substring(finding.start(), finding.end());
    }

    /** The text at {@code path}, which has to be one that the exchange has. */
    static String text(Exchange exchange, String path) {
        if (path.startsWith("passages[")) {
            int index = Integer.parseInt(path.substring("passages[".length(), path.indexOf(']')));
            return exchange.passages().get(index).text();
        }
        return Stream.concat(exchange.texts().stream(), exchange.latestCustomerTexts().stream())
                .filter(text -> text.path().equals(path))
                .map(NamedText::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text at " + path));
    }

    private static Conversation conversation(String locale, @Nullable String jurisdiction) {
        return new Conversation("c-1", 1, "chat", Locale.forLanguageTag(locale), jurisdiction);
    }
}

package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tests} section into exchanges. What a test leaves out is the plainest that it can be. */
final class PolicyTestCompiler {
    private static final String SECTION = "/tests";
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 11, 20);

    private final PositionedYaml document;
    private final Diagnostics diagnostics;

    PolicyTestCompiler(PositionedYaml document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    List<PolicyTest> compile() {
        List<PolicyTest> tests = new ArrayList<>();
        JsonNode list = document.tree().at(SECTION);
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            exchange(PositionedYaml.item(SECTION, i), node)
                    .map(exchange ->
                            new PolicyTest(node.path("name").asText(), exchange, expectation(node.path("expect"))))
                    .ifPresent(tests::add);
        }
        return tests;
    }

    private Optional<Exchange> exchange(String pointer, JsonNode node) {
        try {
            return Optional.of(new Exchange(
                    Stage.valueOf(node.path("stage").asText().toUpperCase(Locale.ROOT)),
                    conversation(node),
                    new Customer("a-customer", List.of()),
                    messages(node),
                    node.has("response") ? new Response(node.path("response").asText(), null, null) : null,
                    passages(node.path("passages")),
                    attributes(node.path("attributes")),
                    node.has("day") ? LocalDate.parse(node.path("day").asText()) : USUAL_DAY));
        } catch (DateTimeParseException noDay) {
            diagnostics.report(
                    document.position(pointer), "this test names a day that is in no calendar: write it as 2026-11-20");
        } catch (IllegalArgumentException incomplete) {
            diagnostics.report(
                    document.position(pointer),
                    "stage input needs 'customer' and stage output needs 'response': add what this test judges");
        }
        return Optional.empty();
    }

    private static Conversation conversation(JsonNode node) {
        return new Conversation(
                "a-conversation",
                node.has("earlierAnswer") ? 1 : 0,
                node.path("channel").asText("chat"),
                Locale.forLanguageTag(node.path("locale").asText("en-GB")),
                Nodes.textOrNull(node, "jurisdiction"));
    }

    private static List<Message> messages(JsonNode node) {
        List<Message> messages = new ArrayList<>();
        if (node.has("earlierAnswer")) {
            messages.add(new Message(
                    Message.Role.ASSISTANT, node.path("earlierAnswer").asText()));
        }
        if (node.has("customer")) {
            messages.add(new Message(Message.Role.USER, node.path("customer").asText()));
        }
        return messages;
    }

    private static List<Passage> passages(JsonNode list) {
        List<Passage> passages = new ArrayList<>();
        list.forEach(node -> passages.add(new Passage(
                "passage-" + passages.size(),
                node.path("text").asText(),
                PerMille.of(node.path("score").doubleValue()),
                null,
                node.path("cited").asBoolean(true),
                day(node, "validFrom"),
                day(node, "validTo"))));
        return passages;
    }

    private static @Nullable LocalDate day(JsonNode node, String member) {
        return node.has(member) ? LocalDate.parse(node.path(member).asText()) : null;
    }

    private static Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new HashMap<>();
        node.properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return attributes;
    }

    private static PolicyTest.Expectation expectation(JsonNode node) {
        return new PolicyTest.Expectation(
                Action.ofWireName(node.path("action").asText()),
                Nodes.texts(node.path("rules")),
                Nodes.texts(node.path("silent")),
                Nodes.texts(node.path("contains")),
                Nodes.texts(node.path("omits")));
    }
}

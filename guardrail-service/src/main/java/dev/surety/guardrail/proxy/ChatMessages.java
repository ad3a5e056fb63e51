package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.decision.rest.EvaluationRequest.MessagePart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.PassagePart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a chat as an exchange has them. What tools returned is no message but something that the answer rests
 * on, so it is judged as retrieved passages are.
 */
final class ChatMessages {
    private final List<@Nullable MessagePart> parts = new ArrayList<>();
    private final List<Integer> judged = new ArrayList<>();
    private final List<@Nullable PassagePart> results = new ArrayList<>();
    private int turn;

    private ChatMessages() {}

    static ChatMessages read(@Nullable JsonNode node) throws ChatFailure {
        if (node == null || !node.isArray() || node.isEmpty()) {
            throw ChatFailure.invalid("messages", "A list with at least one message is required.");
        }
        ChatMessages messages = new ChatMessages();
        for (int i = 0; i < node.size(); i++) {
            messages.add(node.get(i), i);
        }
        if (messages.parts.stream().noneMatch(part -> part != null && "user".equals(part.role()))) {
            throw ChatFailure.invalid("messages", "A message of the user is required: it is what is judged first.");
        }
        return messages;
    }

    private void add(JsonNode message, int index) throws ChatFailure {
        String place = "messages[" + index + "]";
        String role = message.path("role").asText("");
        String text = text(message.path("content"), place + ".content");
        switch (role) {
            case "user" -> add("user", text, index);
            case "system", "developer" -> add("system", text, index);
            case "assistant" -> {
                turn++;
                add("assistant", joined(text, arguments(message.path("tool_calls"))), index);
            }
            case "tool" -> {
                if (!text.isBlank()) {
                    String id = "tool:" + message.path("tool_call_id").asText(Integer.toString(index));
                    results.add(new PassagePart(id, text, 1.0, "tool", true, null, null));
                }
            }
            case String _ ->
                throw ChatFailure.invalid(place + ".role", "user, assistant, system, developer or tool was expected.");
        }
    }

    private void add(String role, String text, int index) {
        if (!text.isBlank()) {
            parts.add(new MessagePart(role, text));
            judged.add(index);
        }
    }

    private static String text(JsonNode content, String place) throws ChatFailure {
        if (content.isTextual()) {
            return content.asText();
        }
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        if (!content.isArray()) {
            throw ChatFailure.invalid(place, "A text or a list of parts was expected.");
        }
        String all = "";
        for (JsonNode part : content) {
            all = joined(
                    all,
                    switch (part.path("type").asText("")) {
                        case "text" -> part.path("text").asText("");
                        case "refusal" -> part.path("refusal").asText("");
                        case String type ->
                            throw ChatFailure.invalid(
                                    place, "Only text can be judged; leave out the part of type '" + type + "'.");
                    });
        }
        return all;
    }

    private static String arguments(JsonNode calls) {
        String all = "";
        for (JsonNode call : calls) {
            all = joined(all, call.at("/function/arguments").asText(""));
        }
        return all;
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : one + "\n" + other;
    }

    List<@Nullable MessagePart> parts() {
        return parts;
    }

    List<Integer> judged() {
        return judged;
    }

    /** How often the bot has answered. */
    int turn() {
        return turn;
    }

    /** The passages of the caller and what tools returned. */
    List<@Nullable PassagePart> withResults(@Nullable List<@Nullable PassagePart> passages) {
        List<@Nullable PassagePart> all = new ArrayList<>(passages == null ? List.of() : passages);
        all.addAll(results);
        return all;
    }
}

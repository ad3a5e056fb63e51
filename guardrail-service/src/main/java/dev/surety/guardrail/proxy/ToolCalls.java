package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The tool calls of one answer, put together from their pieces; they leave only when their arguments were judged. */
final class ToolCalls {
    private static final int MOST = 64;

    private final SequencedMap<Integer, Call> calls = new TreeMap<>();

    /** One call, as far as it is known. */
    static final class Call {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();

        String arguments() {
            return arguments.toString();
        }
    }

    /** Takes the pieces of a delta, or the calls of a whole message. */
    void add(JsonNode pieces) {
        int position = 0;
        for (JsonNode piece : pieces) {
            int index = piece.path("index").asInt(position++);
            if (index < 0 || index >= MOST) {
                continue;
            }
            Call call = calls.computeIfAbsent(index, any -> new Call());
            call.id = piece.path("id").asText(call.id);
            call.name = piece.at("/function/name").asText(call.name);
            call.arguments.append(piece.at("/function/arguments").asText(""));
        }
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** How many characters all arguments have. */
    int length() {
        return calls.values().stream().mapToInt(call -> call.arguments.length()).sum();
    }

    SequencedMap<Integer, Call> all() {
        return calls;
    }

    /**
     * The arguments of a call as its decision lets them through: with the masks in them, as long as they are JSON then.
     *
     * @return empty when they may not be used
     */
    static Optional<String> allowed(ObjectMapper json, Evaluation evaluation) {
        if (Admission.replaces(evaluation)) {
            return Optional.empty();
        }
        Exchange exchange = evaluation.exchange();
        String arguments = exchange.subject();
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (TextEdit edit : evaluation.decision().delivered().edits()) {
            if (edit.operation() == TextEdit.Operation.REDACT) {
                masked.append(arguments, copied, edit.start()).append(edit.text());
                copied = edit.end();
            }
        }
        masked.append(arguments.substring(copied));
        return copied == 0 || isJson(json, masked.toString()) ? Optional.of(masked.toString()) : Optional.empty();
    }

    private static boolean isJson(ObjectMapper json, String text) {
        try {
            return json.readTree(text).isObject();
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    /** The calls as the protocol writes them, with these arguments. */
    ArrayNode write(SequencedMap<Integer, String> arguments, boolean withIndex) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        calls.forEach((index, call) -> {
            var one = written.addObject();
            if (withIndex) {
                one.put("index", index);
            }
            one.put("id", call.id)
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.name)
                    .put("arguments", arguments.getOrDefault(index, ""));
        });
        return written;
    }
}

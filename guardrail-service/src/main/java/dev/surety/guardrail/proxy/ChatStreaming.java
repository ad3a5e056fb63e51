package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.proxy.upstream.UpstreamAnswer;
import dev.surety.guardrail.proxy.upstream.UpstreamFailure;
import dev.surety.guardrail.proxy.upstream.UpstreamFailure.Kind;
import dev.surety.guardrail.stream.Release;
import dev.surety.guardrail.stream.StreamedAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One streamed completion: reads the model's pieces, and sends on what is released. However it ends, what the customer
 * has read is on record, and the stream is never simply cut.
 */
final class ChatStreaming {
    private static final String DONE = "[DONE]";

    private final AnswerJudge judge;
    private final ChatWords words;
    private final ObjectMapper json;
    private final Evaluation input;
    private final int expected;
    private final Map<Integer, Choice> choices = new TreeMap<>();
    private @Nullable JsonNode usage;

    /**
     * A stream.
     *
     * @param expected how many answers were asked for
     */
    ChatStreaming(AnswerJudge judge, ChatWords words, ObjectMapper json, Evaluation input, int expected) {
        this.judge = judge;
        this.words = words;
        this.json = json;
        this.input = input;
        this.expected = expected;
    }

    /** One of the answers. */
    private static final class Choice {
        private final int index;
        private final StreamedAnswer answer;
        private final ToolCalls calls = new ToolCalls();
        private final PlainPieces pieces = new PlainPieces();
        private boolean concluded;
        private boolean refused;

        private Choice(int index, StreamedAnswer answer) {
            this.index = index;
            this.answer = answer;
        }
    }

    /**
     * Streams until the answer is complete.
     *
     * @return what went wrong; the sink has been told
     */
    Optional<UpstreamFailure> run(UpstreamAnswer upstream, ChatSink sink) {
        try (upstream) {
            if (upstream.isEventStream()) {
                events(upstream, sink);
            } else {
                // Some servers do not know how to stream, and answer as a whole.
                whole(parsed(upstream.text()), sink);
            }
            requireComplete();
            if (usage != null) {
                sink.send(words.usage(usage));
            }
            sink.done();
            return Optional.empty();
        } catch (IOException gone) {
            abandon();
            return Optional.of(UpstreamFailure.of(Kind.UNWANTED, "The caller went away."));
        } catch (UpstreamFailure failure) {
            abandon();
            tell(sink, Failures.of(failure).error());
            return Optional.of(failure);
        } catch (NotRecordedException failure) {
            tell(sink, Failures.notRecorded().error());
            return Optional.empty();
        }
    }

    private void events(UpstreamAnswer upstream, ChatSink sink)
            throws UpstreamFailure, IOException, NotRecordedException {
        while (!allRefused()) {
            Optional<String> event = upstream.event();
            if (event.isEmpty() || event.get().equals(DONE)) {
                return;
            }
            JsonNode chunk = parsed(event.get());
            words.heed(chunk);
            if (chunk.path("usage").isObject()) {
                usage = chunk.get("usage");
            }
            for (JsonNode piece : chunk.path("choices")) {
                Choice choice = choice(piece, sink);
                take(choice, piece.path("delta"), sink);
                if (!choice.concluded && piece.path("finish_reason").isTextual()) {
                    conclude(choice, piece.get("finish_reason").asText(), sink);
                }
            }
        }
    }

    private void whole(JsonNode completion, ChatSink sink) throws UpstreamFailure, IOException, NotRecordedException {
        words.heed(completion);
        for (JsonNode piece : completion.path("choices")) {
            Choice choice = choice(piece, sink);
            take(choice, piece.path("message"), sink);
            if (!choice.concluded) {
                conclude(choice, piece.path("finish_reason").asText("stop"), sink);
            }
        }
    }

    private Choice choice(JsonNode piece, ChatSink sink) throws UpstreamFailure, IOException {
        int index = piece.path("index").asInt(0);
        if (index < 0 || index >= expected) {
            throw UpstreamFailure.of(Kind.MALFORMED, "The model answers more often than it was asked to.");
        }
        Choice known = choices.get(index);
        if (known != null) {
            return known;
        }
        Choice choice = new Choice(index, judge.stream(index));
        choices.put(index, choice);
        sink.send(words.chunk(index, words.beginning(), null));
        return choice;
    }

    private void take(Choice choice, JsonNode delta, ChatSink sink)
            throws UpstreamFailure, IOException, NotRecordedException {
        if (choice.concluded) {
            return;
        }
        choice.calls.add(delta.path("tool_calls"));
        String piece = choice.pieces.next(Texts.of(delta));
        judge.limit(choice.answer.length() + piece.length() + choice.calls.length());
        if (!piece.isEmpty()) {
            release(choice, choice.answer.append(piece), sink);
            if (choice.answer.isRefused()) {
                choice.refused = true;
                conclude(choice, "stop", sink);
            }
        }
    }

    private void release(Choice choice, Release release, ChatSink sink) throws IOException {
        if (!release.text().isEmpty()) {
            sink.send(words.chunk(choice.index, words.content(release.text()), null));
        }
    }

    private void conclude(Choice choice, String finishReason, ChatSink sink) throws IOException, NotRecordedException {
        String rest = choice.pieces.rest();
        if (!rest.isEmpty()) {
            release(choice, choice.answer.append(rest), sink);
        }
        List<Evaluation> evaluations = new ArrayList<>(List.of(input));
        String finish = finishReason;
        if (!choice.answer.text().isBlank()) {
            StreamedAnswer.Conclusion conclusion = choice.answer.conclude();
            choice.concluded = true;
            evaluations.add(conclusion.evaluation());
            release(choice, conclusion.release(), sink);
            finish = Admission.replaces(conclusion.evaluation()) ? Texts.FILTERED : finish;
        }
        choice.concluded = true;
        if (!choice.calls.isEmpty() && !finish.equals(Texts.FILTERED)) {
            AnswerJudge.JudgedCalls judged = judge.calls(choice.index, choice.calls);
            evaluations.addAll(judged.evaluations());
            if (judged.arguments().isPresent()) {
                var calls = choice.calls.write(judged.arguments().get(), true);
                sink.send(words.chunk(choice.index, words.calls(calls), null));
            } else {
                sink.send(words.chunk(choice.index, words.content(judged.reply()), null));
                finish = Texts.FILTERED;
            }
        }
        sink.send(words.with(words.chunk(choice.index, words.nothing(), finish), evaluations));
    }

    private boolean allRefused() {
        return choices.size() == expected && choices.values().stream().allMatch(choice -> choice.refused);
    }

    private void requireComplete() throws UpstreamFailure {
        if (choices.isEmpty() || choices.values().stream().anyMatch(choice -> !choice.concluded)) {
            throw UpstreamFailure.of(Kind.MALFORMED, "The model's answer broke off.");
        }
    }

    private JsonNode parsed(String text) throws UpstreamFailure {
        try {
            JsonNode node = json.readTree(text);
            if (node != null && node.isObject() && !node.hasNonNull("error")) {
                return node;
            }
        } catch (JsonProcessingException malformed) {
            // Said below: whatever stands there, it is not for the customer.
        }
        throw UpstreamFailure.of(Kind.MALFORMED, "What the model sent is no part of a chat completion.");
    }

    /** Puts on record what was released of answers that will not be completed. */
    private void abandon() {
        for (Choice choice : choices.values()) {
            if (!choice.concluded && !choice.answer.text().isBlank()) {
                choice.concluded = true;
                abandon(choice.answer);
            }
        }
    }

    private static void abandon(StreamedAnswer answer) {
        try {
            var _ = answer.abandon();
        } catch (NotRecordedException unrecorded) {
            // Counted by the use case; there is nobody left who could be told.
        }
    }

    private void tell(ChatSink sink, ObjectNode error) {
        ObjectNode chunk = json.createObjectNode();
        chunk.set("error", error);
        try {
            sink.send(chunk);
            sink.done();
        } catch (IOException gone) {
            // Nobody is left to be told.
        }
    }
}

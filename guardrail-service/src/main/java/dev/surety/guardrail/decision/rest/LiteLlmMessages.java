package dev.surety.guardrail.decision.rest;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.decision.rest.EvaluationRequest.MessagePart;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between LiteLLM's list of texts and the messages of an exchange. */
final class LiteLlmMessages {
    private static final String USER = "user";

    private LiteLlmMessages() {}

    /**
     * A message for each text. Who wrote it is known when the structured messages hold exactly these texts; otherwise
     * everything counts as the customer's words, so that nothing goes unjudged. So does what tools returned.
     */
    static List<MessagePart> of(List<String> texts, @Nullable List<LiteLlmRequest.@Nullable MessagePart> structured) {
        List<MessagePart> told = told(structured);
        boolean fits = told.stream()
                        .map(message -> requireNonNullElse(message.content(), ""))
                        .toList()
                        .equals(texts)
                && told.stream()
                        .anyMatch(message -> USER.equals(message.role())
                                && !requireNonNullElse(message.content(), "").isBlank());
        return fits
                ? told
                : texts.stream().map(text -> new MessagePart(USER, text)).toList();
    }

    private static List<MessagePart> told(@Nullable List<LiteLlmRequest.@Nullable MessagePart> structured) {
        List<MessagePart> told = new ArrayList<>();
        if (structured == null) {
            return told;
        }
        for (LiteLlmRequest.MessagePart message : structured) {
            JsonNode content = message == null ? null : message.content();
            if (message == null || content == null) {
                continue;
            }
            String role = role(message.role());
            if (content.isTextual()) {
                told.add(new MessagePart(role, content.textValue()));
            }
            for (JsonNode part : content) {
                if (part.path("text").isTextual()) {
                    told.add(new MessagePart(role, part.path("text").textValue()));
                }
            }
        }
        return told;
    }

    private static String role(@Nullable String role) {
        return switch (requireNonNullElse(role, USER)) {
            case "system", "developer" -> "system";
            case "assistant" -> "assistant";
            case String _ -> USER;
        };
    }

    /** The messages that say something: one for each text that is not blank, in their order. */
    static List<MessagePart> written(List<MessagePart> messages) {
        return messages.stream()
                .filter(message -> !requireNonNullElse(message.content(), "").isBlank())
                .toList();
    }

    /** The texts with the edits of the decision, each in the text that it belongs to; the others as they were. */
    static List<String> edited(List<String> texts, Evaluation evaluation) {
        Exchange exchange = evaluation.exchange();
        List<TextEdit> edits = evaluation.decision().delivered().edits();
        List<String> edited = new ArrayList<>(texts);
        int message = 0;
        int assigned = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                continue;
            }
            Optional<Integer> offset = exchange.subjectOffset(Exchange.messagePath(message));
            message++;
            if (offset.isPresent()) {
                List<TextEdit> own = within(edits, offset.get(), texts.get(i).length());
                assigned += own.size();
                edited.set(i, TextEdit.apply(own, texts.get(i)));
            }
        }
        if (assigned != edits.size()) {
            throw new IllegalStateException("an edit of a decision that delivers its text lies across two texts");
        }
        return edited;
    }

    private static List<TextEdit> within(List<TextEdit> edits, int offset, int length) {
        return edits.stream()
                .filter(edit -> edit.start() >= offset && edit.end() <= offset + length)
                .map(edit -> moved(edit, offset))
                .toList();
    }

    private static TextEdit moved(TextEdit edit, int offset) {
        return new TextEdit(
                edit.operation(),
                edit.rule(),
                edit.start() - offset,
                edit.end() - offset,
                edit.reference(),
                edit.text());
    }
}

package dev.surety.guardrail.decision.rest;

import static java.util.Objects.requireNonNullElse;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ConversationPart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.CustomerPart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.MessagePart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.PassagePart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ResponsePart;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.kit.problem.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an exchange of a request, or a problem that names every value that is wrong. What passes here is fit to be
 * judged and to be written down: bounded, without control characters and without halves of characters.
 */
public final class ExchangeReader {
    private final GuardrailConfig.Limits limits;
    private final Violations violations;

    private ExchangeReader(GuardrailConfig.Limits limits) {
        this.limits = limits;
        this.violations = new Violations(limits);
    }

    /** A request that was found to be in order. */
    public record Read(
            String requestId,
            String bot,
            Exchange exchange,
            @Nullable Duration deadline) {}

    /**
     * Reads a request.
     *
     * @throws ProblemException 400, with the JSON pointer of everything that is wrong
     */
    public static Read read(@Nullable EvaluationRequest request, GuardrailConfig.Limits limits, LocalDate day) {
        return new ExchangeReader(limits).read(request, day);
    }

    private Read read(@Nullable EvaluationRequest request, LocalDate day) {
        if (request == null) {
            violations.report("", "a JSON object is required");
            throw violations.problem();
        }
        String requestId = violations.value(request.requestId(), "/requestId");
        String bot = violations.value(request.bot(), "/bot");
        Stage stage = stage(request.stage());
        Conversation conversation = conversation(request.conversation());
        Customer customer = customer(request.customer());
        List<Message> messages = messages(request.messages());
        Response response = response(request.response());
        var context = request.context();
        List<Passage> passages = passages(context == null ? null : context.passages());
        Map<String, String> attributes = attributes(request.attributes());
        Duration deadline = deadline(request.options());
        if (stage == Stage.OUTPUT && request.response() == null) {
            violations.report("/response", "an object with content is required at stage output");
        }
        if (stage == Stage.INPUT && messages.stream().noneMatch(message -> message.role() == Message.Role.USER)) {
            violations.report("/messages", "at least one message of role user is required at stage input");
        }
        if (violations.any()) {
            throw violations.problem();
        }
        return new Read(
                requestId,
                bot,
                new Exchange(stage, conversation, customer, messages, response, passages, attributes, day),
                deadline);
    }

    private @Nullable Duration deadline(EvaluationRequest.@Nullable OptionsPart options) {
        Integer millis = options == null ? null : options.deadlineMs();
        if (millis == null) {
            return null;
        }
        if (millis < 1) {
            violations.report("/options/deadlineMs", "at least one millisecond was expected, or leave it out");
        }
        return Duration.ofMillis(millis);
    }

    private Stage stage(@Nullable String stage) {
        return switch (requireNonNullElse(stage, "")) {
            case "input" -> Stage.INPUT;
            case "output" -> Stage.OUTPUT;
            case String _ -> {
                violations.report("/stage", "either input or output is required");
                yield Stage.OUTPUT;
            }
        };
    }

    private Conversation conversation(@Nullable ConversationPart part) {
        if (part == null) {
            violations.report("/conversation", "an object with id, channel and locale is required");
            return new Conversation("", 0, "", Locale.ROOT, null);
        }
        Integer turn = part.turn();
        if (turn != null && turn < 0) {
            violations.report("/conversation/turn", "zero or more was expected: turns count from 0");
        }
        return new Conversation(
                violations.value(part.id(), "/conversation/id"),
                turn == null ? 0 : Math.max(0, turn),
                violations.channel(part.channel(), "/conversation/channel"),
                violations.locale(part.locale(), "/conversation/locale"),
                violations.jurisdiction(part.jurisdiction(), "/conversation/jurisdiction"));
    }

    private Customer customer(@Nullable CustomerPart part) {
        if (part == null) {
            violations.report("/customer", "an object with ref is required");
            return new Customer("", List.of());
        }
        List<@Nullable String> given = violations.list(part.consents(), "/customer/consents", limits.attributes());
        List<String> consents = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            consents.add(violations.value(given.get(i), "/customer/consents/" + i));
        }
        return new Customer(violations.value(part.ref(), "/customer/ref"), consents);
    }

    private List<Message> messages(@Nullable List<@Nullable MessagePart> parts) {
        List<@Nullable MessagePart> given = violations.list(parts, "/messages", limits.messages());
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            MessagePart part = given.get(i);
            if (part == null) {
                violations.report("/messages/" + i, "an object with role and content is required");
            } else {
                messages.add(new Message(
                        role(part.role(), "/messages/" + i + "/role"),
                        violations.text(part.content(), "/messages/" + i + "/content")));
            }
        }
        return messages;
    }

    private Message.Role role(@Nullable String role, String pointer) {
        return switch (requireNonNullElse(role, "")) {
            case "user" -> Message.Role.USER;
            case "assistant" -> Message.Role.ASSISTANT;
            case "system" -> Message.Role.SYSTEM;
            case String _ -> {
                violations.report(pointer, "user, assistant or system is required");
                yield Message.Role.USER;
            }
        };
    }

    private @Nullable Response response(@Nullable ResponsePart part) {
        if (part == null) {
            return null;
        }
        return new Response(
                violations.text(part.content(), "/response/content"),
                violations.optionalValue(part.model(), "/response/model").orElse(null),
                violations
                        .optionalValue(part.promptVersion(), "/response/promptVersion")
                        .orElse(null));
    }

    private List<Passage> passages(@Nullable List<@Nullable PassagePart> parts) {
        List<@Nullable PassagePart> given = violations.list(parts, "/context/passages", limits.passages());
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/context/passages/" + i;
            PassagePart part = given.get(i);
            if (part == null) {
                violations.report(pointer, "an object with id, text and score is required");
            } else {
                passages.add(passage(part, pointer));
            }
        }
        return passages;
    }

    private Passage passage(PassagePart part, String pointer) {
        Double score = part.score();
        if (score == null || !(score >= 0.0 && score <= 1.0)) {
            violations.report(pointer + "/score", "a number from 0 to 1 is required");
        }
        LocalDate from = day(part.validFrom(), pointer + "/validFrom");
        LocalDate to = day(part.validTo(), pointer + "/validTo");
        if (from != null && to != null && to.isBefore(from)) {
            violations.report(pointer + "/validTo", "a day not before validFrom was expected");
        }
        return new Passage(
                violations.value(part.id(), pointer + "/id"),
                violations.text(part.text(), pointer + "/text"),
                PerMille.of(score == null ? 0.0 : score),
                violations.optionalValue(part.source(), pointer + "/source").orElse(null),
                requireNonNullElse(part.cited(), true),
                from,
                to);
    }

    private @Nullable LocalDate day(@Nullable String text, String pointer) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            violations.report(pointer, "a day (ISO 8601) was expected, for example 2026-11-20");
            return null;
        }
    }

    private Map<String, String> attributes(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (given == null) {
            return attributes;
        }
        if (given.size() > limits.attributes()) {
            violations.report("/attributes", "at most " + limits.attributes() + " attributes are allowed");
            return attributes;
        }
        given.forEach((name, value) -> {
            String pointer = "/attributes/" + name.replace("~", "~0").replace("/", "~1");
            if (value == null) {
                violations.report(pointer, "a text is required");
            } else {
                violations
                        .optionalValue(name, "/attributes")
                        .ifPresent(checked -> violations
                                .optionalValue(value, pointer)
                                .ifPresent(text -> attributes.put(checked, text)));
            }
        });
        return attributes;
    }
}

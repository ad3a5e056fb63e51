package dev.surety.contracts.interaction;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange between a customer and a bot, and everything that was decided about it. It is the only record that an
 * evaluation writes: the log proves it, escalation-service opens a case from it, bias-service counts it.
 *
 * @param decisionId the decision, and the id of the event: name-based, from tenant and {@code requestId}
 * @param requestDigest {@code sha256:<hex>} of the canonical request, so that one id with two bodies is noticed
 * @param delivered what the customer may see
 * @param results every rule that was looked at, whether it fired or not
 * @param durationMicros how long the decision took, without the acknowledgement of the broker
 * @param checks every check that was asked, with what it cost; null in records of before
 * @param handoffs what the policy said of the texts that hand the customer over; null in records of before
 */
public record ExchangeEvaluated(
        String decisionId,
        String requestId,
        String requestDigest,
        String bot,
        Stage stage,
        Conversation conversation,
        Customer customer,
        List<Message> messages,
        @Nullable Response response,
        List<Passage> passages,
        Action action,
        Delivered delivered,
        List<Obligation> obligations,
        PolicyReference policy,
        List<RuleResult> results,
        List<Degradation> degraded,
        Map<String, String> attributes,
        Producer producer,
        Instant evaluatedAt,
        long durationMicros,
        @Nullable List<CheckRun> checks,
        @Nullable List<Handoff> handoffs) {

    public ExchangeEvaluated {
        Require.text(decisionId, "decisionId");
        Require.text(requestId, "requestId");
        Require.text(requestDigest, "requestDigest");
        Require.text(bot, "bot");
        requireNonNull(stage, "stage");
        requireNonNull(conversation, "conversation");
        requireNonNull(customer, "customer");
        messages = List.copyOf(messages);
        passages = List.copyOf(passages);
        requireNonNull(action, "action");
        requireNonNull(delivered, "delivered");
        obligations = List.copyOf(obligations);
        requireNonNull(policy, "policy");
        results = List.copyOf(results);
        degraded = List.copyOf(degraded);
        attributes = Map.copyOf(attributes);
        requireNonNull(producer, "producer");
        requireNonNull(evaluatedAt, "evaluatedAt");
        Require.notNegative(durationMicros, "durationMicros");
        checks = checks == null ? null : List.copyOf(checks);
        handoffs = handoffs == null ? null : List.copyOf(handoffs);
    }

    /** A record as it was before checks and hand-off texts were part of it. */
    public ExchangeEvaluated(
            String decisionId,
            String requestId,
            String requestDigest,
            String bot,
            Stage stage,
            Conversation conversation,
            Customer customer,
            List<Message> messages,
            @Nullable Response response,
            List<Passage> passages,
            Action action,
            Delivered delivered,
            List<Obligation> obligations,
            PolicyReference policy,
            List<RuleResult> results,
            List<Degradation> degraded,
            Map<String, String> attributes,
            Producer producer,
            Instant evaluatedAt,
            long durationMicros) {
        this(
                decisionId,
                requestId,
                requestDigest,
                bot,
                stage,
                conversation,
                customer,
                messages,
                response,
                passages,
                action,
                delivered,
                obligations,
                policy,
                results,
                degraded,
                attributes,
                producer,
                evaluatedAt,
                durationMicros,
                null,
                null);
    }

    /** Where the exchange took place; {@code turn} counts from 0 within the conversation. */
    public record Conversation(
            String id,
            int turn,
            String channel,
            String locale,
            @Nullable String jurisdiction) {
        public Conversation {
            Require.text(id, "conversation.id");
            Require.notNegative(turn, "conversation.turn");
            Require.text(channel, "conversation.channel");
            Require.text(locale, "conversation.locale");
        }
    }

    /** The person who was served: a reference of the integrator's, never a name, and what they consented to. */
    public record Customer(String ref, List<String> consents) {
        public Customer {
            Require.text(ref, "customer.ref");
            consents = List.copyOf(consents);
        }
    }

    /** One message of the conversation so far; {@code role} is {@code user}, {@code assistant} or {@code system}. */
    public record Message(String role, String content) {
        public Message {
            Require.text(role, "message.role");
            requireNonNull(content, "message.content");
        }
    }

    /** What the bot wanted to say, before anything was changed. */
    public record Response(
            String content,
            @Nullable String model,
            @Nullable String promptVersion) {
        public Response {
            requireNonNull(content, "response.content");
        }
    }

    /** A passage that was retrieved for the answer, frozen as it was; {@code scorePerMille} in 0..1000. */
    public record Passage(
            String id,
            String text,
            int scorePerMille,
            @Nullable String source,
            boolean cited,
            @Nullable String validFrom,
            @Nullable String validTo) {
        public Passage {
            Require.text(id, "passage.id");
            requireNonNull(text, "passage.text");
            Require.perMille(scorePerMille, "passage.scorePerMille");
        }
    }

    /**
     * The text that may be delivered, and the edits that made it from the bot's text.
     *
     * @param streaming how it went out while the bot was still writing; null when it went out as a whole
     */
    public record Delivered(
            String text, List<Edit> edits, @Nullable Streaming streaming) {
        public Delivered {
            requireNonNull(text, "delivered.text");
            edits = List.copyOf(edits);
        }

        /** A text that went out as a whole. */
        public Delivered(String text, List<Edit> edits) {
            this(text, edits, null);
        }
    }

    /**
     * How an answer went out while the bot was still writing it.
     *
     * @param mode {@code hold}, {@code buffer} or {@code optimistic}
     * @param releasedUpTo how many characters of the bot's text were released before the decision
     * @param firstReleaseMicros how long after the beginning the first text went out; null when none did before the
     *     decision
     * @param complete false when the stream broke off: then only what had been released was delivered
     * @param retracted whether released text had to be taken back
     */
    public record Streaming(
            String mode, int releasedUpTo, @Nullable Long firstReleaseMicros, boolean complete, boolean retracted) {
        public Streaming {
            Require.text(mode, "streaming.mode");
            Require.notNegative(releasedUpTo, "streaming.releasedUpTo");
        }
    }

    /**
     * One edit, in offsets of UTF-16 code units of the text before any edit. Edits do not overlap and stand in the
     * order of the text: putting each one's text in the place of its span gives the delivered text.
     *
     * @param operation {@code redact}, {@code replace}, {@code prepend} or {@code append}
     * @param reference the label or the template (with version) that was put in
     * @param text what stands in the place of the span; null in records of before
     */
    public record Edit(
            String operation,
            String rule,
            int start,
            int end,
            String reference,
            @Nullable String text) {
        public Edit {
            Require.text(operation, "edit.operation");
            Require.text(rule, "edit.rule");
            Require.notNegative(start, "edit.start");
            if (end < start) {
                throw new IllegalArgumentException("edit.end is " + end + ": at least start, " + start);
            }
            requireNonNull(reference, "edit.reference");
        }

        /** An edit as it was before its text was part of it. */
        public Edit(String operation, String rule, int start, int end, String reference) {
            this(operation, rule, start, end, reference, null);
        }
    }

    /**
     * What the integrator still has to do, or what Surety does for them.
     *
     * @param type {@code escalate}, {@code disclaimer}, {@code label}, {@code citation} or {@code commitment}
     * @param details the type's own values, for example queue, priority and reason code
     */
    public record Obligation(String type, String rule, Map<String, String> details) {
        public Obligation {
            Require.text(type, "obligation.type");
            Require.text(rule, "obligation.rule");
            details = Map.copyOf(details);
        }
    }

    /** The policy that decided; {@code digest} is {@code sha256:<hex>} of its canonical form. */
    public record PolicyReference(String id, int version, String digest) {
        public PolicyReference {
            Require.text(id, "policy.id");
            Require.notNegative(version, "policy.version");
            Require.text(digest, "policy.digest");
        }
    }

    /**
     * What one rule saw and said. A rule that did not fire is reported too, so that silence can be explained.
     *
     * @param status {@code pass}, {@code fail}, {@code error}, {@code timeout} or {@code skipped}
     * @param inputs the values that the condition saw, as text
     * @param enforced whether the result counts towards the action
     * @param detector the check and its version; null in records of before
     * @param cover the line of insurance cover that the rule protects; null where it names none
     * @param reasoning all that the rule was decided by, where something followed from it; else null
     */
    public record RuleResult(
            String rule,
            String check,
            String status,
            boolean enforced,
            Action action,
            int scorePerMille,
            int thresholdPerMille,
            @Nullable String reasonCode,
            String condition,
            Map<String, String> inputs,
            List<Finding> findings,
            String message,
            @Nullable String detector,
            @Nullable String cover,
            @Nullable Reasoning reasoning) {
        public RuleResult {
            Require.text(rule, "result.rule");
            Require.text(check, "result.check");
            Require.text(status, "result.status");
            requireNonNull(action, "result.action");
            Require.perMille(scorePerMille, "result.scorePerMille");
            Require.perMille(thresholdPerMille, "result.thresholdPerMille");
            requireNonNull(condition, "result.condition");
            inputs = Map.copyOf(inputs);
            findings = List.copyOf(findings);
            requireNonNull(message, "result.message");
        }

        /** A result as it was before its reasoning was part of it. */
        public RuleResult(
                String rule,
                String check,
                String status,
                boolean enforced,
                Action action,
                int scorePerMille,
                int thresholdPerMille,
                @Nullable String reasonCode,
                String condition,
                Map<String, String> inputs,
                List<Finding> findings,
                String message) {
            this(
                    rule,
                    check,
                    status,
                    enforced,
                    action,
                    scorePerMille,
                    thresholdPerMille,
                    reasonCode,
                    condition,
                    inputs,
                    findings,
                    message,
                    null,
                    null,
                    null);
        }
    }

    /**
     * What a rule was decided by, complete: whoever has this can decide the rule again without the policy, and can ask
     * what another value would have changed.
     *
     * @param when the condition of the rule
     * @param then its consequences in order, as far as they were looked at and beyond
     * @param matched which of them was taken, counted from 0
     * @param inputs every value that the conditions may ask for
     */
    public record Reasoning(String when, List<Branch> then, int matched, List<Input> inputs) {
        public Reasoning {
            Require.text(when, "reasoning.when");
            then = List.copyOf(then);
            if (matched < 0 || matched >= then.size()) {
                throw new IllegalArgumentException(
                        "reasoning.matched is " + matched + ": one of the " + then.size() + " branches was expected");
            }
            inputs = List.copyOf(inputs);
        }
    }

    /** One consequence of a rule and when it is taken; without a condition, always. */
    public record Branch(@Nullable String condition, Action action) {
        public Branch {
            requireNonNull(action, "branch.action");
        }
    }

    /**
     * A value that a condition may ask for.
     *
     * @param type {@code integer}, {@code decimal}, {@code flag}, {@code text}, {@code texts}, {@code texts-by-name},
     *     {@code integers-by-name}, {@code decimals-by-name} or {@code findings}
     * @param json the value as JSON text, so that decimals enter the log as text
     */
    public record Input(String name, String type, String json) {
        public Input {
            Require.text(name, "input.name");
            Require.text(type, "input.type");
            Require.text(json, "input.json");
        }
    }

    /**
     * One check of an evaluation.
     *
     * @param detector the check and its version
     * @param status {@code done}, {@code error} or {@code timeout}
     */
    public record CheckRun(String check, String detector, String status, int scorePerMille, long durationMicros) {
        public CheckRun {
            Require.text(check, "checkRun.check");
            Require.text(detector, "checkRun.detector");
            Require.text(status, "checkRun.status");
            Require.perMille(scorePerMille, "checkRun.scorePerMille");
            Require.notNegative(durationMicros, "checkRun.durationMicros");
        }
    }

    /**
     * What the policy said of the text that hands a customer over.
     *
     * @param decisionId the name of that decision, which obligations refer to
     * @param reference the template of the text
     * @param action what the policy said of it
     * @param rules the rules that asked for something
     * @param fallback whether the policy's safe text was taken instead
     */
    public record Handoff(String decisionId, String reference, Action action, List<String> rules, boolean fallback) {
        public Handoff {
            Require.text(decisionId, "handoff.decisionId");
            Require.text(reference, "handoff.reference");
            requireNonNull(action, "handoff.action");
            rules = List.copyOf(rules);
        }
    }

    /** A place in a text, in UTF-16 code units; it never carries the text itself. */
    public record Finding(String category, String path, int start, int end, int scorePerMille, String detector) {
        public Finding {
            Require.text(category, "finding.category");
            Require.text(path, "finding.path");
            Require.notNegative(start, "finding.start");
            if (end < start) {
                throw new IllegalArgumentException("finding.end is " + end + ": at least start, " + start);
            }
            Require.perMille(scorePerMille, "finding.scorePerMille");
            Require.text(detector, "finding.detector");
        }
    }

    /** A check that could not do its work, and what the policy does in that case. */
    public record Degradation(String check, String status, String onError) {
        public Degradation {
            Require.text(check, "degradation.check");
            Require.text(status, "degradation.status");
            Require.text(onError, "degradation.onError");
        }
    }

    /** The replica that decided, and the running number of its decision, so that a gap can be seen. */
    public record Producer(String instance, long sequence) {
        public Producer {
            Require.text(instance, "producer.instance");
            Require.notNegative(sequence, "producer.sequence");
        }
    }
}

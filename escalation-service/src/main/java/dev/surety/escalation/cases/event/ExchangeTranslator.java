package dev.surety.escalation.cases.event;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.ExchangeEvaluated.Obligation;
import dev.surety.contracts.interaction.ExchangeEvaluated.RuleResult;
import dev.surety.escalation.cases.Conversation;
import dev.surety.escalation.cases.Escalation;
import dev.surety.escalation.cases.Headline;
import dev.surety.escalation.cases.Passage;
import dev.surety.escalation.cases.Priority;
import dev.surety.escalation.cases.Reason;
import dev.surety.escalation.cases.Urgency;
import dev.surety.escalation.transcript.Exchange;
import dev.surety.escalation.transcript.Speaker;
import dev.surety.escalation.transcript.StorableText;
import dev.surety.escalation.transcript.Utterance;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an evaluated exchange in the words of this service. Where the policy leaves something open, defaults step in. */
final class ExchangeTranslator {
    private static final String ESCALATE = "escalate";
    private static final Set<String> SILENT = Set.of("pass", "skipped");

    private final Urgency fallback;
    private final Headline headline;

    ExchangeTranslator(Urgency fallback, Headline headline) {
        this.fallback = fallback;
        this.headline = headline;
    }

    /** What the exchange asks of a human; empty when it asks for none. */
    Optional<Escalation> escalation(ExchangeEvaluated evaluated) {
        List<Demand> demands = evaluated.obligations().stream()
                .filter(obligation -> obligation.type().equals(ESCALATE))
                .map(this::demand)
                .sorted(Comparator.comparing(demand -> demand.urgency().priority()))
                .toList();
        if (evaluated.action() != Action.ESCALATE && demands.isEmpty()) {
            return Optional.empty();
        }
        List<Reason> reasons = reasons(evaluated);
        List<String> codes = Stream.concat(
                        demands.stream().map(Demand::reasonCode),
                        reasons.stream().map(Reason::reasonCode))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Optional.of(new Escalation(
                new Conversation(
                        StorableText.of(evaluated.conversation().id()),
                        StorableText.of(evaluated.conversation().channel()),
                        StorableText.of(evaluated.conversation().locale()),
                        StorableText.of(evaluated.customer().ref())),
                demands.stream().findFirst().map(Demand::urgency).orElse(fallback),
                headline.of(codes, reasons),
                codes,
                reasons,
                passages(evaluated),
                exchange(evaluated)));
    }

    /** What the exchange adds to the conversation. */
    Exchange exchange(ExchangeEvaluated evaluated) {
        return new Exchange(
                StorableText.of(evaluated.decisionId()),
                evaluated.conversation().turn(),
                evaluated.messages().stream()
                        .flatMap(message -> said(message).stream())
                        .toList(),
                evaluated.response() == null ? null : evaluated.response().content(),
                reachedTheCustomer(evaluated) ? evaluated.delivered().text() : "",
                evaluated.evaluatedAt().truncatedTo(ChronoUnit.MICROS));
    }

    /** One wish for a human. */
    private record Demand(Urgency urgency, @Nullable String reasonCode) {}

    private Demand demand(Obligation obligation) {
        Map<String, String> details = obligation.details();
        String queue = StorableText.of(details.getOrDefault("queue", ""));
        String reasonCode = StorableText.of(details.getOrDefault("reasonCode", ""));
        return new Demand(
                new Urgency(
                        Priority.named(details.getOrDefault("priority", "")).orElse(fallback.priority()),
                        queue.isBlank() ? fallback.queue() : queue),
                reasonCode.isBlank() ? null : reasonCode);
    }

    /**
     * On the way in, the delivered text is the customer's own, on its way to the bot, unless the decision put another in
     * its place.
     */
    private static boolean reachedTheCustomer(ExchangeEvaluated evaluated) {
        return switch (evaluated.stage()) {
            case OUTPUT -> true;
            case INPUT ->
                switch (evaluated.action()) {
                    case BLOCK, ESCALATE, REPLACE -> true;
                    case REDACT, ANNOTATE, ALLOW -> false;
                };
        };
    }

    private static Optional<Utterance> said(ExchangeEvaluated.Message message) {
        return switch (message.role()) {
            case "user" -> Optional.of(new Utterance(Speaker.CUSTOMER, message.content()));
            case "assistant" -> Optional.of(new Utterance(Speaker.BOT, message.content()));
            default -> Optional.empty();
        };
    }

    private static List<Reason> reasons(ExchangeEvaluated evaluated) {
        Reason.PolicyVersion policy = new Reason.PolicyVersion(
                evaluated.policy().id(),
                evaluated.policy().version(),
                evaluated.policy().digest());
        return evaluated.results().stream()
                .filter(result -> result.enforced() && result.action() == Action.ESCALATE)
                .filter(result -> !SILENT.contains(result.status()))
                .map(result -> reason(evaluated.decisionId(), policy, result))
                .toList();
    }

    private static Reason reason(String decisionId, Reason.PolicyVersion policy, RuleResult result) {
        Map<String, String> inputs = new LinkedHashMap<>();
        result.inputs().forEach((name, value) -> inputs.put(StorableText.of(name), StorableText.of(value)));
        @Nullable String reasonCode = result.reasonCode();
        return new Reason(
                StorableText.of(decisionId),
                policy,
                StorableText.of(result.rule()),
                StorableText.of(result.check()),
                StorableText.of(result.message()),
                reasonCode == null ? null : StorableText.of(reasonCode),
                StorableText.of(result.condition()),
                result.scorePerMille(),
                result.thresholdPerMille(),
                inputs,
                result.findings().stream()
                        .map(finding -> new Reason.Finding(
                                StorableText.of(finding.category()),
                                StorableText.of(finding.path()),
                                finding.start(),
                                finding.end(),
                                finding.scorePerMille(),
                                StorableText.of(finding.detector())))
                        .toList());
    }

    private static List<Passage> passages(ExchangeEvaluated evaluated) {
        return evaluated.passages().stream()
                .map(passage -> new Passage(
                        StorableText.of(passage.id()),
                        StorableText.of(passage.text()),
                        passage.scorePerMille(),
                        storable(passage.source()),
                        passage.cited(),
                        storable(passage.validFrom()),
                        storable(passage.validTo())))
                .toList();
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : StorableText.of(text);
    }
}

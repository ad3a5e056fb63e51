package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Variables;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables of one exchange: its facts, and what the checks saw in it. Used by one thread. */
final class ExchangeVariables implements Variables {
    /** How many findings a condition may loop over; the compiler's cost limit rests on it. */
    static final int MOST_FINDINGS = 1_000;

    private final Exchange exchange;
    private final Observations observations;
    private final Map<String, Object> known = new HashMap<>();

    ExchangeVariables(Exchange exchange, Observations observations) {
        this.exchange = exchange;
        this.observations = observations;
    }

    @Override
    public @Nullable Object value(String name) {
        Object value = known.get(name);
        if (value == null) {
            value = find(name);
            if (value != null) {
                known.put(name, value);
            }
        }
        return value;
    }

    private @Nullable Object find(String name) {
        Optional<String> check = Vocabulary.checkOf(name);
        return check.isPresent() ? ofCheck(check.get(), name) : ofExchange(name);
    }

    private @Nullable Object ofCheck(String check, String name) {
        CheckResult result = observations.of(check);
        if (result == null) {
            return null;
        }
        return switch (name.substring(Vocabulary.valueOf(check, "").length())) {
            case "score" -> PerMille.decimal(result.scorePerMille());
            case "findings" -> findings(result);
            case "scores" -> Observations.scores(result);
            case String value -> result.values().get(value);
        };
    }

    private static List<Map<String, Object>> findings(CheckResult result) {
        return result.findings().stream()
                .limit(MOST_FINDINGS)
                .map(ExchangeVariables::members)
                .toList();
    }

    private static Map<String, Object> members(Finding finding) {
        return Map.of(
                "category", finding.category(),
                "path", finding.path(),
                "start", (long) finding.start(),
                "end", (long) finding.end(),
                "score", PerMille.decimal(finding.scorePerMille()));
    }

    private @Nullable Object ofExchange(String name) {
        return switch (name) {
            case Vocabulary.STAGE -> exchange.stage().wireName();
            case Vocabulary.CHANNEL -> exchange.conversation().channel();
            case Vocabulary.LOCALE -> exchange.conversation().locale().toLanguageTag();
            case Vocabulary.LANGUAGE -> exchange.conversation().locale().getLanguage();
            case Vocabulary.JURISDICTION -> textOrEmpty(exchange.conversation().jurisdiction());
            case Vocabulary.TURN -> (long) exchange.conversation().turn();
            case Vocabulary.BOT_HAS_SPOKEN -> botHasSpoken();
            case Vocabulary.CONSENTS -> exchange.customer().consents();
            case Vocabulary.ATTRIBUTES -> exchange.attributes();
            case Vocabulary.MODEL -> {
                var response = exchange.response();
                yield textOrEmpty(response == null ? null : response.model());
            }
            case String _ -> null;
        };
    }

    private boolean botHasSpoken() {
        return exchange.messages().stream().anyMatch(message -> message.role() == Message.Role.ASSISTANT);
    }

    private static String textOrEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

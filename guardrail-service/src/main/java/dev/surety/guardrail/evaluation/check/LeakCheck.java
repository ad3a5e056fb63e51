package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.leak.Credentials;
import dev.surety.guardrail.evaluation.check.leak.Leaked;
import dev.surety.guardrail.evaluation.check.leak.RepeatedRuns;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Does the answer give away what only the operator should know: runs of the system message, keys, tokens and passwords,
 * internal hosts? What the customer said or a passage says is not given away by the answer. The setting
 * {@code shortestRun} (6 to 60 words, default 12) says how much of the system message may be repeated, because system
 * messages also hold sentences that the bot is meant to say. A system message that is retold in other words or in
 * another language is not seen, nor a password without a word before it that says so.
 */
public final class LeakCheck implements Check {
    private static final String SHORTEST_RUN = "shortestRun";
    private static final int DEFAULT_RUN = 12;

    private final Credentials credentials = new Credentials();

    @Override
    public String name() {
        return "leak";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of(SHORTEST_RUN, new Setting.WholeNumber(6, 60));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of("kinds", ValueType.TEXTS);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Response response = exchange.response();
        if (exchange.stage() == Stage.INPUT || response == null) {
            return new CheckResult(0, List.of(), Map.of("kinds", List.of()));
        }
        String answer = response.content();
        List<String> open = openTexts(exchange);
        List<Leaked> leaked =
                new ArrayList<>(RepeatedRuns.find(Words.of(answer), texts(exchange, Message.Role.SYSTEM), open, (int)
                        settings.integer(SHORTEST_RUN, DEFAULT_RUN)));
        for (Leaked one : credentials.find(answer)) {
            String text = answer.substring(one.start(), one.end());
            if (open.stream().noneMatch(other -> other.contains(text))) {
                leaked.add(one);
            }
        }
        return result(leaked);
    }

    private CheckResult result(List<Leaked> leaked) {
        List<Finding> findings = leaked.stream()
                .map(one -> new Finding(
                        name() + "." + one.category(),
                        Exchange.RESPONSE_PATH,
                        one.start(),
                        one.end(),
                        one.scorePerMille()))
                .toList();
        return new CheckResult(
                leaked.stream().mapToInt(Leaked::scorePerMille).max().orElse(0),
                findings,
                Map.of("kinds", leaked.stream().map(Leaked::category).distinct().toList()));
    }

    private static List<String> openTexts(Exchange exchange) {
        List<String> open = new ArrayList<>(texts(exchange, Message.Role.USER));
        exchange.passages().stream().map(Passage::text).forEach(open::add);
        return open;
    }

    private static List<String> texts(Exchange exchange, Message.Role role) {
        return exchange.messages().stream()
                .filter(message -> message.role() == role)
                .map(Message::content)
                .toList();
    }
}

package dev.surety.guardrail.policy;

import dev.surety.guardrail.evaluation.Check;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The variables that the expressions of a policy may read, with their types. */
public record Vocabulary(Map<String, VariableType> variables) {
    public static final String STAGE = "stage";
    public static final String CHANNEL = "conversation.channel";
    public static final String LOCALE = "conversation.locale";
    public static final String LANGUAGE = "conversation.language";
    public static final String JURISDICTION = "conversation.jurisdiction";
    public static final String TURN = "conversation.turn";
    public static final String BOT_HAS_SPOKEN = "conversation.botHasSpoken";
    public static final String CONSENTS = "customer.consents";
    public static final String ATTRIBUTES = "attributes";
    public static final String MODEL = "response.model";
    public static final String SCORE = "score";
    public static final String THRESHOLD = "threshold";

    private static final String CHECKS = "checks.";
    private static final Map<String, VariableType> EXCHANGE = Map.ofEntries(
            Map.entry(STAGE, VariableType.TEXT),
            Map.entry(CHANNEL, VariableType.TEXT),
            Map.entry(LOCALE, VariableType.TEXT),
            Map.entry(LANGUAGE, VariableType.TEXT),
            Map.entry(JURISDICTION, VariableType.TEXT),
            Map.entry(TURN, VariableType.INTEGER),
            Map.entry(BOT_HAS_SPOKEN, VariableType.FLAG),
            Map.entry(CONSENTS, VariableType.TEXTS),
            Map.entry(ATTRIBUTES, VariableType.TEXTS_BY_NAME),
            Map.entry(MODEL, VariableType.TEXT));

    public Vocabulary {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /** What can be said about any exchange, and what checks of those names show. */
    static Vocabulary of(Map<String, Check> checks) {
        Map<String, VariableType> variables = new TreeMap<>(EXCHANGE);
        checks.forEach((name, check) -> {
            variables.put(scoreOf(name), VariableType.DECIMAL);
            variables.put(findingsOf(name), VariableType.FINDINGS);
            variables.put(scoresOf(name), VariableType.DECIMALS_BY_NAME);
            check.values().forEach((value, type) -> variables.put(valueOf(name, value), VariableType.of(type)));
        });
        return new Vocabulary(variables);
    }

    /** The type of a variable that is about the exchange; empty for one that is about a check or a rule. */
    public static Optional<VariableType> ofExchange(String variable) {
        return Optional.ofNullable(EXCHANGE.get(variable));
    }

    /** The same vocabulary with more variables. */
    Vocabulary with(Map<String, VariableType> more) {
        Map<String, VariableType> all = new TreeMap<>(variables);
        all.putAll(more);
        return new Vocabulary(all);
    }

    public Set<String> names() {
        return variables.keySet();
    }

    /** The variable for the score of a check. */
    public static String scoreOf(String check) {
        return CHECKS + check + ".score";
    }

    /** The variable for the findings of a check. */
    public static String findingsOf(String check) {
        return CHECKS + check + ".findings";
    }

    /** The variable for the highest score of each category of a check's findings. */
    public static String scoresOf(String check) {
        return CHECKS + check + ".scores";
    }

    /** The variable for one of a check's own values. */
    public static String valueOf(String check, String value) {
        return CHECKS + check + "." + value;
    }

    /** The check that a variable comes from; empty for one that is about the exchange or the rule. */
    public static Optional<String> checkOf(String variable) {
        if (!variable.startsWith(CHECKS)) {
            return Optional.empty();
        }
        return Optional.of(variable.substring(CHECKS.length(), variable.indexOf('.', CHECKS.length())));
    }
}

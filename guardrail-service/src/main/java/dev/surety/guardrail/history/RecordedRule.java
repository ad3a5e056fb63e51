package dev.surety.guardrail.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.policy.ConditionEngine;
import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.ExpressionException;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule as a record remembers it, ready to be decided again, with the same values or with others. */
final class RecordedRule {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final Expression<Boolean> when;
    private final List<Branch> then;
    private final Map<String, Object> inputs;
    private final Map<String, VariableType> types;

    private RecordedRule(
            Expression<Boolean> when, List<Branch> then, Map<String, Object> inputs, Map<String, VariableType> types) {
        this.when = when;
        this.then = List.copyOf(then);
        this.inputs = Collections.unmodifiableMap(inputs);
        this.types = types;
    }

    private record Branch(@Nullable Expression<Boolean> condition, Action action) {}

    /** The rule; empty where the record does not suffice to come to the same result again. */
    static Optional<RecordedRule> of(ExchangeEvaluated.Reasoning reasoning, ConditionEngine engine) {
        try {
            return read(reasoning, engine)
                    .filter(rule -> rule.action(rule.inputs)
                            .equals(Optional.of(
                                    reasoning.then().get(reasoning.matched()).action())));
        } catch (JsonProcessingException | IllegalArgumentException foreign) {
            // Written by a version that knows values of which this one does not.
            return Optional.empty();
        }
    }

    private static Optional<RecordedRule> read(ExchangeEvaluated.Reasoning reasoning, ConditionEngine engine)
            throws JsonProcessingException {
        Map<String, Object> inputs = new LinkedHashMap<>();
        Map<String, VariableType> types = new LinkedHashMap<>();
        for (ExchangeEvaluated.Input input : reasoning.inputs()) {
            VariableType type =
                    VariableType.valueOf(input.type().toUpperCase(Locale.ROOT).replace('-', '_'));
            types.put(input.name(), type);
            inputs.put(input.name(), value(type, input.json()));
        }
        ConditionEngine.Compiler compiler = engine.over(new Vocabulary(types));
        Optional<Expression<Boolean>> when = compiled(compiler, reasoning.when());
        List<Branch> branches = new ArrayList<>();
        for (ExchangeEvaluated.Branch branch : reasoning.then()) {
            String source = branch.condition();
            Optional<Expression<Boolean>> condition = source == null ? Optional.empty() : compiled(compiler, source);
            if (source != null && condition.isEmpty()) {
                return Optional.empty();
            }
            branches.add(new Branch(condition.orElse(null), branch.action()));
        }
        return when.map(expression -> new RecordedRule(expression, branches, inputs, types));
    }

    private static Object value(VariableType type, String json) throws JsonProcessingException {
        return switch (type) {
            case INTEGER -> JSON.readValue(json, Long.class);
            case DECIMAL -> JSON.readValue(json, Double.class);
            case FLAG -> JSON.readValue(json, Boolean.class);
            case TEXT -> JSON.readValue(json, String.class);
            case TEXTS -> JSON.readValue(json, new TypeReference<List<String>>() {});
            case TEXTS_BY_NAME -> JSON.readValue(json, new TypeReference<Map<String, String>>() {});
            case INTEGERS_BY_NAME -> JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
            case DECIMALS_BY_NAME -> JSON.readValue(json, new TypeReference<Map<String, Double>>() {});
            case FINDINGS -> JSON.readValue(json, new TypeReference<List<Map<String, Object>>>() {});
        };
    }

    private static Optional<Expression<Boolean>> compiled(ConditionEngine.Compiler compiler, String source) {
        return switch (compiler.condition(source)) {
            case ConditionEngine.Compiled<Boolean>(var expression, long _) -> Optional.of(expression);
            case ConditionEngine.Refused<Boolean> _ -> Optional.empty();
        };
    }

    Map<String, Object> inputs() {
        return inputs;
    }

    VariableType type(String input) {
        return types.getOrDefault(input, VariableType.TEXT);
    }

    /** The conditions as they are written. */
    List<String> sources() {
        List<String> sources = new ArrayList<>(List.of(when.source()));
        for (Branch branch : then) {
            if (branch.condition() != null) {
                sources.add(branch.condition().source());
            }
        }
        return sources;
    }

    /** Whether the rule would ask for nothing if that one input were another. */
    boolean passesWith(String input, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(inputs);
        changed.put(input, value);
        return action(changed).equals(Optional.of(Action.ALLOW));
    }

    private Optional<Action> action(Map<String, Object> values) {
        try {
            if (!when.evaluate(values::get)) {
                return Optional.of(Action.ALLOW);
            }
            for (Branch branch : then) {
                Expression<Boolean> condition = branch.condition();
                if (condition == null || condition.evaluate(values::get)) {
                    return Optional.of(branch.action());
                }
            }
            return Optional.of(Action.ALLOW);
        } catch (ExpressionException withoutValue) {
            return Optional.empty();
        }
    }
}

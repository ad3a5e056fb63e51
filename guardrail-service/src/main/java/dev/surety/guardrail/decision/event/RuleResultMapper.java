package dev.surety.guardrail.decision.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.decision.Reasoning;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.policy.Cover;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.kit.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a rule saw and said in the words of the contract. */
final class RuleResultMapper {
    private static final ObjectMapper JSON = StrictJson.forEvents();

    private RuleResultMapper() {}

    static ExchangeEvaluated.RuleResult result(RuleResult result) {
        Integer threshold = result.thresholdPerMille();
        Cover cover = result.cover();
        return new ExchangeEvaluated.RuleResult(
                result.rule(),
                result.check(),
                result.status().wireName(),
                result.enforced(),
                ExchangeEvaluatedMapper.action(result.action()),
                result.scorePerMille(),
                threshold == null ? 0 : threshold,
                result.reasonCode(),
                result.condition(),
                inputs(result.inputs()),
                result.findings().stream()
                        .map(finding -> new ExchangeEvaluated.Finding(
                                finding.category(),
                                finding.path(),
                                finding.start(),
                                finding.end(),
                                finding.scorePerMille(),
                                result.detector()))
                        .toList(),
                result.message(),
                result.detector(),
                cover == null ? null : cover.wireName(),
                reasoning(result.reasoning()));
    }

    private static ExchangeEvaluated.@Nullable Reasoning reasoning(@Nullable Reasoning reasoning) {
        if (reasoning == null) {
            return null;
        }
        return new ExchangeEvaluated.Reasoning(
                reasoning.when(),
                reasoning.then().stream()
                        .map(branch -> new ExchangeEvaluated.Branch(
                                branch.condition(), ExchangeEvaluatedMapper.action(branch.action())))
                        .toList(),
                reasoning.matched(),
                reasoning.inputs().stream()
                        .map(input ->
                                new ExchangeEvaluated.Input(input.name(), wireName(input.type()), json(input.value())))
                        .toList());
    }

    private static String wireName(VariableType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("values of conditions are numbers, texts, lists and maps", impossible);
        }
    }

    private static Map<String, String> inputs(Map<String, Object> inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }
}

package dev.surety.guardrail.decision.rest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.kit.problem.ProblemException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;

/** Whatever is sent as a request: it is an exchange, or a problem that names what is wrong with it. */
class RequestFuzzTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final GuardrailConfig.Limits LIMITS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(GuardrailConfig.class)
            .build()
            .getConfigMapping(GuardrailConfig.class)
            .limits();

    @FuzzTest(maxDuration = "20s")
    void isReadOrRefusedAsAProblem(
            @NotNull @WithUtf8Length(max = 200) String written,
            @InRange(min = 0, max = 1_200) int at,
            @InRange(min = 0, max = 300) int cut) {
        String valid = EvaluationExamples.OUTPUT;
        int start = Math.min(at, valid.length());
        int end = Math.min(start + cut, valid.length());
        EvaluationRequest request;
        try {
            request =
                    JSON.readValue(valid.substring(0, start) + written + valid.substring(end), EvaluationRequest.class);
        } catch (JsonProcessingException malformed) {
            return;
        }
        try {
            ExchangeReader.read(request, LIMITS, DAY);
        } catch (ProblemException problem) {
            if (problem.problem().errors().isEmpty()) {
                throw new AssertionError("a problem that names nothing: " + problem.problem(), problem);
            }
        }
    }
}

package dev.surety.bias.run.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.run.Target;
import dev.surety.kit.json.StrictJson;
import java.util.Map;

/** How targets, outcomes and results stand in JSON columns. */
final class RunJson {
    private static final TypeReference<Map<String, Boolean>> OUTCOMES = new TypeReference<>() {};

    private final ObjectMapper json = StrictJson.forEvents();

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Target target(String column) {
        return read(() -> json.readValue(column, Target.class));
    }

    RunResult result(String column) {
        return read(() -> json.readValue(column, RunResult.class));
    }

    Map<String, Boolean> outcomes(String column) {
        return read(() -> json.readValue(column, OUTCOMES));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T run() throws JsonProcessingException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a JSON column does not hold what this version wrote", corrupt);
        }
    }
}

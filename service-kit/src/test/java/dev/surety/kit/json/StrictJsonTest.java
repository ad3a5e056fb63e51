package dev.surety.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    record Sample(@Nullable String text, int number, boolean flag) {}

    @BeforeEach
    void makeStrict() {
        new StrictJson().customize(mapper);
    }

    @Test
    void readsWhatFits() throws JsonProcessingException {
        assertThat(mapper.readValue("{\"text\":\"a\",\"number\":1,\"flag\":true}", Sample.class))
                .isEqualTo(new Sample("a", 1, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"number\":1,\"flag\":true,\"more\":0}",
                "{\"text\":\"a\",\"number\":1,\"number\":2,\"flag\":true}",
                "{\"text\":7,\"number\":1,\"flag\":true}",
                "{\"text\":true,\"number\":1,\"flag\":true}",
                "{\"text\":\"a\",\"number\":\"1\",\"flag\":true}",
                "{\"text\":\"a\",\"number\":1.5,\"flag\":true}",
                "{\"text\":\"a\",\"number\":null,\"flag\":true}",
                "{\"text\":\"a\",\"number\":1,\"flag\":\"true\"}",
                "{\"text\":\"a\",\"number\":1,\"flag\":1}",
                "{\"text\":\"a\",\"number\":1,\"flag\":true} {}"
            })
    void refusesWhatWouldHaveToBeGuessed(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Sample.class)).isInstanceOf(JsonProcessingException.class);
    }
}

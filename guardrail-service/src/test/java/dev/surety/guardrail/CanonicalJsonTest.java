package dev.surety.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sortsMembersByCodeUnitsAsTheExampleOfTheRfcDoes() throws JsonProcessingException {
        // RFC 8785 section 3.2.3: the emoji's surrogates sort before the Hebrew presentation form.
        String json = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""";

        assertThat(CanonicalJson.write(JSON.readTree(json)))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "4.50, 4.5",
        "2e-3, 0.002",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "0.000000000000000000000000001, 1e-27",
        "1.25e-9, 1.25e-9",
        "-1.25e-9, -1.25e-9",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "9007199254740992, 9007199254740992"
    })
    void writesNumbersAsEcmaScriptDoes(String given, String expected) throws JsonProcessingException {
        assertThat(CanonicalJson.write(JSON.readTree(given))).isEqualTo(expected);
    }

    @Test
    void escapesOnlyWhatHasToBe() throws JsonProcessingException {
        assertThat(CanonicalJson.write(JSON.readTree("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"")))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void digestDependsOnContentOnly() throws JsonProcessingException {
        String digest = CanonicalJson.digest(JSON.readTree("{\"b\": [1, true, null], \"a\": {}}"));

        assertThat(digest)
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(CanonicalJson.digest(JSON.readTree("{ \"a\":{ }, \"b\":[1.0,true,null] }")))
                .isNotEqualTo(CanonicalJson.digest(JSON.readTree("{\"b\": [1, true], \"a\": {}}")));
    }
}

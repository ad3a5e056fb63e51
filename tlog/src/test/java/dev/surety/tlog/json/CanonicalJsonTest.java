package dev.surety.tlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
    @Test
    void anEntryHasOneForm() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "dev.surety.exchange.evaluated.v1");
        entry.put("confidence", 875);
        entry.put("agent", false);
        entry.put("c", Map.of("response", "3q2-7w", "query", "yv66vg"));
        entry.put("rules", List.of("pii", "advice"));
        entry.put("none", List.of());
        entry.put("nothing", Map.of());

        assertThat(text(entry))
                .isEqualTo("{\"agent\":false,\"c\":{\"query\":\"yv66vg\",\"response\":\"3q2-7w\"},\"confidence\":875,"
                        + "\"none\":[],\"nothing\":{},\"rules\":[\"pii\",\"advice\"],"
                        + "\"type\":\"dev.surety.exchange.evaluated.v1\"}");
    }

    /** The keys of RFC 8785 section 3.2.3, in the order that it demands. */
    @Test
    void keysAreSortedByUtf16CodeUnits() {
        List<String> sorted = List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        Map<String, Object> object = new LinkedHashMap<>();
        shuffled.forEach(key -> object.put(key, true));

        assertThat(text(object))
                .isEqualTo("{\"\\r\":true,\"1\":true,\"\u0080\":true,\"\u00f6\":true,\"\u20ac\":true,"
                        + "\"\ud83d\ude00\":true,\"\ufb33\":true}");
    }

    static Stream<Arguments> strings() {
        return Stream.of(
                Arguments.of("", "\"\""),
                Arguments.of("a/b", "\"a/b\""),
                Arguments.of("\"\\", "\"\\\"\\\\\""),
                Arguments.of("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\""),
                Arguments.of("\u0000\u000b\u000f\u001f", "\"\\u0000\\u000b\\u000f\\u001f\""),
                Arguments.of("\u007f\u0080<>&'", "\"\u007f\u0080<>&'\""),
                Arguments.of("\u20ac$\u000f\nA'B\"\\\\\"/", "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""),
                Arguments.of("\u2028\u2029\ufeff\uffff", "\"\u2028\u2029\ufeff\uffff\""),
                Arguments.of("\ud83d\ude00\udbff\udfff", "\"\ud83d\ude00\udbff\udfff\""));
    }

    @ParameterizedTest
    @MethodSource("strings")
    void onlyWhatMustBeEscapedIs(String string, String json) {
        assertThat(text(Map.of("s", string))).isEqualTo("{\"s\":" + json + "}");
    }

    static Stream<Arguments> integers() {
        return Stream.of(
                Arguments.of(0, "0"),
                Arguments.of(-0, "0"),
                Arguments.of(-1, "-1"),
                Arguments.of(Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(9_007_199_254_740_991L, "9007199254740991"),
                Arguments.of(-9_007_199_254_740_991L, "-9007199254740991"));
    }

    @ParameterizedTest
    @MethodSource("integers")
    void integersAreExact(Object integer, String json) {
        assertThat(text(Map.of("n", integer))).isEqualTo("{\"n\":" + json + "}");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(9_007_199_254_740_992L, "9007199254740992 at /a/0: readers keep integers exact"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808 at /a/0"),
                Arguments.of(1.0, "java.lang.Double at /a/0"),
                Arguments.of(1.5f, "java.lang.Float at /a/0"),
                Arguments.of('c', "java.lang.Character at /a/0"),
                Arguments.of(new int[] {1}, "[I at /a/0"),
                Arguments.of(Map.of(1, "x"), "a key of the object at \"/a/0\" is not a string"),
                Arguments.of("\ud83d", "lone surrogate in the text at /a/0"),
                Arguments.of("\ude00\ud83d", "lone surrogate in the text at /a/0"),
                Arguments.of("\ud83dx", "lone surrogate in the text at /a/0"),
                Arguments.of(Map.of("\ud83d", 1), "lone surrogate in the text at /a/0"),
                Arguments.of(Collections.singletonList(null), "null at /a/0/0"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatReadersDisagreeOnIsRefused(Object value, String message) {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("a", List.of(value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aStructureWithoutEndIsRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("a", endless)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("nested deeper than 64 levels");
    }

    @Property(tries = 500)
    void theOrderInWhichMembersWereAddedMakesNoDifference(@ForAll @Size(max = 20) Map<String, Integer> members) {
        Map<String, Integer> valid = new TreeMap<>();
        members.forEach((key, value) -> valid.put(key.replaceAll("[\\uD800-\\uDFFF]", "x"), value));

        assertThat(CanonicalJson.bytes(new HashMap<>(valid))).isEqualTo(CanonicalJson.bytes(valid));
    }

    /** The JDK's encoder is the oracle for what is written as it stands. */
    @Property(tries = 500)
    void textBeyondAsciiIsWrittenAsUtf8(@ForAll String text) {
        String valid = text.replaceAll("[\\x00-\\x1F\"\\\\]", "x");
        if (StandardCharsets.UTF_8.newEncoder().canEncode(valid)) {
            assertThat(CanonicalJson.bytes(Map.of("s", valid)))
                    .isEqualTo(("{\"s\":\"" + valid + "\"}").getBytes(StandardCharsets.UTF_8));
        } else {
            assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("s", valid)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String text(Map<String, ?> object) {
        return new String(CanonicalJson.bytes(object), StandardCharsets.UTF_8);
    }
}

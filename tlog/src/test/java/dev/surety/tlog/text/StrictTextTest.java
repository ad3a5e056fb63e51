package dev.surety.tlog.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 256, Long.MAX_VALUE})
    void aNumberHasOneSpelling(long number) {
        assertThat(StrictText.decimal(Long.toString(number), "number")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "00", "01", " 1", "1 ", "0x1", "1.0", "1e3", "٣", "9223372036854775808"})
    void anyOtherSpellingOfANumberIsRefused(String text) {
        assertThatThrownBy(() -> StrictText.decimal(text, "number"))
                .isInstanceOf(TlogFormatException.class)
                .hasMessageStartingWith("number ");
    }

    @Test
    void malformedUtf8IsRefusedInsteadOfReplaced() {
        assertThatThrownBy(() -> StrictText.utf8(new byte[] {(byte) 0xC0, (byte) 0x80}, "note"))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("note is not valid UTF-8");
        assertThatThrownBy(() -> StrictText.utf8("a\uD800b", "note")).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void textBeyondAsciiSurvives() {
        String text = "— Grüße 😀\n";

        assertThat(StrictText.utf8(StrictText.utf8(text, "text"), "text")).isEqualTo(text);
    }
}

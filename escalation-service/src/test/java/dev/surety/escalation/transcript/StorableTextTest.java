package dev.surety.escalation.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a\u0000b, a\uFFFDb",
        "lone \uD83D end, lone \uFFFD end",
        "end \uD83D, end \uFFFD",
        "low \uDE00 first, low \uFFFD first",
        "turned \uDE00\uD83D, turned \uFFFD\uFFFD",
        "pair \uD83D\uDE00, pair \uD83D\uDE00",
        "line\tand\u0007bell, line\tand\u0007bell",
    })
    void replacesOnlyWhatCannotBeStored(String text, String stored) {
        assertThat(StorableText.of(text)).isEqualTo(stored);
    }

    @Property
    void whatComesOutSurvivesUtf8AndHasTheSameLength(@ForAll String text) {
        String stored = StorableText.of(text);

        assertThat(new String(stored.getBytes(UTF_8), UTF_8)).isEqualTo(stored);
        assertThat(stored).hasSameSizeAs(text).doesNotContain("\u0000");
        assertThat(StorableText.isStorable(stored)).isTrue();
    }

    @Property
    void textThatCanBeStoredIsNotTouched(@ForAll String text) {
        boolean survives = new String(text.getBytes(UTF_8), UTF_8).equals(text) && text.indexOf('\u0000') < 0;

        assertThat(StorableText.isStorable(text)).isEqualTo(survives);
    }
}

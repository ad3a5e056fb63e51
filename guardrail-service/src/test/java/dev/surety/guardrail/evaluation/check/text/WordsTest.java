package dev.surety.guardrail.evaluation.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Größe, grosse",
        "CAFÉ, cafe",
        "Іgnоrе, ignore",
        "ｉｇｎｏｒｅ, ignore",
        "ɪɢɴᴏʀᴇ, ignore",
        "ig\u200Bnore, ignore",
        "e\u0301te\u0301, ete",
        "Œuvre, oeuvre",
        "𝐛𝐨𝐥𝐝, bold"
    })
    void foldsToThePlainForm(String written, String plain) {
        assertThat(Words.of(written)).extracting(Word::text).containsExactly(plain);
    }

    @Test
    void keepsTheWayBackToTheOriginal() {
        String text = "Oh, ß\u200B und 𝐛 sind da.";

        assertThat(Words.of(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("Oh", "ß", "und", "𝐛", "sind", "da");
    }

    @Test
    void separatesWordsAtApostrophesAndSentencesAtFullStops() {
        List<Word> words = Words.of("Don't go. Am 3. März z. B. nicht! Ja");

        assertThat(words)
                .extracting(word -> word.text() + word.sentence())
                .containsExactly("don0", "t0", "go0", "am1", "31", "marz1", "z1", "b1", "nicht1", "ja2");
    }

    @Property
    void offsetsNeverDecreaseAndNeverLeaveTheText(@ForAll("texts") String text) {
        int last = 0;
        for (Word word : Words.of(text)) {
            assertThat(word.start()).isGreaterThanOrEqualTo(last);
            assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(text.length());
            last = word.start();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(200);
    }
}

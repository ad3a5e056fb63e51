package dev.surety.guardrail.evaluation.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Spelling SPELLING = Spelling.load("handover/spelling.txt");

    @ParameterizedTest
    @CsvSource({
        "somone, someone",
        "somebdy, somebody",
        "asistant, assistant",
        "asssistant, assistant",
        "assisyant, assistant",
        "assitsant, assistant",
        "humn, human",
        "mitarbieter, mitarbeiter",
        "person, person"
    })
    void putsOneLetterRight(String written, String meant) {
        assertThat(SPELLING.corrected(new Word(written, 3, 9, 0))).isEqualTo(new Word(meant, 3, 9, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"argent", "contract", "prison", "agenda", "persona grata", "table", "asisttant", "x", ""})
    void leavesOtherWordsAlone(String written) {
        Word word = new Word(written, 0, written.length(), 0);

        assertThat(SPELLING.corrected(word)).isEqualTo(word);
    }
}

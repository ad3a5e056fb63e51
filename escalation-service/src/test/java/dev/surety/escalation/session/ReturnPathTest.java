package dev.surety.escalation.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @CsvSource({"/, /", "/cases/1?tab=why#top, /cases/1?tab=why#top", "/queue?state=mine, /queue?state=mine"})
    void aPathOfTheConsoleIsWhereTheLoginReturnsTo(String wanted, String place) {
        assertThat(ReturnPath.of(wanted)).hasToString(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "cases/1",
                "/cases/1 2",
                "/%",
                "",
            })
    void everythingElseLeadsToTheStartPage(String wanted) {
        assertThat(ReturnPath.of(wanted)).hasToString("/");
    }
}

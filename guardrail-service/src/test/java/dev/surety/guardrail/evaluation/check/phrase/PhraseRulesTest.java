package dev.surety.guardrail.evaluation.check.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseRulesTest {

    @ParameterizedTest
    @CsvSource({
        "talk to a human, I want to talk to a human now., talk to a human",
        "talk (to | with) ..2 human, talk with one nice human, talk with one nice human",
        "talk (to | with) ..2 human, talk with one very nice human, ''",
        "talk to? (the | a)? human, talk human, talk human",
        "möchte, ich moechte und mochte nicht, moechte",
        "don't ..1 stop, We don't ever stop!, don't ever stop",
        "insur* policy, my insurance policy, insurance policy",
        "*versicherung, die Hausratversicherung, Hausratversicherung",
        "^ human please? $, human please, human please",
        "^ human please? $, a human please, ''",
        "^ human please? $, Ok. Human? Yes., Human",
        "one ..3 two, one. two, ''"
    })
    void matchesWordsGapsAndChoices(String pattern, String text, String expected) {
        List<PhraseHit> hits = rules("found 900 : " + pattern).match(Words.of(text));

        assertThat(
                        hits.isEmpty()
                                ? ""
                                : text.substring(
                                        hits.getFirst().start(), hits.getFirst().end()))
                .isEqualTo(expected);
    }

    @Test
    void anExceptionCancelsOnlyTheHitsThatItOverlaps() {
        PhraseRules rules = rules("found 900 : talk to human", "!found : not ..1 talk to");

        List<PhraseHit> hits = rules.match(Words.of("I will not talk to human one. Talk to human two!"));

        assertThat(hits)
                .singleElement()
                .satisfies(hit -> assertThat(hit.start()).isEqualTo(30));
    }

    @Test
    void anExceptionForEveryCategoryCancelsThemAll() {
        PhraseRules rules = rules("a 900 : talk", "b 900 : talk to", "!* : never talk");

        assertThat(rules.match(Words.of("never talk to me"))).isEmpty();
    }

    @Test
    void aSetStandsForItsAlternatives() {
        PhraseRules rules = rules("@who = human | real person", "found 900 : a @who");

        assertThat(rules.match(Words.of("a real person, a human"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "found 900 : (talk; a '(' that is never closed",
                "found 900 : talk @nobody; an unknown set @nobody",
                "found 900 : ..2 talk; may begin with any word",
                "found 900 : talk?; match nothing",
                "found 900 : talk ..99 to; a gap outside",
                "found 900 : ( | talk); an empty alternative",
                "found 1001 : talk; outside 1..1000",
                "found : talk; its category and its score",
                "found 900 talk; expected ':'"
            })
    void namesFileLineAndFaultOfAMistake(String line, String fault) {
        assertThatThrownBy(() -> rules("other 500 : fine", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.phrases:2")
                .hasMessageContaining(fault);
    }

    private static PhraseRules rules(String... lines) {
        return PhraseRules.compile(List.of(IntStream.range(0, lines.length)
                .mapToObj(i -> new DataLine("test.phrases", i + 1, lines[i]))
                .toList()));
    }
}

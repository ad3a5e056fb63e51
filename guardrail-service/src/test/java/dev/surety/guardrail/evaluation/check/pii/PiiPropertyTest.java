package dev.surety.guardrail.evaluation.check.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever way a right number is written, it is found whole; with a wrong check digit it never is. */
class PiiPropertyTest {
    private static final PiiRecognizer RECOGNIZER = new PiiRecognizer();
    private static final List<String> NOWHERE = List.of();

    @Property(tries = 1500)
    void aRightNumberIsFoundHoweverItIsWritten(
            @ForAll("kinds") GeneratedIdentity kind,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll("surroundings") String behind) {
        String written = kind.written(kind.valid(seed), seed);
        String before = kind.announcement();

        List<Identified> found = RECOGNIZER.find(before + written + behind, NOWHERE);

        assertThat(found)
                .as(before + written + behind)
                .anySatisfy(one -> assertThat(one)
                        .returns(kind.type(), Identified::type)
                        .returns(before.length(), Identified::start)
                        .returns(before.length() + written.length(), Identified::end));
    }

    @Property(tries = 1500)
    void aWrongCheckDigitIsNeverThatNumber(
            @ForAll("kinds") GeneratedIdentity kind, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        String text = kind.announcement() + kind.written(kind.wrong(seed), seed) + ", thanks";

        assertThat(RECOGNIZER.find(text, NOWHERE)).as(text).noneMatch(one -> one.type() == kind.type());
    }

    @Property(tries = 500)
    void digitsOfAnyWidthAreTheSame(
            @ForAll("kinds") GeneratedIdentity kind, @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        String text = kind.announcement() + kind.written(kind.valid(seed), seed);

        assertThat(RECOGNIZER.find(GeneratedIdentity.fullWidth(text), NOWHERE))
                .isEqualTo(RECOGNIZER.find(text, NOWHERE));
    }

    @Property(tries = 500)
    void ordinaryNumbersOfThingsAreNotPersonalData(
            @ForAll("things") String thing, @ForAll @LongRange(min = 1_000_000, max = 999_999_999) long number) {
        String text = "Where is " + thing + " " + number + "?";

        assertThat(RECOGNIZER.find(text, List.of("GB", "US", "DE"))).as(text).isEmpty();
    }

    @Provide
    Arbitrary<GeneratedIdentity> kinds() {
        return Arbitraries.of(GeneratedIdentity.all());
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of("", ".", ", thanks", " please", "\n", "!", " (new)", "; and", "?");
    }

    @Provide
    Arbitrary<String> things() {
        return Arbitraries.of(
                "order",
                "my parcel",
                "invoice no.",
                "ticket",
                "Bestellung",
                "meine Sendung",
                "facture",
                "commande n°",
                "article");
    }
}

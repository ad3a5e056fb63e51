package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Copies are made from the protected texts, exactly and nearly, and have to be found whatever stands around them. */
class CopyingPropertyTest {
    private static final CopyingCheck CHECK = new CopyingCheck();
    private static final List<String> WORDS = List.of(ProtectedTexts.DECLARATION.split(" "));

    @Property(tries = 800)
    void anyRunOfTheGuaranteedLengthIsFoundWhole(
            @ForAll @IntRange(max = 30) int from,
            @ForAll @IntRange(min = 10, max = 25) int length,
            @ForAll("fillers") String before,
            @ForAll("fillers") String behind,
            @ForAll boolean shouted) {
        List<String> taken = WORDS.subList(from, Math.min(WORDS.size(), from + length));
        String copy = String.join(" ", taken).replaceAll("[,.]+$", "");
        String text = before + " " + (shouted ? copy.toUpperCase(Locale.ROOT) : copy) + " " + behind;

        CheckResult result = CHECK.examine(Samples.answers(text, "?", List.of()), ProtectedTexts.copying(10));

        int start = before.length() + 1;
        assertThat(result.findings())
                .as(text)
                .anySatisfy(finding -> assertThat(finding)
                        .returns("copying.verbatim", Finding::category)
                        .returns(start, Finding::start)
                        .returns(start + copy.length(), Finding::end));
    }

    @Property(tries = 400)
    void aCopyWithFewWordsExchangedIsFound(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>(WORDS);
        // One word in twelve, which leaves three quarters of all sequences of three as they were.
        for (int i = random.nextInt(12); i < words.size(); i += 12) {
            words.set(i, "zebra" + random.nextInt(100));
        }

        CheckResult result =
                CHECK.examine(Samples.answers(String.join(" ", words), "?", List.of()), ProtectedTexts.copying(20));

        assertThat(result.findings()).as(String.join(" ", words)).isNotEmpty();
        assertThat(result.scorePerMille()).isGreaterThanOrEqualTo(600);
    }

    @Property(tries = 400)
    void theSameWordsInAnyOtherOrderAreNoCopy(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<String> words = new ArrayList<>(WORDS);
        Collections.shuffle(words, new Random(seed));

        assertThat(CHECK.examine(Samples.answers(String.join(" ", words), "?", List.of()), ProtectedTexts.copying(10))
                        .findings())
                .isEmpty();
    }

    @Provide
    Arbitrary<String> fillers() {
        return Arbitraries.of(
                "Certainly!",
                "Your parcel left the depot on Monday, and it should arrive by Wednesday.",
                "Sie finden das in Ihrem Konto unter Einstellungen.",
                "As you asked:",
                "1.");
    }
}

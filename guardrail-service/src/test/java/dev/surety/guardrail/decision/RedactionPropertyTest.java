package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.Templates;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text and every set of redactions, however they overlap and wherever they cut. */
class RedactionPropertyTest {
    private static final Templates.Text MASK = new Templates.Text("masks/any/default/en@1", "\u2588");

    record Case(String text, List<Redaction> redactions) {}

    private static List<Redaction> disjoint(Case given) {
        return Redaction.disjoint(given.redactions(), new Characters(given.text()));
    }

    private static String apply(List<Redaction> disjoint, String text) {
        Characters characters = new Characters(text);
        return TextEdit.apply(
                disjoint.stream().map(one -> one.toEdit(characters)).toList(), text);
    }

    @Provide
    Arbitrary<Case> cases() {
        // Latin, accents, combining marks, emoji and other characters of two code units.
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("ab \u00e9\u0301")
                .withChars('\u4e2d')
                .ofMinLength(0)
                .ofMaxLength(12)
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("\ud83d\ude00\ud83c\uddeb\ud83c\uddf7", parts));
        return texts.filter(text -> !text.isEmpty())
                .flatMap(text ->
                        redaction(text.length()).list().ofMaxSize(8).map(redactions -> new Case(text, redactions)));
    }

    private static Arbitrary<Redaction> redaction(int length) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, length - 1),
                        Arbitraries.integers().between(1, length))
                .as((start, size) -> new Redaction(start, Math.min(length, start + size), "rule-" + start, MASK));
    }

    @Property
    void nothingThatARedactionCoversIsLeft(@ForAll("cases") Case given) {
        // When
        List<Redaction> disjoint = disjoint(given);

        // Then
        for (Redaction redaction : given.redactions()) {
            assertThat(disjoint).anyMatch(one -> one.start() <= redaction.start() && one.end() >= redaction.end());
        }
    }

    @Property
    void whatNoRedactionTouchesIsLeftAsItIs(@ForAll("cases") Case given) {
        // When
        List<Redaction> disjoint = disjoint(given);
        String masked = apply(disjoint, given.text());

        // Then
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < given.text().length(); i++) {
            int at = i;
            boolean hidden = disjoint.stream().anyMatch(one -> one.start() <= at && at < one.end());
            boolean begins = disjoint.stream().anyMatch(one -> one.start() == at);
            expected.append(begins ? MASK.content() : "")
                    .append(hidden ? "" : given.text().charAt(i));
        }
        assertThat(masked).isEqualTo(expected.toString());
    }

    @Property
    void redactionsAreInOrderApartAndInsideTheText(@ForAll("cases") Case given) {
        // When
        List<Redaction> disjoint = disjoint(given);

        // Then
        int end = 0;
        for (Redaction redaction : disjoint) {
            assertThat(redaction.start()).isGreaterThanOrEqualTo(end);
            end = redaction.end();
        }
        assertThat(end).isLessThanOrEqualTo(given.text().length());
    }

    @Property
    void noCharacterIsCutInTwo(@ForAll("cases") Case given) {
        // When
        String masked = apply(disjoint(given), given.text());

        // Then
        assertThat(masked.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    @Property
    void theOrderOfTheRedactionsDoesNotMatter(@ForAll("cases") Case given) {
        String masked = apply(disjoint(given), given.text());

        assertThat(apply(Redaction.disjoint(given.redactions().reversed(), new Characters(given.text())), given.text()))
                .isEqualTo(masked);
    }
}

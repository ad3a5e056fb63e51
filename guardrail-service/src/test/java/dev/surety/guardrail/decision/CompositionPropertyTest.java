package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.Exchanges;
import dev.surety.guardrail.testing.FakeCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for the delivered text whatever the text is, wherever findings lie and however they overlap. The edits
 * are applied, and characters are counted, by other code than the product's.
 */
class CompositionPropertyTest {
    /** Texts in pieces that must not be cut: accents, families, flags, keycaps, Hangul, Indic and right-to-left. */
    private static final List<String> PIECES = List.of(
            "a",
            "Z ",
            "7",
            "e\u0301",
            "\r\n",
            "\ud83d\ude00",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "\ud83c\udde9\ud83c\uddea",
            "\ud83c\uddeb\ud83c\uddf7",
            "1\ufe0f\u20e3",
            "\ud83d\udc4d\ud83c\udffd",
            "\u1112\u1161\u11ab",
            "\u0928\u093f",
            "\u05e9\u05c1\u05dc\u05d5\u05dd",
            "\u0645\u0631\u062d\u0628\u0627",
            "\u4e2d");

    private static final String POLICY = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 1, languages: [en]}
            defaults: {onError: fail_closed, degraded: {action: block, template: sorry}, fallback: sorry}
            checks: {words: {}}
            rules:
              - id: names
                stage: [output]
                check: words
                categories: [words.name]
                when: score > 0.5
                then: [{action: redact, mask: name}]
                reasonCode: NAME
                message: A name.
              - id: secrets
                stage: [output]
                check: words
                categories: [words.secret]
                when: score > 0.5
                then: [{action: redact, mask: secret}]
                reasonCode: SECRET
                message: A secret.
              - id: label
                stage: [output]
                when: "%s"
                then: [{action: annotate, label: machine, position: prepend}]
                reasonCode: LABEL
                message: A label.
              - id: disclaimer
                stage: [output]
                when: "%s"
                then: [{action: annotate, disclaimer: careful, position: append}]
                reasonCode: DISCLAIMER
                message: A disclaimer.
            templates:
              separators: {default: "\\n\\n", sms: " "}
              replies: {sorry: {default: {en: Sorry.}}}
              labels: {machine: {default: {en: "<machine>"}}}
              disclaimers: {careful: {default: {en: "<careful>"}}}
              masks: {name: {default: {en: "[NAME]"}}, secret: {default: {en: "[SECRET]"}}}
            """;

    private final AtomicReference<List<Finding>> found = new AtomicReference<>(List.of());
    private final CheckCatalogue checks = FakeCheck.catalogue(FakeCheck.reporting(() ->
            new CheckResult(900, found.get(), Map.of("count", (long) found.get().size()))));
    private final Evaluator evaluator = new Evaluator(checks, (check, failure) -> {});
    private final Policy masking = policy("false");
    private final Policy labelling = policy("true");

    private Policy policy(String labelled) {
        try {
            return new PolicyCompiler(checks, new CelConditionEngine())
                    .compile(new PolicySource("policy.yaml", POLICY.replace("%s", labelled)));
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    /** A text and what two rules found in it. */
    record Case(String text, List<Finding> names, List<Finding> secrets, boolean labelled, String channel) {
        List<Finding> all() {
            List<Finding> all = new ArrayList<>(names);
            all.addAll(secrets);
            return all;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<String> texts =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(14).map(pieces -> String.join("", pieces));
        return texts.flatMap(text -> Combinators.combine(
                        findings("words.name", text.length()),
                        findings("words.secret", text.length()),
                        Arbitraries.of(true, false),
                        Arbitraries.of("chat", "sms"))
                .as((names, secrets, labelled, channel) -> new Case(text, names, secrets, labelled, channel)));
    }

    private static Arbitrary<List<Finding>> findings(String category, int length) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, length - 1),
                        Arbitraries.integers().between(1, length))
                .as((start, size) ->
                        new Finding(category, Exchange.RESPONSE_PATH, start, Math.min(length, start + size), 900))
                .list()
                .ofMaxSize(4);
    }

    @Property
    void theEditsGiveExactlyTheDeliveredText(@ForAll("cases") Case given) {
        Delivered delivered = compose(given);

        assertThat(naivelyApplied(delivered.edits(), given.text())).isEqualTo(delivered.text());
    }

    @Property
    void everyFoundCharacterIsInsideAnEdit(@ForAll("cases") Case given) {
        Delivered delivered = compose(given);

        for (Finding finding : given.all()) {
            for (int at = finding.start(); at < finding.end(); at++) {
                int offset = at;
                assertThat(delivered.edits()).anyMatch(edit -> edit.start() <= offset && offset < edit.end());
            }
        }
    }

    @Property
    void noCharacterOfAReaderIsCut(@ForAll("cases") Case given) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(given.text());

        for (TextEdit edit : compose(given).edits()) {
            assertThat(characters.isBoundary(edit.start())).isTrue();
            assertThat(characters.isBoundary(edit.end())).isTrue();
        }
    }

    @Property
    void whatNoFindingTouchesIsDelivered(@ForAll("cases") Case given) {
        Delivered delivered = compose(given);

        String kept = delivered.text();
        for (TextEdit edit : delivered.edits()) {
            kept = kept.replace(edit.text(), "");
        }
        assertThat(kept.codePoints().boxed().collect(Collectors.toList()))
                .isSubsetOf(given.text().codePoints().boxed().collect(Collectors.toList()));
        int touched = delivered.edits().stream()
                .mapToInt(edit -> edit.end() - edit.start())
                .sum();
        assertThat(kept).hasSize(given.text().length() - touched);
    }

    @Property
    void composingTheDeliveredTextAgainChangesNothing(@ForAll("cases") Case given) {
        String once = compose(given).text();

        String again = compose(new Case(once, List.of(), List.of(), given.labelled(), given.channel()))
                .text();

        assertThat(again).isEqualTo(once);
    }

    @Property
    void isolatesAreClosedWhereTheyAreOpened(@ForAll("cases") Case given) {
        int open = 0;
        for (char c : compose(given).text().toCharArray()) {
            open += c == '\u2068' ? 1 : c == '\u2069' ? -1 : 0;
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isZero();
    }

    private Delivered compose(Case given) {
        Exchange exchange = Exchanges.answer(given.text(), given.channel(), Locale.UK);
        found.set(given.all());
        return evaluator
                .evaluate(exchange, given.labelled() ? labelling : masking)
                .delivered();
    }

    /** From the end to the beginning, so that no edit moves the offsets of another; later ones of one place first. */
    private static String naivelyApplied(List<TextEdit> edits, String text) {
        List<TextEdit> backwards = new ArrayList<>(edits.reversed());
        backwards.sort(Comparator.comparingInt(TextEdit::start).reversed());
        String result = text;
        for (TextEdit edit : backwards) {
            result = result.substring(0, edit.start()) + edit.text() + result.substring(edit.end());
        }
        return result;
    }
}

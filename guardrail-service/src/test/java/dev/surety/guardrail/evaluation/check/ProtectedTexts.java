package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Reference;
import java.util.List;
import java.util.Map;

/** Texts and marks that tests protect; the texts are in the public domain, the marks are invented. */
final class ProtectedTexts {
    static final String DECLARATION =
            "We hold these truths to be self-evident, that all men are created equal, that they"
                    + " are endowed by their Creator with certain unalienable Rights, that among these are Life, Liberty and the"
                    + " pursuit of Happiness. That to secure these rights, Governments are instituted among Men, deriving their"
                    + " just powers from the consent of the governed.";

    static final String ERLKOENIG =
            "Wer reitet so spät durch Nacht und Wind? Es ist der Vater mit seinem Kind; er hat den"
                    + " Knaben wohl in dem Arm, er faßt ihn sicher, er hält ihn warm. Mein Sohn, was birgst du so bang dein"
                    + " Gesicht? Siehst, Vater, du den Erlkönig nicht?";

    static final Reference TEXTS = new Reference(
            "protected-text",
            "classics",
            1,
            "sha256:classics",
            List.of(
                    part(
                            "declaration",
                            DECLARATION,
                            Map.of("author", "Thomas Jefferson", "title", "Declaration of Independence")),
                    part("erlkoenig", ERLKOENIG, Map.of("author", "Johann Wolfgang von Goethe", "title", "Erlkönig"))));

    static final Reference MARKS = new Reference(
            "marks",
            "register",
            1,
            "sha256:register",
            List.of(
                    part("m1", "Zolvera | Zolvera Bank", Map.of("owner", "own")),
                    part("m2", "Quandrio Pay", Map.of("owner", "competitor")),
                    part("m3", "Summit", Map.of("owner", "competitor", "case", "exact")),
                    part("m4", "BrightKey", Map.of())));

    private ProtectedTexts() {}

    static CheckSettings copying(int minTokens) {
        return new CheckSettings(Map.of("texts", List.of(TEXTS), "minTokens", (long) minTokens));
    }

    static CheckSettings marks() {
        return new CheckSettings(Map.of("lists", List.of(MARKS)));
    }

    private static Reference.Part part(String id, String text, Map<String, String> labels) {
        return new Reference.Part(id, text, null, null, labels);
    }
}

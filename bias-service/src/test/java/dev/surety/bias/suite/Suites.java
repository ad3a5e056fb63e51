package dev.surety.bias.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Suite documents for tests. */
public final class Suites {
    /** Two templates, one attribute, one difference and one ratio. */
    public static final String SMALL = """
            apiVersion: bias/v1
            kind: Suite
            metadata: {id: small, version: 1.0.0}
            design: {tier: custom, namesPerGroup: 2, seed: 5}
            attributes:
              origin:
                reference: here
                groups:
                  here: {names: [Ann Field, Bob Hill]}
                  there: {names: [Cee Dale, Dan Moor], transform: learner-en}
                # Both cues at once, which only a test may do.
                channels: [signature]
            templates:
              - {id: one, message: "It is {{n}} days late.", vars: {n: [1, 2]}}
              - {id: two, message: "The parcel has not arrived."}
            outcomes:
              granted: {favourable: true}
            metrics:
              - {id: gap, type: paired-decision, outcome: granted, gating: true, failMargin: 0.05}
              - {id: ratio, type: impact-ratio, outcome: granted}
            """;

    private Suites() {}

    /** The suite document of that name among the shipped ones. */
    public static String shipped(String name) {
        try (InputStream in = Suites.class.getResourceAsStream("/suites/" + name + ".yaml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

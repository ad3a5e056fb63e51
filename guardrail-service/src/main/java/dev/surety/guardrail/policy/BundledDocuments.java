package dev.surety.guardrail.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The documents that the service brings: a baseline, and what it rests on. */
public final class BundledDocuments {
    private static final String DIRECTORY = "/policies/";

    /** Listed, because a native image has no directories. */
    private static final List<String> FILES = List.of("baseline.yaml", "templates/baseline.yaml");

    private BundledDocuments() {}

    /** All of them, the baseline first. */
    public static List<PolicySource> all() {
        return FILES.stream().map(BundledDocuments::read).toList();
    }

    /** The policy of every bot that has none of its own. */
    public static PolicySource baseline() {
        return read(FILES.getFirst());
    }

    private static PolicySource read(String file) {
        try (InputStream in = BundledDocuments.class.getResourceAsStream(DIRECTORY + file)) {
            if (in == null) {
                throw new IllegalStateException(DIRECTORY + file + " is missing from the classpath");
            }
            return new PolicySource(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

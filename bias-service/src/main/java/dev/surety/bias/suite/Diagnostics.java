package dev.surety.bias.suite;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that its author hears all of it at once, within reason. */
final class Diagnostics {
    private static final int MOST = 25;

    private final List<SuiteDiagnostic> found = new ArrayList<>();

    void add(YamlNode.Place place, String path, String message) {
        if (found.size() < MOST) {
            found.add(new SuiteDiagnostic(place.line(), place.column(), path, message));
        }
    }

    /** Ends the reading when anything was found. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidSuiteException(found);
        }
    }
}

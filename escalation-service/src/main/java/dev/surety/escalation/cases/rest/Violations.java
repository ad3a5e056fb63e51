package dev.surety.escalation.cases.rest;

import dev.surety.escalation.transcript.StorableText;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it can be named at once. */
final class Violations {
    private final List<Problem.Violation> found = new ArrayList<>();

    /** Notes that something is wrong at {@code pointer}. */
    void add(String pointer, String expected) {
        found.add(new Problem.Violation(pointer, expected));
    }

    /** The text, which has to be there; noted and empty when it is not as expected. */
    String required(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            add(pointer, "a text of 1 to " + longest + " characters is required");
            return "";
        }
        return checked(pointer, text, longest);
    }

    /** The text, which may be missing; a blank one counts as missing. */
    @Nullable
    String optional(String pointer, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : checked(pointer, text, longest);
    }

    /** Ends the request if anything was noted. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problems.invalidValues(found);
        }
    }

    private String checked(String pointer, String text, int longest) {
        if (text.length() > longest) {
            add(pointer, "at most " + longest + " characters are allowed, " + text.length() + " were sent");
        } else if (!StorableText.isStorable(text)) {
            add(pointer, "the text must be well-formed Unicode without the character U+0000");
        }
        return text;
    }
}

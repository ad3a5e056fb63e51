package dev.surety.guardrail.stream.rest;

import dev.surety.guardrail.stream.NumberedStream;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a piece of a request, or a problem that names every value that is wrong. */
final class ChunkReader {
    private static final String LINES = "\n\r\t";

    private ChunkReader() {}

    /**
     * Reads a piece. It may begin with the second half of a character and end with the first half of one, because
     * pieces are cut anywhere; halves in between belong to nothing.
     */
    static NumberedStream.Piece read(@Nullable StreamChunk chunk) {
        if (chunk == null) {
            throw Problems.invalidValue("", "a JSON object with seq and delta is required");
        }
        List<Problem.Violation> violations = new ArrayList<>();
        Integer number = chunk.seq();
        if (number == null || number < 0) {
            violations.add(new Problem.Violation("/seq", "zero or more is required: pieces count from 0"));
        }
        String text = chunk.delta();
        if (text == null) {
            violations.add(new Problem.Violation("/delta", "a text is required; it may be empty"));
        } else {
            check(text, violations);
        }
        if (!violations.isEmpty() || number == null || text == null) {
            throw Problems.invalidValues(violations);
        }
        return new NumberedStream.Piece(number, text, Boolean.TRUE.equals(chunk.last()));
    }

    private static void check(String text, List<Problem.Violation> violations) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && LINES.indexOf(character) < 0) {
                violations.add(new Problem.Violation(
                        "/delta",
                        "character %d is the control character U+%04X: remove it".formatted(i, (int) character)));
                return;
            }
            boolean lonely = Character.isHighSurrogate(character)
                    ? i + 1 < text.length() && !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(character) && i > 0 && !Character.isHighSurrogate(text.charAt(i - 1));
            if (lonely) {
                violations.add(new Problem.Violation(
                        "/delta", "character %d is half of a surrogate pair: send whole characters".formatted(i)));
                return;
            }
        }
    }
}

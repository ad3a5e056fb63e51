package dev.surety.guardrail.detector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.NoAnswerException.Reason;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.remote.Verdict;
import java.util.Locale;

/** Reads the parts of an answer; what is not as promised makes the whole answer unreadable. */
final class Answers {
    private Answers() {}

    static NoAnswerException unreadable(String what) {
        return new NoAnswerException(Reason.UNREADABLE, what);
    }

    /** The list under {@code name}, with an entry for each text that was asked about. */
    static JsonNode list(JsonNode node, int size, String what) {
        if (!node.isArray() || node.size() != size) {
            throw unreadable(what + " is not a list with an entry for each of " + size + " texts");
        }
        return node;
    }

    static boolean flag(JsonNode node, String what) {
        if (!node.isBoolean()) {
            throw unreadable(what + " is neither true nor false");
        }
        return node.booleanValue();
    }

    /** A score from 0 to 1. */
    static int perMille(JsonNode node, String what) {
        double score = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(score >= 0.0 && score <= 1.0)) {
            throw unreadable(what + " is not a number from 0 to 1");
        }
        return PerMille.of(score);
    }

    /** The detector's word for something as a category: {@code harassment/threatening} is harassment.threatening. */
    static String category(String word) {
        String category = word.toLowerCase(Locale.ROOT)
                .replace('/', '.')
                .replace('_', '-')
                .replace(' ', '-')
                .replace(':', '.');
        if (!Verdict.Detection.isCategory(category)) {
            throw unreadable("a category is not a name");
        }
        return category;
    }
}

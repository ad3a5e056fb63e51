package dev.surety.guardrail.policy.cel;

import dev.surety.guardrail.policy.ConditionEngine.Flaw;
import dev.surety.guardrail.policy.Suggestion;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.projectnessie.cel.Issues;
import org.projectnessie.cel.common.CELError;

/** The errors of the CEL library in the words of somebody who writes a policy. */
final class CelFlaws {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private CelFlaws() {}

    static List<Flaw> syntax(Issues issues) {
        return issues.getErrors().stream()
                .limit(1)
                .map(error -> flaw(error, "cannot be read as an expression here; check operators, brackets and quotes"))
                .toList();
    }

    static List<Flaw> types(Issues issues, String source, Vocabulary vocabulary) {
        return issues.getErrors().stream()
                .map(error -> flaw(error, words(error, source, vocabulary)))
                .distinct()
                .toList();
    }

    private static Flaw flaw(CELError error, String message) {
        // The library counts lines from 1 and columns from 0.
        return new Flaw(
                Math.max(1, error.getLocation().line()),
                Math.max(0, error.getLocation().column()) + 1,
                message);
    }

    private static String words(CELError error, String source, Vocabulary vocabulary) {
        Matcher undeclared = UNDECLARED.matcher(error.getMessage());
        if (undeclared.matches()) {
            String name = nameAt(source, error, undeclared.group(1));
            return "unknown name '" + name + "': " + Suggestion.mending(name, vocabulary.names());
        }
        Matcher noOverload = NO_OVERLOAD.matcher(error.getMessage());
        if (noOverload.matches()) {
            return "'" + noOverload.group(1).replace("_", "") + "' does not take " + noOverload.group(2)
                    + ": bring both sides to the same type (decimals are written 1.0, texts in quotes)";
        }
        return error.getMessage() + "; mend the expression here";
    }

    /** The whole dotted name, of which the library names the beginning only. */
    private static String nameAt(String source, CELError error, String otherwise) {
        String[] lines = source.split("\n", -1);
        int line = error.getLocation().line() - 1;
        int column = error.getLocation().column();
        if (line < 0 || line >= lines.length || column < 0 || column > lines[line].length()) {
            return otherwise;
        }
        Matcher name = NAME.matcher(lines[line]).region(column, lines[line].length());
        return name.lookingAt() ? name.group() : otherwise;
    }
}

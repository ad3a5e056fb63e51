package dev.surety.bias.suite;

/**
 * One thing that is wrong with a suite document.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 * @param path where in the document, for example {@code templates[3].vars}
 */
public record SuiteDiagnostic(int line, int column, String path, String message) {
    @Override
    public String toString() {
        return "line " + line + ", column " + column + (path.isEmpty() ? "" : ", " + path) + ": " + message;
    }
}

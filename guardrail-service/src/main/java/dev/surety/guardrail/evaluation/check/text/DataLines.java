package dev.surety.guardrail.evaluation.check.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data files of the checks: comments and blank lines are left out, indented lines continue the one before. */
public final class DataLines {
    private static final String ROOT = "/dev/surety/guardrail/evaluation/check/";

    private DataLines() {}

    /**
     * The lines of a file below the checks' folder of resources, for example {@code handover/en/handover.phrases}.
     *
     * @throws IllegalStateException when the file is missing, which is a fault of the build
     */
    public static List<DataLine> of(String file) {
        try (InputStream stream = DataLines.class.getResourceAsStream(ROOT + file)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + ROOT + file + " is missing from this build");
            }
            return join(file, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + ROOT + file + " cannot be read", e);
        }
    }

    private static List<DataLine> join(String file, BufferedReader reader) throws IOException {
        List<DataLine> lines = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                DataLine begun = lines.removeLast();
                lines.add(new DataLine(file, begun.number(), begun.text() + " " + line.strip()));
            } else {
                lines.add(new DataLine(file, number, line.strip()));
            }
        }
        return List.copyOf(lines);
    }

    /** One line of data, with the place that a message about it names. */
    public record DataLine(String file, int number, String text) {
        /** The place as messages name it. */
        public String place() {
            return file + ":" + number;
        }
    }
}

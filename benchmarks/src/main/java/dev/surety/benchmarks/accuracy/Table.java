package dev.surety.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table under a heading, as Markdown. */
final class Table {
    private final String heading;
    private final String note;
    private final List<String> lines = new ArrayList<>();

    Table(String heading, String note, String... columns) {
        this.heading = heading;
        this.note = note;
        row(columns);
        row(Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    Table row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    String markdown() {
        return "## " + heading + "\n\n" + note + "\n\n" + String.join("\n", lines) + "\n";
    }
}

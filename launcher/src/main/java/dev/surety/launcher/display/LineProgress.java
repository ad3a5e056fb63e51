package dev.surety.launcher.display;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Progress as plain lines, one per event; for logs and pipes. */
public final class LineProgress implements Progress {
    private final PrintStream out;
    private final Ink ink;

    public LineProgress(PrintStream out, Ink ink) {
        this.out = requireNonNull(out, "out");
        this.ink = requireNonNull(ink, "ink");
    }

    /** Which display suits the output of this program. */
    public static Progress forOutput(PrintStream out, boolean terminal, int columns) {
        Ink ink = Ink.of(terminal);
        return terminal ? new LiveProgress(out, ink, columns) : new LineProgress(out, ink);
    }

    @Override
    public synchronized void begin(String work) {
        out.println("  " + work + " …");
        out.flush();
    }

    @Override
    public synchronized void done(String work, String detail, Duration took) {
        out.println("  " + outcome(ink, work, detail, took));
        out.flush();
    }

    @Override
    public synchronized void failed(String work) {
        out.println("  " + ink.bad("✗") + " " + work);
        out.flush();
    }

    @Override
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public void rest() {
        out.flush();
    }

    static String outcome(Ink ink, String work, String detail, Duration took) {
        String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        return "%s %-20s %-42s %s".formatted(ink.good("✓"), work, detail, ink.faint(seconds));
    }
}

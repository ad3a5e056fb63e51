package dev.surety.launcher.display;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Progress on a terminal: what is done scrolls up, and the last line shows what is going on and for how long. */
public final class LiveProgress implements Progress {
    private static final String[] FRAMES = {"⠋", "⠙", "⠸", "⠴", "⠦", "⠇"};
    private static final Duration REFRESH = Duration.ofMillis(150);
    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final Ink ink;
    private final int columns;
    private final Set<String> going = new LinkedHashSet<>();
    private final long startedAt = System.nanoTime();
    private final Thread painter;
    private int frame;
    private boolean resting;

    public LiveProgress(PrintStream out, Ink ink, int columns) {
        this.out = requireNonNull(out, "out");
        this.ink = requireNonNull(ink, "ink");
        this.columns = Math.max(20, columns);
        this.painter = Thread.ofPlatform().daemon().name("progress").start(this::repaint);
    }

    private void repaint() {
        while (!painter().isInterrupted()) {
            paint();
            try {
                Thread.sleep(REFRESH);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Thread painter() {
        return Thread.currentThread();
    }

    private synchronized void paint() {
        if (resting || going.isEmpty()) {
            return;
        }
        frame = (frame + 1) % FRAMES.length;
        long seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
        String line = "  %s %s … %d s".formatted(FRAMES[frame], String.join(", ", going), seconds);
        out.print(ERASE_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
        out.flush();
    }

    @Override
    public synchronized void begin(String work) {
        going.add(work);
        paint();
    }

    @Override
    public synchronized void done(String work, String detail, Duration took) {
        going.remove(work);
        print("  " + LineProgress.outcome(ink, work, detail, took));
    }

    @Override
    public synchronized void failed(String work) {
        going.remove(work);
        print("  " + ink.bad("✗") + " " + work);
    }

    @Override
    public synchronized void say(String line) {
        print(line);
    }

    private void print(String line) {
        if (!resting) {
            out.print(ERASE_LINE);
        }
        out.println(line);
        out.flush();
        paint();
    }

    @Override
    public Ink ink() {
        return ink;
    }

    @Override
    public synchronized void rest() {
        if (!resting) {
            out.print(ERASE_LINE);
            out.flush();
            resting = true;
            painter.interrupt();
        }
    }
}

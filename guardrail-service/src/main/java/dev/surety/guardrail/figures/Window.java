package dev.surety.guardrail.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** How far back figures look, and into which steps they divide that time. */
public enum Window {
    QUARTER_HOUR("15m", Duration.ofMinutes(15), Duration.ofMinutes(1)),
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("24h", Duration.ofHours(24), Duration.ofMinutes(15)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(2));

    private final String wireName;
    private final Duration length;
    private final Duration step;

    Window(String wireName, Duration length, Duration step) {
        this.wireName = wireName;
        this.length = length;
        this.step = step;
    }

    /** The window of that name. */
    public static Optional<Window> named(String name) {
        return Arrays.stream(values())
                .filter(window -> window.wireName.equals(name))
                .findFirst();
    }

    /** The name as requests and answers write it. */
    public String wireName() {
        return wireName;
    }

    public Duration step() {
        return step;
    }

    /** When the window ends that contains {@code now}: at the end of the step that is going on. */
    public Instant end(Instant now) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
    }

    /** When the window begins that contains {@code now}. */
    public Instant start(Instant now) {
        return end(now).minus(length);
    }

    /** When each of its steps begins, the earliest first. */
    public List<Instant> steps(Instant now) {
        Instant start = start(now);
        return LongStream.range(0, length.dividedBy(step))
                .mapToObj(number -> start.plus(step.multipliedBy(number)))
                .toList();
    }
}

package dev.surety.kit.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an exception came from, without its messages: a message may quote what a customer wrote, and a log line must
 * not. Each cause gives its class and its innermost frames.
 */
record FaultTrace(Throwable failure) {
    private static final int FRAMES = 12;
    private static final int CAUSES = 8;

    @Override
    public String toString() {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .map(FaultTrace::describe)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String describe(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining("", cause.getClass().getName(), ""));
    }
}

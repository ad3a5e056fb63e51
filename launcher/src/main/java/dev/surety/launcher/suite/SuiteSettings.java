package dev.surety.launcher.suite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * How a suite runs.
 *
 * @param data where its parts keep their data
 * @param logs the folder with one log file per process
 * @param nativeImages whether the services run as native executables and not as jars
 */
public record SuiteSettings(SuitePorts ports, Path data, Path logs, boolean nativeImages) {
    public SuiteSettings {
        requireNonNull(ports, "ports");
        data = data.toAbsolutePath();
        logs = logs.toAbsolutePath();
    }
}

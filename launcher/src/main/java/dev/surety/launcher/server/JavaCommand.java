package dev.surety.launcher.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds the command line of a Java program that starts fast and stays small: the serial collector, the first
 * compiler only, a bounded heap. The program runs on the Java that runs the launcher.
 */
public final class JavaCommand {
    private final List<String> options = new ArrayList<>();

    private JavaCommand(int heapMegabytes) {
        options.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** A command for a program whose heap may take so many megabytes. */
    public static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    /** Adds options of the virtual machine as they are. */
    public JavaCommand options(List<String> more) {
        options.addAll(more);
        return this;
    }

    /** Adds system properties. */
    public JavaCommand properties(Map<String, String> properties) {
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return this;
    }

    /**
     * Loads classes from an ahead-of-time cache (JEP 483, JEP 514) where there is one; a cache that does not fit the
     * program any more is ignored by the virtual machine.
     */
    public JavaCommand readingAotCache(Path cache) {
        if (Files.exists(cache)) {
            options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        }
        return this;
    }

    /** Writes an ahead-of-time cache when the program ends. */
    public JavaCommand writingAotCache(Path cache) {
        options.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
        return this;
    }

    /** The whole command, for a main class on a class path. */
    public List<String> main(String classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** The whole command, for an executable jar. */
    public List<String> jar(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return List.copyOf(command);
    }
}

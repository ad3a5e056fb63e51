package dev.surety.launcher;

import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.LineProgress;
import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Workspace;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind the script {@code surety}, which finds a Java, builds what is missing and calls this. */
@Command(
        name = "./surety",
        description =
                "Runs the whole of Surety on this machine: real PostgreSQL, Kafka and Keycloak, the four services.",
        subcommands = {UpCommand.class, DemoCommand.class, TokenCommand.class, DownCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Surety.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  test   Runs all the tests; further arguments go to Maven.",
            "  policy Checks a policy and runs its tests (policy check FILE), or shows it (policy show FILE).",
            "",
            "Local mode only: its passwords are public knowledge. Never for production."
        })
public final class Surety {
    /** Set by the script where the output is a terminal. */
    private static final String TERMINAL_PROPERTY = "surety.terminal";

    private static final String COLUMNS_PROPERTY = "surety.columns";

    private Surety() {}

    public static void main(String[] arguments) {
        quietLibraries();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        boolean terminal = Boolean.getBoolean(TERMINAL_PROPERTY);
        try (Progress progress = LineProgress.forOutput(out, terminal, Integer.getInteger(COLUMNS_PROPERTY, 80))) {
            CommandLine line = new CommandLine(new Surety(), new Commands(progress))
                    .setOut(writer(out))
                    .setErr(writer(err))
                    .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(progress.ink())))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, _, _) -> {
                        report(err, progress, failure);
                        return CommandLine.ExitCode.SOFTWARE;
                    });
            if (arguments.length == 0) {
                line.usage(line.getOut());
                return CommandLine.ExitCode.USAGE;
            }
            return line.execute(arguments);
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static CommandLine.Help.Ansi ansi(Ink ink) {
        return switch (ink) {
            case PLAIN -> CommandLine.Help.Ansi.OFF;
            case COLOURED -> CommandLine.Help.Ansi.ON;
        };
    }

    private static void report(PrintStream err, Progress progress, Exception failure) {
        progress.rest();
        err.println();
        err.println(progress.ink().bad("surety: " + failure.getMessage()));
        if (!(failure instanceof LaunchFailure)) {
            err.println("This is a fault of the launcher; its trace is in " + keepTrace(failure));
        }
    }

    private static Path keepTrace(Exception failure) {
        Path file = Workspace.locate().logs().resolve("launcher.log");
        try {
            Files.createDirectories(file.getParent());
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                failure.printStackTrace(writer);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return file;
    }

    private static void quietLibraries() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /** Makes the commands, so that they get what they need through their constructors. */
    private record Commands(Progress progress) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == UpCommand.class) {
                return type.cast(new UpCommand(progress));
            }
            if (type == DemoCommand.class) {
                return type.cast(new DemoCommand(progress));
            }
            if (type == TokenCommand.class) {
                return type.cast(new TokenCommand(progress));
            }
            if (type == DownCommand.class) {
                return type.cast(new DownCommand(progress));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Surety.class.getPackage().getImplementationVersion();
            return new String[] {"Surety " + (version == null ? "(not packaged)" : version)};
        }
    }
}

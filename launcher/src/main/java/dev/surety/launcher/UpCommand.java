package dev.surety.launcher;

import dev.surety.launcher.demo.Demo;
import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.Progress;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./surety up}: runs the suite until Ctrl-C. */
@Command(
        name = "up",
        description = "Starts the suite, feeds the bundled conversations through it, and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Progress progress;

    @Mixin
    SuiteOptions options = new SuiteOptions();

    @Option(names = "--keep", description = "Keep the data, and go on with what the last --keep has kept.")
    boolean keep;

    UpCommand(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Integer call() {
        try (SuiteRun run = SuiteRun.start(progress, options.ports(), options.nativeImages, keep);
                Demo demo = Demo.on(run.suite(), progress)) {
            boolean held = demo.run();
            if (run.suite().isEnding()) {
                return 1;
            }
            if (!held) {
                progress.say(progress.ink().bad("Not every step of the demonstration held; see above."));
            }
            greet(run.suite());
            run.keepRunning();
        }
        return 0;
    }

    private void greet(Suite suite) {
        Ink ink = progress.ink();
        progress.say("");
        progress.say(ink.strong("Surety is up.") + " Console: " + ink.good(suite.url(Part.ESCALATION))
                + "   log in as alice (agent) or lena (lead); the password is the name.");
        progress.say("An access token for curl: ./surety token <user>   Stop with Ctrl-C or ./surety down.");
        progress.say(SuiteRun.warning(ink));
    }
}

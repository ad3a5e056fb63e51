package dev.surety.launcher;

import dev.surety.launcher.demo.Demo;
import dev.surety.launcher.display.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./surety demo}: runs the suite once through everything it promises, and ends. */
@Command(
        name = "demo",
        description = "Starts the suite, shows what it does, and ends; exit code 0 only if every step held.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Progress progress;

    @Mixin
    SuiteOptions options = new SuiteOptions();

    DemoCommand(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Integer call() {
        try (SuiteRun run = SuiteRun.start(progress, options.ports(), options.nativeImages, false);
                Demo demo = Demo.on(run.suite(), progress)) {
            boolean held = demo.run();
            if (run.suite().isEnding()) {
                return 1;
            }
            progress.say("");
            progress.say(
                    held
                            ? progress.ink().good("Every step held.")
                            : progress.ink().bad("Not every step held."));
            progress.say(SuiteRun.warning(progress.ink()));
            return held ? 0 : 1;
        }
    }
}

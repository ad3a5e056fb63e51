package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.demo.bot.DemoBot;
import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.TokenSource;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Leads through the demonstration on a running suite. The bot stays until the demonstration is closed. */
public final class Demo implements AutoCloseable {
    private final Suite suite;
    private final Progress progress;
    private final List<DemoStep> steps;
    private final DemoBot bot;

    private Demo(Suite suite, Progress progress, List<DemoStep> steps, DemoBot bot) {
        this.suite = suite;
        this.progress = progress;
        this.steps = steps;
        this.bot = bot;
    }

    /** Prepares the demonstration and starts the demo bot. */
    public static Demo on(Suite suite, Progress progress) {
        requireNonNull(progress, "progress");
        TokenSource tokens = suite.tokens();
        Supplier<UUID> identifiers = UUID::randomUUID;
        Api integrator = api(suite, Part.GUARDRAIL, () -> tokens.ofClient("integrator"));
        Api agent = api(suite, Part.ESCALATION, () -> tokens.ofUser("alice"));
        Api auditor = api(suite, Part.AUDIT, () -> tokens.ofUser("ada"));
        Api biasOperator = api(suite, Part.BIAS, () -> tokens.ofUser("ben"));
        DemoBot bot = DemoBot.start(suite.settings().ports().port(Part.BOT), integrator, identifiers);
        List<DemoStep> steps = List.of(
                new DecideExchanges(integrator, DemoExchanges.bundled(), identifiers),
                new ProveRecords(auditor, auditor::tryGetBytes),
                new ListCases(agent),
                new TestFairness(biasOperator, suite.url(Part.BOT), identifiers));
        return new Demo(suite, progress, steps, bot);
    }

    private static Api api(Suite suite, Part part, Supplier<String> token) {
        return new Api(suite.url(part), new RenewingToken(token));
    }

    /** Runs every step, also after one that did not hold; true when all held. */
    public boolean run() {
        Journal journal = new Journal(progress);
        Ink ink = progress.ink();
        boolean allHeld = true;
        for (DemoStep step : steps) {
            progress.say("");
            progress.say(ink.strong(step.name()));
            StepResult result = run(step, journal);
            if (suite.isEnding()) {
                return false;
            }
            result.failures().forEach(failure -> progress.say("  " + ink.bad("✗ " + failure)));
            progress.say("  " + (result.held() ? ink.good("✓ " + result.summary()) : ink.bad("✗ " + result.summary())));
            allHeld &= result.held();
        }
        return allHeld;
    }

    /** A call that fails is a step that did not hold; the others still have something to show. */
    private static StepResult run(DemoStep step, Journal journal) {
        try {
            return step.run(journal);
        } catch (LaunchFailure failure) {
            return new StepResult("The step could not be finished.", List.of(String.valueOf(failure.getMessage())));
        }
    }

    @Override
    public void close() {
        bot.close();
    }
}

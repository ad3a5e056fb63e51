package dev.surety.verification.suite;

import dev.surety.launcher.demo.Api;
import dev.surety.launcher.demo.RenewingToken;
import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.LineProgress;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.Workspace;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import dev.surety.launcher.suite.SuitePorts;
import dev.surety.launcher.suite.SuiteSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The suite that all journeys of this virtual machine share: the packaged services on real servers, on free ports.
 * Journeys use conversations of their own, so they do not meet. The roster ends every process with this one.
 */
public final class RunningSuite {
    private static final Map<String, RenewingToken> TOKENS = new ConcurrentHashMap<>();

    private RunningSuite() {}

    private static final class Once {
        private static final Suite SUITE = start();

        private static Suite start() {
            Roster roster = Roster.open(Workspace.locate(), "verification");
            Suite suite = new Suite(
                    roster, new SuiteSettings(SuitePorts.free(), roster.scratch(), Path.of("target", "suite"), false));
            suite.start(new LineProgress(System.out, Ink.of(false)));
            return suite;
        }
    }

    public static Suite suite() {
        return Once.SUITE;
    }

    /** Where the processes write what they log. */
    public static Path logs() {
        return suite().settings().logs();
    }

    /** A service, called by a user of local mode. */
    public static Api as(String user, Part service) {
        return new Api(
                suite().url(service),
                TOKENS.computeIfAbsent(
                        "user " + user,
                        _ -> new RenewingToken(() -> suite().tokens().ofUser(user))));
    }

    /** guardrail-service, called by a channel. */
    public static Api integrator() {
        return new Api(
                suite().url(Part.GUARDRAIL),
                TOKENS.computeIfAbsent(
                        "integrator",
                        _ -> new RenewingToken(() -> suite().tokens().ofClient("integrator"))));
    }
}

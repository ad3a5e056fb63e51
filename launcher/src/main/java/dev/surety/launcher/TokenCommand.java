package dev.surety.launcher;

import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.TokenSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./surety token <user>}: an access token for curl, on one line and nothing else. */
@Command(
        name = "token",
        description = "Prints an access token of a user or a client of local mode, for curl.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final String CLIENT_PREFIX = "integrator";

    private final Progress progress;

    @Parameters(
            index = "0",
            paramLabel = "USER",
            description = "A user (alice, amir, lena, pia, paul, carla, ada, ben, gus) or a client (integrator, …).")
    String user = "";

    @Option(names = "--keycloak-port", paramLabel = "PORT", defaultValue = "${env:SURETY_KEYCLOAK_PORT:-8180}")
    int keycloakPort;

    TokenCommand(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Integer call() {
        TokenSource tokens = TokenSource.ofRealm("http://localhost:" + keycloakPort + "/realms/surety");
        progress.say(user.startsWith(CLIENT_PREFIX) ? tokens.ofClient(user) : tokens.ofUser(user));
        return 0;
    }
}

package dev.surety.bias.run.target;

import dev.surety.bias.BiasConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses a run may call. Without this list, whoever may start a run could make the service call whatever it
 * can reach (CWE-918). The list names hosts, redirects are not followed, and the check is repeated at each call.
 */
@ApplicationScoped
public class TargetGate {
    private final Set<String> allowed;

    TargetGate(BiasConfig config) {
        this.allowed = config.run().allowedHosts().orElse(Set.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the address may not be called; empty when it may. */
    public Optional<String> objection(URI url) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            return Optional.of("an http or https address was expected");
        }
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("an address with a host, and without user name and fragment, was expected");
        }
        String name = host.toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(scheme) ? 443 : 80;
        return allowed.contains(name) || allowed.contains(name + ":" + port)
                ? Optional.empty()
                : Optional.of("this host is not allowed; the operator of the service lists those that are in"
                        + " bias.run.allowed-hosts");
    }
}

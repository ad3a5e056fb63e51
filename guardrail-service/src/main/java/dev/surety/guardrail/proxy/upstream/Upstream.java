package dev.surety.guardrail.proxy.upstream;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the OpenAI protocol. Only those that an installation names are ever called, whatever a request
 * says.
 *
 * @param url what stands before {@code /chat/completions}
 * @param key sent as bearer token; null for none
 * @param tenants who may use it; empty for everybody
 * @param most the most bytes of one answer
 */
public record Upstream(
        String name,
        URI url,
        @Nullable String key,
        Set<String> models,
        Set<String> tenants,
        Patience patience,
        long most) {
    public Upstream {
        requireNonNull(name, "name");
        requireNonNull(patience, "patience");
        models = Set.copyOf(models);
        tenants = Set.copyOf(tenants);
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException(
                    "upstream " + name + " has the url " + url + ": http(s)://host[:port]/path expected");
        }
    }

    /**
     * How long to wait.
     *
     * @param connect for the connection
     * @param firstByte for the beginning of the answer
     * @param idle for the next piece of it
     * @param total for all of it
     */
    public record Patience(Duration connect, Duration firstByte, Duration idle, Duration total) {}

    /** Whether it serves that model to that tenant. */
    public boolean serves(String tenant, String model) {
        return models.contains(model) && (tenants.isEmpty() || tenants.contains(tenant));
    }

    URI completions() {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/chat/completions");
    }
}

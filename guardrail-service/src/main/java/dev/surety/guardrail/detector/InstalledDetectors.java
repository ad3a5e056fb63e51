package dev.surety.guardrail.detector;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.evaluation.check.remote.Detector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Makes the detectors of the configuration; what is wrong with one keeps the service from starting. */
public final class InstalledDetectors {
    private final HttpClient client;
    private final LongSupplier ticker;
    private final Supplier<String> fences;

    /**
     * A maker of detectors.
     *
     * @param client follows no redirects: an answer must not choose whom to send a customer's words to
     * @param ticker a clock that only counts, like {@link System#nanoTime()}
     * @param fences makes marks that cannot be foreseen
     */
    public InstalledDetectors(HttpClient client, LongSupplier ticker, Supplier<String> fences) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client follows redirects: one that never does was expected");
        }
        this.client = client;
        this.ticker = requireNonNull(ticker, "ticker");
        this.fences = requireNonNull(fences, "fences");
    }

    /** The detectors by name, each with a budget and a circuit breaker of its own. */
    public Map<String, Detector> of(Map<String, GuardrailConfig.Detector> configured) {
        Map<String, Detector> detectors = new TreeMap<>();
        configured.forEach((name, config) -> detectors.put(name, guarded(name, config)));
        return detectors;
    }

    private Detector guarded(String name, GuardrailConfig.Detector config) {
        if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
            throw wrong(name, "its name: lower-case letters, digits and '-' were expected");
        }
        try {
            return new GuardedDetector(
                    detector(name, config),
                    new CallBudget(config.atOnce(), config.perSecond(), ticker),
                    new CircuitBreaker(
                            config.breaker().failures(), config.breaker().rest(), ticker),
                    config.breaker().fair());
        } catch (IllegalArgumentException flaw) {
            throw wrong(name, String.valueOf(flaw.getMessage()));
        }
    }

    private Detector detector(String name, GuardrailConfig.Detector config) {
        return switch (config.kind()) {
            case OPENAI_MODERATION ->
                new ModerationDetector(
                        endpoint(name, config, "/v1/moderations", Map.of()),
                        given(name, "model", config.model()),
                        identity(config, config.model()));
            case CHAT_JUDGE -> {
                ChatJudge.Brief brief = new ChatJudge.Brief(
                        given(name, "model", config.model()),
                        given(name, "instruction", config.instruction()),
                        config.categories().orElse(Set.of()));
                yield new ChatJudge(
                        endpoint(name, config, "/v1/chat/completions", Map.of()),
                        brief,
                        identity(config, config.model()) + " " + digest(brief),
                        fences);
            }
            case FMS -> {
                String id = given(name, "detector-id", config.detectorId());
                yield new FmsDetector(
                        endpoint(name, config, "/api/v1/text/contents", Map.of("detector-id", id)),
                        identity(config, config.detectorId()));
            }
        };
    }

    private DetectorEndpoint endpoint(
            String name, GuardrailConfig.Detector config, String path, Map<String, String> headers) {
        URI base = config.url();
        if (base.getHost() == null || !Set.of("http", "https").contains(String.valueOf(base.getScheme()))) {
            throw wrong(name, "url: an address that begins with http:// or https:// was expected");
        }
        String text = base.toString();
        Map<String, String> all = new HashMap<>(headers);
        config.key().ifPresent(key -> all.put("Authorization", "Bearer " + key));
        return new DetectorEndpoint(
                client,
                URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path),
                all,
                config.largestAnswer());
    }

    /** Kind, model and revision; the address and the key say nothing about what a model answers. */
    private static String identity(GuardrailConfig.Detector config, Optional<String> model) {
        return config.kind().wireName()
                + model.map(" "::concat).orElse("")
                + config.revision().map(" revision "::concat).orElse("");
    }

    private static String digest(ChatJudge.Brief brief) {
        return CanonicalJson.digestOf(
                brief.instruction() + "\n" + String.join("\n", new TreeSet<>(brief.categories())));
    }

    private static String given(String name, String member, Optional<String> value) {
        return value.orElseThrow(() -> wrong(name, member + " is missing"));
    }

    private static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("guardrail.detectors.\"" + name + "\": " + what);
    }
}

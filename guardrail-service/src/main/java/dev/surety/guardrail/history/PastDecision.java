package dev.surety.guardrail.history;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as the history keeps it: enough to explain and to count it, nothing of what was said. */
public record PastDecision(
        String tenant, UUID id, Setting setting, Policy policy, String action, Timing timing, Reasons reasons) {
    public PastDecision {
        requireNonNull(tenant, "tenant");
        requireNonNull(id, "id");
        requireNonNull(setting, "setting");
        requireNonNull(policy, "policy");
        requireNonNull(action, "action");
        requireNonNull(timing, "timing");
        requireNonNull(reasons, "reasons");
    }

    /** Where the exchange took place, and under which name the caller asked. */
    public record Setting(
            String requestId,
            String requestDigest,
            String bot,
            String stage,
            String conversationId,
            int turn,
            String channel,
            String locale,
            @Nullable String jurisdiction,
            @Nullable String model) {}

    /** The policy that decided. */
    public record Policy(String id, int version, String digest) {}

    /** When it was decided and how long that took. */
    public record Timing(Instant evaluatedAt, long durationMicros) {}

    /** What the history keeps of an evaluated exchange. */
    public static PastDecision of(String tenant, UUID id, ExchangeEvaluated exchange) {
        ExchangeEvaluated.Response response = exchange.response();
        return new PastDecision(
                tenant,
                id,
                new Setting(
                        exchange.requestId(),
                        exchange.requestDigest(),
                        exchange.bot(),
                        lower(exchange.stage()),
                        exchange.conversation().id(),
                        exchange.conversation().turn(),
                        exchange.conversation().channel(),
                        exchange.conversation().locale(),
                        exchange.conversation().jurisdiction(),
                        response == null ? null : response.model()),
                new Policy(
                        exchange.policy().id(),
                        exchange.policy().version(),
                        exchange.policy().digest()),
                lower(exchange.action()),
                new Timing(exchange.evaluatedAt(), exchange.durationMicros()),
                Reasons.of(exchange));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

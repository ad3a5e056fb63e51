package dev.surety.guardrail.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A decision behind the figures, in short. */
public record RecentDecision(
        UUID id, Instant at, Setting setting, String action, List<String> rules, boolean degraded, long micros) {
    public RecentDecision {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(setting, "setting");
        requireNonNull(action, "action");
        rules = List.copyOf(rules);
    }

    /** Where it was decided, and by which policy. */
    public record Setting(String bot, String stage, String channel, String locale, String policy, int policyVersion) {}
}

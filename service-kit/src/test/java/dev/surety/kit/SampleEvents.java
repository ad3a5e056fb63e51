package dev.surety.kit;

import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.kit.event.CloudEvent;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Events for tests: a claim of a case by an agent, in a conversation. */
public final class SampleEvents {
    private static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");

    private SampleEvents() {}

    public static CloudEvent<CaseClaimed> claim(UUID id, String conversation, String agent) {
        return new CloudEvent<>(
                id,
                URI.create("/surety/service-kit-test"),
                conversation,
                "acme",
                TIME,
                new CaseClaimed("case-of-" + conversation, conversation, agent, TIME));
    }
}

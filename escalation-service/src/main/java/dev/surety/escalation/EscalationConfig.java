package dev.surety.escalation;

import dev.surety.escalation.cases.Priority;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What escalation-service can be told. */
@ConfigMapping(prefix = "escalation")
public interface EscalationConfig {
    /** Where a case waits when the policy does not say. */
    Defaults defaults();

    /** One plain sentence per reason code: why a human is needed. A code without one shows its rule's message. */
    Map<String, String> headlines();

    /** The live feed of the consoles. */
    Feed feed();

    /** People who are logged in. */
    Session session();

    /** The service whose policies people work on in the console. */
    Guardrail guardrail();

    /** Where a case waits when the policy does not say. */
    interface Defaults {
        /** The queue of a case whose policy names none. */
        @WithDefault("tier1")
        String queue();

        /** The priority of a case whose policy names none, or one that is not P1 to P4. */
        @WithDefault("P3")
        Priority priority();
    }

    /** The live feed of the consoles. */
    interface Feed {
        /** How often committed changes are looked for. */
        @WithDefault("50ms")
        Duration pollInterval();

        /** How long a console may be away and still go on where it stopped. */
        @WithDefault("24h")
        Duration retention();

        /** How often a silent stream shows that it is alive. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How many of a tenant's newest changes stay in memory; older ones are read from the database. */
        @WithDefault("2000")
        int kept();
    }

    /** People who are logged in. */
    interface Session {
        /** How long a session may last at most, however often its tokens are refreshed in between. */
        @WithDefault("12h")
        Duration longest();
    }

    /** The service whose policies people work on in the console. */
    interface Guardrail {
        /**
         * Where guardrail-service answers, for example {@code http://guardrail-service:8081}. It gets the access tokens of
         * the people who are logged in. Without it the console's policy pages say that the service cannot be reached.
         */
        Optional<URI> url();

        /** How long a connection may take to be made. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** How long a whole answer may take. */
        @WithDefault("10s")
        Duration timeout();

        /** The most bytes of an answer. */
        @WithDefault("8M")
        MemorySize largestAnswer();
    }
}

package dev.surety.guardrail;

import dev.surety.guardrail.detector.DetectorKind;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What guardrail-service can be told. Thresholds and texts are not here: they are policy. */
@ConfigMapping(prefix = "guardrail")
public interface GuardrailConfig {
    /** The name of this replica in the records that it writes; without one, it gives itself a fresh one. */
    Optional<String> instance();

    /** Which policies are in force. */
    Policy policy();

    /** How much one request may bring. */
    Limits limits();

    /** Pseudonyms for personal data. */
    Pseudonyms pseudonyms();

    /** Writing decisions down. */
    Recording recording();

    /** What was decided, for those who ask afterwards. */
    History history();

    /** Trying out exchanges and policies. */
    Preview preview();

    /** What is taken for granted where another product's interface has no word for it. */
    Adapters adapters();

    /** The detectors that run elsewhere, by the name under which policies ask them; none unless some are given. */
    Map<String, Detector> detectors();

    /** Answers that are judged while they are being written. */
    Streams streams();

    /** Models behind {@code /v1/chat/completions}. */
    Proxy proxy();

    /** Which policies are in force. */
    interface Policy {
        /**
         * A directory of policy files, each for the bots that its metadata name. Files directly in it hold for every
         * tenant, files in a sub-directory for the tenant of that name. Every other bot has the baseline.
         */
        Optional<Path> directory();
    }

    /** How much one request may bring; what goes beyond is refused, never cut. */
    interface Limits {
        /** The most messages of one conversation. */
        @WithDefault("200")
        int messages();

        /** The most passages of one answer. */
        @WithDefault("50")
        int passages();

        /** The most characters of one message, answer or passage. */
        @WithDefault("20000")
        int textLength();

        /** The most attributes, and the most consents. */
        @WithDefault("50")
        int attributes();

        /** The most characters of an attribute, an identifier or another short value. */
        @WithDefault("500")
        int valueLength();
    }

    /** Pseudonyms for personal data. */
    interface Pseudonyms {
        /**
         * A file of 32 random bytes that only its owner may read, the same for every replica. Without one, masks of
         * style {@code pseudonym} are plain labels, and nothing can be revealed.
         */
        Optional<Path> keyFile();

        /** Whether to make the file when there is none; for one replica on one machine. */
        @WithDefault("false")
        boolean createKey();
    }

    /** Answers that are judged while they are being written, by {@code /v1/streams}; each lives on one replica. */
    interface Streams {
        /** The most streams that are under way at once on this replica. */
        @WithDefault("1000")
        int inAll();

        /** The most of them that one tenant may have. */
        @WithDefault("500")
        int perTenant();

        /** How long a stream may be silent before it is given up, and what was released of it put on record. */
        @WithDefault("60s")
        Duration idle();
    }

    /** Models behind {@code /v1/chat/completions}. */
    interface Proxy {
        /** The most answers to one request. */
        @WithDefault("4")
        int choices();

        /** The channel of a chat that names none. */
        @WithDefault("chat")
        String channel();

        /** The language of a chat that names none (BCP 47). */
        @WithDefault("en")
        String locale();

        /** The servers that are asked, by name; no other is ever called. */
        Map<String, Upstream> upstreams();

        /** A server that speaks the OpenAI protocol. */
        interface Upstream {
            /** What stands before {@code /chat/completions}, for example {@code https://models.example/v1}. */
            URI url();

            /** Sent as bearer token; the caller's own token never is. */
            Optional<String> key();

            /** The models that it serves. */
            Set<String> models();

            /** The tenants that may use it; every tenant when left out. */
            Optional<Set<String>> tenants();

            /** How long to wait for the connection. */
            @WithDefault("2s")
            Duration connectTimeout();

            /** How long to wait for the beginning of an answer. */
            @WithDefault("30s")
            Duration firstByteTimeout();

            /** How long an answer may be silent once it has begun. */
            @WithDefault("20s")
            Duration idleTimeout();

            /** How long an answer may take altogether. */
            @WithDefault("120s")
            Duration totalTimeout();

            /** The largest answer that is taken. */
            @WithDefault("4M")
            MemorySize maxSize();
        }
    }

    /** Writing decisions down. */
    interface Recording {
        /** How long a caller waits for the broker to acknowledge the record before it is told that there is none. */
        @WithDefault("5s")
        Duration acknowledgementTimeout();

        /** When a caller that was told so should try again. */
        @WithDefault("5s")
        Duration retryAfter();
    }

    /** What was decided, for those who ask afterwards. */
    interface History {
        /**
         * Whether the service makes and changes its tables itself, with the credentials of {@code quarkus.flyway}; it
         * does so as soon as the database answers. Off where somebody else migrates.
         */
        @WithDefault("false")
        boolean migrate();

        /** How long to rest before the database is asked again whether it answers. */
        @WithDefault("2s")
        Duration retryAfter();

        /** How long a question for a decision waits that was made but has not arrived in the history yet. */
        @WithDefault("1s")
        Duration patience();

        /** How long decisions are kept; the log keeps the evidence beyond that. */
        @WithDefault("P90D")
        Duration retention();

        /** How long the counts by minute are kept, which name no conversation. */
        @WithDefault("P400D")
        Duration countsRetention();

        /** How often what is too old is deleted. */
        @WithDefault("PT1H")
        Duration sweepInterval();
    }

    /** Trying out exchanges and policies, which must not slow down those who decide. */
    interface Preview {
        /** How many previews one person may ask for in a minute. */
        @WithDefault("120")
        int perMinute();

        /** How many previews this replica works on at once. */
        @WithDefault("2")
        int atOnce();

        /** The most tests of a tried document that are run. */
        @WithDefault("500")
        int tests();
    }

    /** What is taken for granted where another product's interface has no word for it. */
    interface Adapters {
        /** The channel of the conversation. */
        @WithDefault("chat")
        String channel();

        /** Language and region of the customer (BCP 47). */
        @WithDefault("en")
        String locale();
    }

    /** A detector that runs elsewhere. It stands here, and not in a policy, so that no policy chooses an address. */
    interface Detector {
        /** The interface that it has. */
        DetectorKind kind();

        /** Where it is, without the path of the interface. */
        URI url();

        /** What it wants as bearer token. */
        Optional<String> key();

        /** The model to ask; required for {@code openai-moderation} and {@code chat-judge}. */
        Optional<String> model();

        /** What goes into the header of that name; required for {@code fms}. */
        Optional<String> detectorId();

        /** The revision of the model, where its name does not say it; part of the digest of policies that ask it. */
        Optional<String> revision();

        /** What a {@code chat-judge} shall object to, in words. */
        Optional<String> instruction();

        /** The names that a {@code chat-judge} may give to what it objects to. */
        Optional<Set<String>> categories();

        /** The most calls at once from this replica; more are not made. */
        @WithDefault("16")
        int atOnce();

        /** The most calls per second from this replica; more are not made. */
        @WithDefault("50")
        int perSecond();

        /** The most bytes of an answer that are read. */
        @WithDefault("1000000")
        long largestAnswer();

        /** When to leave it alone. */
        Breaker breaker();
    }

    /** When to leave a detector alone that keeps failing. */
    interface Breaker {
        /** How many failures in a row it takes. */
        @WithDefault("5")
        int failures();

        /** How long it is left alone before it is tried again. */
        @WithDefault("10s")
        Duration rest();

        /** The time that it must at least have had for being late to count as a failure. */
        @WithDefault("250ms")
        Duration fair();
    }
}

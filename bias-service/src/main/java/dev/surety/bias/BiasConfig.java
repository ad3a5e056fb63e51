package dev.surety.bias;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the bias service can be told. */
@ConfigMapping(prefix = "bias")
public interface BiasConfig {
    /** The default thresholds of every analysis; a request or suite may set others, and every result names its own. */
    Threshold threshold();

    /** Limits of one call of the analysis. */
    Analysis analysis();

    /** Suite runs. */
    Run run();

    /** Default thresholds; all but the law's are engineering values, see docs. */
    interface Threshold {
        /** Level of significance after correction. */
        @WithDefault("0.05")
        double alpha();

        /** Difference of rates from which a significant one fails (5 points: Colorado's draft testing regulation, 2023). */
        @WithDefault("0.05")
        double failMargin();

        /** Difference of rates inside which the interval has to lie to pass. */
        @WithDefault("0.10")
        double equivalenceMargin();

        /** Symmetric impact ratio below which a significant one fails (four fifths: 29 CFR 1607.4(D)). */
        @WithDefault("0.80")
        double minimumRatio();

        /** Outcomes that a group needs for a verdict. */
        @WithDefault("10")
        long minimumGroupSize();

        /** Outcomes that a group needs to be picked as the reference. */
        @WithDefault("30")
        long minimumReferenceSize();

        /** Share of all outcomes that a group needs to be picked as the reference (2 %: NYC 6 RCNY 5-301). */
        @WithDefault("0.02")
        double minimumReferenceShare();

        /** Templates that a paired sample needs: with fewer than six no sign-flip test reaches 0.05. */
        @WithDefault("6")
        int minimumTemplates();

        /** Share of missing answers above which a paired sample proves nothing. */
        @WithDefault("0.05")
        double maximumMissingShare();
    }

    /** Limits of one call of the analysis. */
    interface Analysis {
        /** Groups in one call. */
        @WithDefault("50")
        int maxGroups();

        /** Entries of the list of blocks in one call. */
        @WithDefault("1000000")
        int maxBlocks();

        /** Different templates in one call. */
        @WithDefault("100000")
        int maxTemplates();
    }

    /** Suite runs. */
    interface Run {
        /**
         * Hosts that a run may call, as {@code host} or {@code host:port}. None by default, so that nobody can make
         * the service call what only it can reach.
         */
        Optional<Set<String>> allowedHosts();

        /** Values of the Authorization header by name; a target names one and never contains it. */
        Map<String, String> credentials();

        /** Calls in flight per run. */
        @WithDefault("8")
        int maxConcurrency();

        /** Calls per second per run. */
        @WithDefault("200")
        int maxPerSecond();

        /** How long one answer may take. */
        @WithDefault("10s")
        Duration callTimeout();

        /** Bytes of an answer that are read; a longer one counts as garbage. */
        @WithDefault("262144")
        int maxAnswerSize();

        /** Tries of a call that met an overloaded target (429 or 503). */
        @WithDefault("4")
        int maxAttempts();

        /** Missing answers in a row after which the target counts as away and the run ends as incomplete. */
        @WithDefault("50")
        int awayAfter();

        /** How long a worker owns a run or a call without a sign of life; afterwards another one takes over. */
        @WithDefault("10s")
        Duration leaseDuration();

        /** How often the service looks for runs that nobody works on. */
        @WithDefault("2s")
        Duration pollInterval();

        /** Runs that one replica works on at once. */
        @WithDefault("2")
        int maxActive();

        /** Calls that a suite may plan. */
        @WithDefault("20000")
        int maxCalls();
    }
}

package dev.surety.guardrail.figures.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.figures.RecentDecision;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The decisions behind the figures, the latest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecentDecisionsView(
        List<Item> items,

        @Schema(description = "Pass it back as cursor for those behind; missing at the end.") @Nullable
        String next) {

    /** One decision in short. */
    public record Item(
            String id,
            Instant at,
            String bot,
            String stage,
            String channel,
            String locale,
            String action,

            @Schema(description = "The rules that asked for something or stayed undecided.")
            List<String> rules,

            String policy,
            int policyVersion,
            boolean degraded,
            long micros) {
        static Item of(RecentDecision decision) {
            return new Item(
                    decision.id().toString(),
                    decision.at(),
                    decision.setting().bot(),
                    decision.setting().stage(),
                    decision.setting().channel(),
                    decision.setting().locale(),
                    decision.action(),
                    decision.rules(),
                    decision.setting().policy(),
                    decision.setting().policyVersion(),
                    decision.degraded(),
                    decision.micros());
        }
    }
}

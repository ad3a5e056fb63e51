package dev.surety.guardrail.policy.rest;

import dev.surety.guardrail.policy.Policy;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The policies that may decide for the bots of a tenant. */
public record PolicyListView(List<Item> items) {
    /** One policy. */
    public record Item(
            String id,
            int version,
            String digest,
            String description,

            @Schema(description = "The bots that it decides for; empty for every bot that has none of its own.")
            List<String> bots) {
        static Item of(Policy policy) {
            return new Item(
                    policy.identity().id(),
                    policy.identity().version(),
                    policy.identity().digest(),
                    policy.description(),
                    policy.bots().stream().sorted().toList());
        }
    }

    static PolicyListView of(List<Policy> policies) {
        return new PolicyListView(policies.stream().map(Item::of).toList());
    }
}

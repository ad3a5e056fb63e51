package dev.surety.guardrail.policy;

import java.util.List;

/** Where the policies of an installation are kept, beside the baseline that the service brings. */
public interface PolicyStore {
    /** Every document, in an order that does not change. */
    List<StoredPolicy> load();
}

package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivationsTest {
    private static final Policy.Identity FIRST = new Policy.Identity("shop", 1, "sha256:aa");
    private static final Policy.Identity SECOND = new Policy.Identity("shop", 2, "sha256:bb");

    private final Activations log = new Activations();

    @Test
    void tellsANewPolicyUnderOneIdOnEveryReplica() {
        assertThat(log.next("acme", FIRST)).isPresent().isEqualTo(new Activations().next("acme", FIRST));
    }

    @Test
    void tellsNothingAgainThatIsInForce() {
        activate("acme", FIRST);

        assertThat(log.next("acme", FIRST)).isEmpty();
    }

    @Test
    void tellsAPolicyThatComesBackUnderAnIdOfItsOwn() {
        UUID first = activate("acme", FIRST);
        UUID second = activate("acme", SECOND);
        UUID back = activate("acme", FIRST);
        UUID forth = activate("acme", SECOND);

        assertThat(new UUID[] {first, second, back, forth}).doesNotHaveDuplicates();
        assertThat(log.next("acme", SECOND)).isEmpty();
    }

    @Test
    void keepsTenantsApart() {
        activate("acme", FIRST);

        assertThat(log.next("globex", FIRST)).isPresent();
    }

    private UUID activate(String tenant, Policy.Identity policy) {
        UUID id = log.next(tenant, policy).orElseThrow();
        log.told(tenant, policy.id(), policy.digest(), id);
        return id;
    }
}

package dev.surety.audit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.audit.testing.InMemoryKeys;
import dev.surety.kit.time.Identifiers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final InMemoryKeys store = new InMemoryKeys();
    private final Identifiers identifiers = new Identifiers();
    private final KeyRing ring = new KeyRing(store, store, new SecureRandom(), identifiers::next, Clock.systemUTC());

    @Test
    void keepsOneKeyPerCustomer() {
        SubjectKey first = committed(new Participants("acme", "customer-1", "conv-1", null));
        SubjectKey second = committed(new Participants("acme", "customer-1", "conv-2", null));
        SubjectKey other = committed(new Participants("acme", "customer-2", "conv-3", null));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(first.holder()).isEqualTo(KeyHolder.CUSTOMER);
    }

    @Test
    void keepsTenantsApart() {
        SubjectKey acme = committed(new Participants("acme", "customer-1", "conv-1", null));
        SubjectKey globex = committed(new Participants("globex", "customer-1", "conv-1", null));

        assertThat(globex.id()).isNotEqualTo(acme.id());
        assertThat(globex.referenceTo("conversation", "conv-1"))
                .isNotEqualTo(acme.referenceTo("conversation", "conv-1"));
    }

    @Test
    void sealsAConversationUnderItsCustomersKey() {
        SubjectKey customer = committed(new Participants("acme", "customer-1", "conv-1", null));

        SubjectKey conversation = committed(new Participants("acme", null, "conv-1", "agent-1"));

        assertThat(conversation.id()).isEqualTo(customer.id());
    }

    @Test
    void givesTheKeyOfAConversationToItsCustomerOnceKnown() {
        // Given a conversation of which the log heard before it heard of its customer
        SubjectKey orphan = committed(new Participants("acme", null, "conv-1", null));
        assertThat(orphan.holder()).isEqualTo(KeyHolder.CONVERSATION);

        // When
        SubjectKey customer = committed(new Participants("acme", "customer-1", "conv-1", null));

        // Then the customer has both, and what follows goes under the customer's own
        SubjectKey tenant = ring.forBatch().tenant("acme");
        assertThat(store.byHandles("acme", List.of(tenant.handleOf("customer", "customer-1")))
                        .values()
                        .iterator()
                        .next())
                .extracting(WrappedKey::id)
                .containsExactlyInAnyOrder(orphan.id(), customer.id());
        assertThat(committed(new Participants("acme", null, "conv-1", null)).id())
                .isEqualTo(customer.id());
    }

    @Test
    void findsStoredKeysAfterARestart() {
        SubjectKey before = committed(new Participants("acme", "customer-1", "conv-1", null));

        KeyRing restarted = new KeyRing(store, store, new SecureRandom(), identifiers::next, Clock.systemUTC());
        BatchKeys keys = restarted.forBatch();
        keys.prefetch(List.of(new Participants("acme", "customer-1", "conv-1", null)));

        assertThat(keys.served(new Participants("acme", "customer-1", "conv-1", null))
                        .id())
                .isEqualTo(before.id());
        assertThat(keys.newKeys()).isEmpty();
        assertThat(keys.newReferences()).isEmpty();
    }

    @Test
    void forgetsTheKeysOfABatchThatDidNotCommit() {
        BatchKeys failed = ring.forBatch();
        SubjectKey abandoned = failed.served(new Participants("acme", "customer-1", "conv-1", null));

        SubjectKey key = committed(new Participants("acme", "customer-1", "conv-1", null));

        assertThat(key.id()).isNotEqualTo(abandoned.id());
        assertThat(store.byIds(List.of(abandoned.id()))).isEmpty();
    }

    @Test
    void makesOneKeyForManyEventsOfABatch() {
        BatchKeys keys = ring.forBatch();
        SubjectKey first = keys.served(new Participants("acme", "customer-1", "conv-1", null));
        SubjectKey second = keys.served(new Participants("acme", "customer-1", "conv-1", null));

        assertThat(second).isSameAs(first);
        assertThat(keys.newKeys())
                .extracting(WrappedKey::holder)
                .containsExactlyInAnyOrder(KeyHolder.TENANT, KeyHolder.CUSTOMER);
    }

    @Test
    void givesAgentsAKeyOfTheirOwn() {
        BatchKeys keys = ring.forBatch();

        SubjectKey agent = keys.agent("acme", "agent-1");

        assertThat(agent.holder()).isEqualTo(KeyHolder.AGENT);
        assertThat(keys.agent("acme", "agent-1")).isSameAs(agent);
    }

    private SubjectKey committed(Participants participants) {
        BatchKeys keys = ring.forBatch();
        keys.prefetch(List.of(participants));
        SubjectKey key = keys.served(participants);
        store.store(keys.newKeys(), keys.newReferences());
        keys.committed();
        return key;
    }
}

package dev.surety.guardrail.pseudonym;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives out the pseudonyms of conversations, and turns them back for those who may, never without a record. */
@ApplicationScoped
public class PseudonymService {
    private final PseudonymKeyStore keys;
    private final RevealPublisher publisher;
    private final Clock clock;

    PseudonymService(PseudonymKeyStore keys, RevealPublisher publisher, Clock clock) {
        this.keys = keys;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The pseudonyms of a conversation; empty where the installation has no key, and plain masks stay plain. */
    public Optional<ConversationPseudonyms> of(String tenant, String conversation) {
        return keys.key().map(key -> key.of(tenant, conversation));
    }

    /**
     * The text with the values of the sealed boxes; empty when a box does not belong to this conversation.
     *
     * @throws RevealNotRecordedException when it could not be written down
     */
    public Optional<Restoration> reveal(
            String tenant, String conversation, String person, String text, List<String> sealed)
            throws RevealNotRecordedException {
        Optional<ConversationPseudonyms> pseudonyms = of(tenant, conversation);
        if (pseudonyms.isEmpty()) {
            return Optional.empty();
        }
        List<Pseudonym> known = new ArrayList<>();
        for (String box : sealed) {
            Optional<List<Pseudonym>> opened = pseudonyms.get().open(box);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            known.addAll(opened.get());
        }
        Restoration restoration = Restoration.of(text, known);
        publisher.publish(
                new RevealPublisher.Reveal(tenant, conversation, person, restoration.restored(), clock.instant()));
        return Optional.of(restoration);
    }
}

package dev.surety.audit.query;

import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.audit.ledger.LogEntry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and opens entries of one tenant; another tenant's do not exist for it. */
@Singleton
public class EntryService {
    private final EntryStore entries;
    private final SubjectKeyStore keys;
    private final KeyWrapping wrapping;
    private final EntryOpener opener;

    EntryService(EntryStore entries, SubjectKeyStore keys, KeyWrapping wrapping, Sealing sealing) {
        this.entries = entries;
        this.keys = keys;
        this.wrapping = wrapping;
        this.opener = new EntryOpener(entries, keys, wrapping, sealing);
    }

    /**
     * What is asked for, besides the tenant.
     *
     * @param from the first index that may be answered
     */
    public record Question(
            @Nullable String conversation, @Nullable String type, long from, int limit) {}

    /** The entry at that index, if it is the tenant's. */
    public Optional<LogEntry> find(String tenant, long index) {
        return entries.at(index).filter(entry -> tenant.equals(entry.tenant()));
    }

    /** Opens what is sealed beside an entry. */
    public OpenedEntry open(LogEntry entry) {
        return opener.open(List.of(entry)).getFirst();
    }

    /** The tenant's entries that the question asks for, opened, in the order of the log. */
    public List<OpenedEntry> find(String tenant, Question question) {
        List<byte[]> references =
                question.conversation() == null ? null : conversationRefs(tenant, question.conversation());
        if (references != null && references.isEmpty()) {
            return List.of();
        }
        EntryFilter filter = new EntryFilter(tenant, references, question.type(), question.from(), question.limit());
        return opener.open(entries.find(filter));
    }

    /** How entries refer to a conversation depends on the key they are sealed under; it may have several. */
    private List<byte[]> conversationRefs(String tenant, String conversation) {
        Optional<SubjectKey> tenantKey = keys.ofTenant(tenant).map(wrapping::unwrap);
        if (tenantKey.isEmpty()) {
            return List.of();
        }
        byte[] handle = tenantKey.get().handleOf(KeyHolder.CONVERSATION.label(), conversation);
        List<WrappedKey> ofConversation = keys.byHandles(tenant, List.of(handle)).values().stream()
                .flatMap(List::stream)
                .toList();
        return ofConversation.stream()
                .map(key -> wrapping.unwrap(key).referenceTo(KeyHolder.CONVERSATION.label(), conversation))
                .toList();
    }
}

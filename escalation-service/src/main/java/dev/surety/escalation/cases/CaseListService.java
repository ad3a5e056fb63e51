package dev.surety.escalation.cases;

import dev.surety.escalation.cases.CaseListStore.Selection;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists of cases, one page at a time, with the size of each list beside it. */
@Singleton
public class CaseListService {
    private final Database database;
    private final CaseListStore store;

    CaseListService(Database database, CaseListStore store) {
        this.database = database;
        this.store = store;
    }

    /** One page, and how many cases there are in each list of the tenant. */
    public Page page(String tenant, Selection selection) {
        return database.read(connection -> {
            // One more than asked for tells whether there is a next page.
            List<Case> found = store.page(
                    connection,
                    tenant,
                    new Selection(
                            selection.kind(),
                            selection.subject(),
                            selection.queue(),
                            selection.behind(),
                            selection.limit() + 1));
            boolean more = found.size() > selection.limit();
            List<Case> items = more ? found.subList(0, selection.limit()) : found;
            return new Page(
                    items,
                    more ? Optional.of(PageCursor.behind(items.getLast())) : Optional.empty(),
                    counts(
                            store.countByState(connection, tenant),
                            store.countOwned(connection, tenant, selection.subject())));
        });
    }

    /** How many cases stand in each state, for every tenant. */
    public Map<String, Map<String, Long>> countByTenant() {
        return database.read(store::countByTenant);
    }

    private static Map<ListKind, Long> counts(Map<String, Long> byState, long owned) {
        long queued = byState.getOrDefault(CaseState.Queued.CODE, 0L);
        long worked =
                byState.getOrDefault(CaseState.Claimed.CODE, 0L) + byState.getOrDefault(CaseState.Active.CODE, 0L);
        Map<ListKind, Long> counts = new EnumMap<>(ListKind.class);
        counts.put(ListKind.QUEUED, queued);
        counts.put(ListKind.MINE, owned);
        counts.put(ListKind.OPEN, queued + worked);
        counts.put(ListKind.RESOLVED, byState.getOrDefault(CaseState.Resolved.CODE, 0L));
        return counts;
    }

    /** A part of a list. */
    public record Page(List<Case> items, Optional<PageCursor> next, Map<ListKind, Long> counts) {
        public Page {
            items = List.copyOf(items);
            counts = Map.copyOf(counts);
        }
    }
}

package dev.surety.escalation.cases.rest;

import dev.surety.escalation.cases.CaseListService;
import dev.surety.escalation.cases.ListKind;
import dev.surety.escalation.cases.PageCursor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last
 */
public record CasePageView(
        List<CaseSummaryView> items, @Nullable String next, CountsView counts) {

    /** The page in the words of the interface. */
    static CasePageView of(CaseListService.Page page) {
        return new CasePageView(
                page.items().stream().map(CaseSummaryView::of).toList(),
                page.next().map(PageCursor::text).orElse(null),
                CountsView.of(page.counts()));
    }

    /** How many cases the tenant has in each list. */
    public record CountsView(long queued, long mine, long open, long resolved) {
        static CountsView of(Map<ListKind, Long> counts) {
            return new CountsView(
                    counts.getOrDefault(ListKind.QUEUED, 0L),
                    counts.getOrDefault(ListKind.MINE, 0L),
                    counts.getOrDefault(ListKind.OPEN, 0L),
                    counts.getOrDefault(ListKind.RESOLVED, 0L));
        }
    }
}

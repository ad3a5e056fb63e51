package dev.surety.audit.query.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries in the order of the log.
 *
 * @param next the cursor of the next page; null on the last
 */
public record EntryPageView(
        List<EntrySummaryView> items, @Nullable String next) {
    public EntryPageView {
        items = List.copyOf(items);
    }
}

package dev.surety.bias.run.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, newest first.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record RunListView(List<RunView> items, @Nullable String next) {
    public RunListView {
        items = List.copyOf(items);
    }
}

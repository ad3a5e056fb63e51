package dev.surety.bias.suite.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shipped suites; there is only one page of them, so {@code next} is null. */
public record SuiteListView(List<SuiteView> items, @Nullable String next) {
    public SuiteListView {
        items = List.copyOf(items);
    }
}

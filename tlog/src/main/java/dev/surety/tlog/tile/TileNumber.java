package dev.surety.tlog.tile;

import java.util.ArrayList;
import java.util.List;

/** The spelling of numbers in the paths of tlog-tiles: groups of three digits, all but the last after an x. */
final class TileNumber {
    /** Six groups hold every index that a tree of up to 2^63-1 entries can have. */
    static final String INDEX_PATTERN = "(?:x[0-9]{3}/){0,5}[0-9]{3}";

    static final String WIDTH_PATTERN = "[1-9][0-9]{0,2}";

    private static final int GROUP = 1000;

    private TileNumber() {}

    static String format(long index) {
        List<String> groups = new ArrayList<>();
        groups.add(group(index));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.addFirst("x" + group(rest));
        }
        return String.join("/", groups);
    }

    /** Reads what {@link #INDEX_PATTERN} matched; a spelling with superfluous groups of zeros gives -1. */
    static long parse(String text) {
        long index = Long.parseLong(text.replace("x", "").replace("/", ""));
        return format(index).equals(text) ? index : -1;
    }

    private static String group(long number) {
        long group = number % GROUP;
        return (group < 100 ? "0" : "") + (group < 10 ? "0" : "") + group;
    }
}

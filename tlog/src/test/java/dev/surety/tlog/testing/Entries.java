package dev.surety.tlog.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Entries to fill logs with. */
public final class Entries {
    private Entries() {}

    /** The entries "entry 0" up to "entry count-1". */
    public static List<byte[]> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** These texts as UTF-8. */
    public static List<byte[]> of(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}

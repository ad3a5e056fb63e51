package dev.surety.guardrail.evaluation.check.pii;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a text, or the question that it answers, says what kind of number comes next. A word of the question counts as
 * one just before the text, because people answer "What is your phone number?" with the number alone.
 */
final class Announcements {
    /** No such word. Positions in the question are negative, so this is far from every position. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int JUST_BEFORE = 8;

    private final Map<String, Positions> starts = new HashMap<>();

    private Announcements() {}

    static Announcements of(PlainText text, PlainText question, ContextWords words) {
        Announcements announcements = new Announcements();
        words.find(
                question,
                (name, start, _) -> announcements.add(name, Math.max(-JUST_BEFORE, start - question.length() - 1)));
        words.find(text, (name, start, _) -> announcements.add(name, start));
        return announcements;
    }

    private void add(String name, int start) {
        starts.computeIfAbsent(name, _ -> new Positions()).add(start);
    }

    /** Where the last word for {@code name} begins that stands at most that far before {@code start}, or NONE. */
    int nearestBefore(int start, int distance, String name) {
        Positions positions = starts.get(name);
        int nearest = positions == null ? NONE : positions.lastBefore(start);
        return nearest != NONE && nearest >= start - distance ? nearest : NONE;
    }

    boolean before(int start, int distance, String name) {
        return nearestBefore(start, distance, name) != NONE;
    }

    /** Whether a word for {@code name} begins at most that far behind {@code end}. */
    boolean behind(int end, int distance, String name) {
        return nearestBefore(end + distance, distance, name) != NONE;
    }

    /** A list of increasing positions without boxes. */
    private static final class Positions {
        private int[] starts = new int[4];
        private int size;

        void add(int start) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
            }
            starts[size++] = start;
        }

        int lastBefore(int end) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (starts[middle] < end) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? NONE : starts[low - 1];
        }
    }
}

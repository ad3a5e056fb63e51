package dev.surety.guardrail.evaluation.check.pii;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with separators between them, as people write long numbers.
 *
 * @param groups at least one
 */
record NumberRun(List<Group> groups) {
    /** More groups than this belong to no number that is looked for; the run is cut there. */
    private static final int MOST_GROUPS = 24;

    NumberRun {
        groups = List.copyOf(groups);
    }

    /** Digits without a gap, and what stands between them and the group before. */
    record Group(String digits, int start, int end, String separator) {}

    int start() {
        return groups.getFirst().start();
    }

    int end() {
        return groups.getLast().end();
    }

    String digits() {
        StringBuilder digits = new StringBuilder();
        groups.forEach(group -> digits.append(group.digits()));
        return digits.toString();
    }

    /** The groups from {@code first} to before {@code last} as a run of their own. */
    NumberRun part(int first, int last) {
        return new NumberRun(groups.subList(first, last));
    }

    /** Whether the lengths of the groups are exactly these. */
    boolean hasLengths(int... lengths) {
        if (lengths.length != groups.size()) {
            return false;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (groups.get(i).digits().length() != lengths[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every separator inside the run consists of characters of {@code allowed}. */
    boolean separatedBy(String allowed) {
        return groups.stream()
                .skip(1)
                .allMatch(group -> group.separator().chars().allMatch(character -> allowed.indexOf(character) >= 0));
    }

    /** The parts of this run that stand in one line each. */
    List<NumberRun> lines() {
        List<NumberRun> lines = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= groups.size(); i++) {
            if (i == groups.size() || groups.get(i).separator().indexOf('\n') >= 0) {
                lines.add(part(first, i));
                first = i;
            }
        }
        return lines;
    }

    /** All runs of {@code text}; a group that touches a letter ends its run, and is part of none. */
    static List<NumberRun> in(PlainText text) {
        List<NumberRun> runs = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!text.isDigit(at)) {
                at++;
                continue;
            }
            int end = at + 1;
            while (text.isDigit(end)) {
                end++;
            }
            String separator =
                    groups.isEmpty() ? "" : text.substring(groups.getLast().end(), at);
            boolean connected = !groups.isEmpty() && connects(separator) && groups.size() < MOST_GROUPS;
            if (!connected) {
                close(groups, runs);
                separator = "";
            }
            if (Character.isLetter(text.at(at - 1)) || (Character.isLetter(text.at(end)) && !isExtension(text, end))) {
                close(groups, runs);
            } else {
                groups.add(new Group(text.substring(at, end), at, end, separator));
            }
            at = end;
        }
        close(groups, runs);
        return runs;
    }

    private static boolean isExtension(PlainText text, int at) {
        return (text.at(at) == 'x' || text.at(at) == 'X') && text.isDigit(at + 1);
    }

    private static boolean connects(String separator) {
        return switch (separator) {
            case " ",
                    "-",
                    ".",
                    "/",
                    "  ",
                    ")",
                    ") ",
                    " (",
                    ")-",
                    "-(",
                    " - ",
                    " / ",
                    ") - ",
                    "(",
                    "/-",
                    "\n",
                    " \n",
                    "-\n" -> true;
            default -> false;
        };
    }

    private static void close(List<Group> groups, List<NumberRun> runs) {
        if (!groups.isEmpty()) {
            runs.add(new NumberRun(groups));
            groups.clear();
        }
    }
}

package dev.surety.verification.documentation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A fenced block of a Markdown page: its language and its text. */
record Fence(String language, String text) {
    private static final Pattern FENCES =
            Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<Fence> of(String page) {
        return FENCES.matcher(page)
                .results()
                .map((MatchResult found) -> new Fence(found.group(1), found.group(2)))
                .toList();
    }
}

package dev.surety.guardrail.evaluation.check.copying;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A register of marks, prepared for looking them up by their first word. The text of a part is the mark, and what it is
 * also called, with {@code |} between. Labels: {@code owner}, {@code own} or {@code competitor}; {@code case: exact}
 * for a mark that is a common word otherwise. Immutable.
 */
public final class MarkList {
    private static final List<String> ENDINGS = List.of("s", "es", "n", "en", "e", "er");
    private static final int SHORTEST_INFLECTED = 4;

    private final Map<String, List<Mark>> byFirstWord = new HashMap<>();

    /** One way of writing a mark. */
    private record Mark(List<String> words, String written, String owner, boolean exactCase) {}

    /**
     * A mark in a text.
     *
     * @param owner {@code own}, {@code competitor} or {@code other}
     * @param certain false for a common word at the beginning of a sentence, where every word is written that way
     */
    public record Hit(int start, int end, String owner, boolean certain) {}

    private MarkList(Reference reference) {
        for (Reference.Part part : reference.parts()) {
            for (String written : part.text().split("\\|", -1)) {
                List<String> words = Words.of(written).stream().map(Word::text).toList();
                if (!words.isEmpty()) {
                    byFirstWord
                            .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
                            .add(new Mark(
                                    words,
                                    written.strip(),
                                    owner(part),
                                    part.labels().getOrDefault("case", "").equals("exact")));
                }
            }
        }
        byFirstWord
                .values()
                .forEach(marks -> marks.sort(
                        (one, other) -> other.words().size() - one.words().size()));
    }

    /** The reference, prepared; once per reference. */
    public static MarkList of(Reference reference) {
        return reference.derived(MarkList.class, MarkList::new);
    }

    /** The marks in a text, the longest at each place. */
    public List<Hit> in(String text, List<Word> words) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            @Nullable Mark mark = markAt(text, words, at);
            if (mark == null) {
                at++;
                continue;
            }
            boolean begins =
                    at == 0 || words.get(at - 1).sentence() != words.get(at).sentence();
            int last = at + mark.words().size() - 1;
            hits.add(new Hit(
                    words.get(at).start(),
                    words.get(last).end(),
                    mark.owner(),
                    !(mark.exactCase() && begins && mark.words().size() == 1)));
            at = last + 1;
        }
        return hits;
    }

    private @Nullable Mark markAt(String text, List<Word> words, int at) {
        @Nullable Mark mark = markAt(text, words, at, words.get(at).text());
        for (String ending : ENDINGS) {
            String word = words.get(at).text();
            if (mark == null && word.endsWith(ending)) {
                mark = markAt(text, words, at, word.substring(0, word.length() - ending.length()));
            }
        }
        return mark;
    }

    private @Nullable Mark markAt(String text, List<Word> words, int at, String first) {
        for (Mark mark : byFirstWord.getOrDefault(first, List.of())) {
            if (matches(words, at, mark.words()) && (!mark.exactCase() || hasCase(text, words.get(at), mark))) {
                return mark;
            }
        }
        return null;
    }

    private static boolean matches(List<Word> words, int at, List<String> mark) {
        if (at + mark.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < mark.size(); i++) {
            Word word = words.get(at + i);
            boolean last = i == mark.size() - 1;
            boolean same = last ? isForm(word.text(), mark.get(i)) : word.text().equals(mark.get(i));
            if (!same || word.sentence() != words.get(at).sentence()) {
                return false;
            }
        }
        return true;
    }

    /** The word itself, or an inflected form of one that is long enough to have them. */
    private static boolean isForm(String word, String mark) {
        return word.equals(mark)
                || (mark.length() >= SHORTEST_INFLECTED
                        && word.startsWith(mark)
                        && ENDINGS.contains(word.substring(mark.length())));
    }

    private static boolean hasCase(String text, Word word, Mark mark) {
        int length = Math.min(word.end() - word.start(), mark.written().length());
        int same = Math.min(length, mark.words().getFirst().length());
        return text.regionMatches(word.start(), mark.written(), 0, same);
    }

    private static String owner(Reference.Part part) {
        String owner = part.labels().getOrDefault("owner", "other");
        return owner.equals("own") || owner.equals("competitor") ? owner : "other";
    }
}

package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.grounding.Mark.Kind;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The marks of {@code grounding/lexicon.txt}. A phrase is found by its first word and compared word by word, so finding
 * marks takes a bounded number of steps per word of the text.
 */
final class Lexicon {
    private static final int SHORTEST_BEGINNING = 3;

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<Entry>> byBeginning = new HashMap<>();
    private final Set<String> denials = new HashSet<>();

    /** A phrase of the lexicon. */
    record Entry(Kind kind, String group, int side, List<String> words, boolean openEnd) {
        boolean matches(List<Word> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = text.get(at + i).text();
                boolean open = openEnd && i == words.size() - 1;
                if (open ? !word.startsWith(words.get(i)) : !word.equals(words.get(i))) {
                    return false;
                }
            }
            return text.get(at).sentence() == text.get(at + words.size() - 1).sentence();
        }
    }

    Lexicon() {
        for (DataLine line : DataLines.of("grounding/lexicon.txt")) {
            int equals = line.text().indexOf('=');
            String[] head = line.text().substring(0, equals).strip().split(" ", -1);
            Kind kind = Kind.valueOf(head[0].toUpperCase(Locale.ROOT));
            String group = head.length > 1 ? head[1] : head[0];
            String[] sides = line.text().substring(equals + 1).split("/", -1);
            for (int side = 0; side < sides.length; side++) {
                for (String phrase : sides[side].split("\\|", -1)) {
                    add(kind, group, side, phrase.strip());
                }
            }
        }
    }

    private void add(Kind kind, String group, int side, String phrase) {
        boolean openEnd = phrase.endsWith("*");
        List<String> words = Words.of(phrase).stream().map(Word::text).toList();
        if (kind == Kind.NEGATION && words.size() == 1 && !openEnd) {
            denials.add(words.getFirst());
        }
        Entry entry = new Entry(kind, group, side, words, openEnd);
        Map<String, List<Entry>> index = openEnd && words.size() == 1 ? byBeginning : byFirstWord;
        index.computeIfAbsent(words.getFirst(), word -> new ArrayList<>()).add(entry);
    }

    /** The phrases that can begin with {@code word}; the same for every text, so worth keeping. */
    List<Entry> beginningWith(String word) {
        List<Entry> entries = new ArrayList<>(byFirstWord.getOrDefault(word, List.of()));
        for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
            entries.addAll(byBeginning.getOrDefault(word.substring(0, length), List.of()));
        }
        return List.copyOf(entries);
    }

    /** The longest of {@code entries} that stand at {@code at}, one for each group that has one of that length. */
    List<Mark> at(List<Entry> entries, List<Word> text, int at) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return longest(entries, text, at).stream()
                .map(entry -> new Mark(
                        entry.kind(),
                        entry.group(),
                        entry.side(),
                        text.get(at).start(),
                        text.get(at + entry.words().size() - 1).end(),
                        entry.words().size(),
                        entry.words().stream().anyMatch(denials::contains)))
                .distinct()
                .toList();
    }

    private static List<Entry> longest(List<Entry> entries, List<Word> text, int at) {
        List<Entry> found = List.of();
        for (Entry entry : entries) {
            int most = found.isEmpty() ? 1 : found.getFirst().words().size();
            if (entry.words().size() < most || !entry.matches(text, at)) {
                continue;
            }
            List<Entry> longer = entry.words().size() > most ? new ArrayList<>() : new ArrayList<>(found);
            longer.add(entry);
            found = longer;
        }
        return found;
    }
}

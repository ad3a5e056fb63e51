package dev.surety.guardrail.evaluation.check.defamation;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names of persons and companies by their form: capitalised words in a row, titles before them, legal forms
 * behind them, and first names. One capitalised word alone is a name only where the language does not capitalise its
 * nouns. Names in lower case, and names that are common words, are missed.
 */
final class Names {
    private final Map<String, Set<String>> lists = new HashMap<>();

    /** Reads {@code defamation/names.txt}: lines {@code list = word word}. */
    Names() {
        for (DataLine line : DataLines.of("defamation/names.txt")) {
            int equals = line.text().indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(line.place() + ": expected 'list = word word'");
            }
            Set<String> list =
                    lists.computeIfAbsent(line.text().substring(0, equals).strip(), _ -> new HashSet<>());
            for (Word word : Words.of(line.text().substring(equals + 1))) {
                list.add(word.text());
            }
        }
    }

    /** Whether {@code word} stands for somebody named before: he, sie, elle. */
    boolean isPronoun(String word) {
        return is("pronoun", word);
    }

    /** The names in a text, in its order. */
    List<Name> in(String text, List<Word> words) {
        List<Name> names = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            if (!isCapitalised(text, words.get(at))) {
                at++;
                continue;
            }
            int end = runEnd(text, words, at);
            name(text, words, at, end).ifPresent(names::add);
            at = end;
        }
        return names;
    }

    /** Behind the last word of a run of capitalised words, with particles such as "von" in between. */
    private int runEnd(String text, List<Word> words, int start) {
        int end = start + 1;
        while (end < words.size() && follows(text, words.get(end - 1), words.get(end))) {
            boolean capital = isCapitalised(text, words.get(end))
                    || is("company", words.get(end).text());
            boolean particle = is("particle", words.get(end).text())
                    && end + 1 < words.size()
                    && follows(text, words.get(end), words.get(end + 1))
                    && isCapitalised(text, words.get(end + 1));
            if (!capital && !particle) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean follows(String text, Word one, Word other) {
        if (one.sentence() != other.sentence()) {
            return false;
        }
        String between = text.substring(one.end(), other.start());
        return between.length() <= 2 && between.chars().allMatch(character -> " -'’.&\u00a0".indexOf(character) >= 0);
    }

    private Optional<Name> name(String text, List<Word> words, int start, int end) {
        int first = start;
        while (first < end && is("common", words.get(first).text())) {
            first++;
        }
        List<Word> run = new ArrayList<>(words.subList(first, end));
        boolean titled = (!run.isEmpty() && is("title", run.getFirst().text()))
                || (first > 0 && is("title", words.get(first - 1).text()));
        run.removeIf(word -> is("title", word.text()));
        boolean company = !run.isEmpty() && is("company", run.getLast().text());
        List<Word> bearing =
                run.stream().filter(word -> !is("company", word.text())).toList();
        if (bearing.isEmpty()) {
            return Optional.empty();
        }
        String key = bearing.getLast().text();
        boolean evident = titled || company || bearing.size() > 1 || is("first", key);
        return evident || standsOut(text, words, first) ? Optional.of(Name.of(run, key)) : Optional.empty();
    }

    /** Whether a single capitalised word is a name because nothing else explains the capital. */
    private boolean standsOut(String text, List<Word> words, int at) {
        Word word = words.get(at);
        boolean acronym = text.substring(word.start(), word.end()).chars().noneMatch(Character::isLowerCase);
        boolean opens = at == 0 || words.get(at - 1).sentence() != word.sentence();
        boolean plural = opens && word.text().endsWith("s");
        return !acronym && !plural && word.text().length() > 2 && !isGerman(words, at);
    }

    private boolean isGerman(List<Word> words, int at) {
        int sentence = words.get(at).sentence();
        int from = at;
        while (from > 0 && words.get(from - 1).sentence() == sentence) {
            from--;
        }
        for (int i = from; i < words.size() && words.get(i).sentence() == sentence; i++) {
            if (is("german", words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCapitalised(String text, Word word) {
        return Character.isUpperCase(text.codePointAt(word.start()));
    }

    private boolean is(String list, String word) {
        return lists.getOrDefault(list, Set.of()).contains(word);
    }
}

package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/** Dates behind a word that speaks of birth, in figures or with the name of the month. */
final class BirthDates {
    private static final int SCORE = 850;
    private static final int DISTANCE = 40;
    private static final int WORDS = 6;

    private final WordLists lists = WordLists.of("pii/places.txt");

    void find(String text, List<Word> words, List<Identified> found) {
        for (int i = 0; i < words.size(); i++) {
            boolean two = i > 0 && lists.has("born", WordLists.phraseBefore(words, i + 1, 2));
            if (two || lists.has("born", words.get(i).text())) {
                findBehind(text, words, i, found);
            }
        }
    }

    private void findBehind(String text, List<Word> words, int born, List<Identified> found) {
        for (int at = born + 1; at < Math.min(words.size(), born + 1 + WORDS); at++) {
            int end = dateEnd(text, words, at);
            if (words.get(at).start() - words.get(born).end() > DISTANCE) {
                return;
            }
            if (end > at) {
                Identified date = new Identified(
                        PiiType.BIRTH_DATE,
                        words.get(at).start(),
                        words.get(end - 1).end(),
                        SCORE);
                if (found.isEmpty() || !found.getLast().equals(date)) {
                    found.add(date);
                }
                return;
            }
        }
    }

    /** Behind the three words of a date, or {@code at} when none begins there. */
    private int dateEnd(String text, List<Word> words, int at) {
        if (isCompact(words.get(at).text())) {
            return at + 1;
        }
        if (at + 2 >= words.size()
                || words.get(at + 2).sentence() != words.get(at).sentence()) {
            return at;
        }
        boolean close = words.get(at + 1).start() - words.get(at).end() <= 2
                && words.get(at + 2).start() - words.get(at + 1).end() <= 2
                && text.substring(words.get(at).end(), words.get(at + 2).start())
                                .indexOf('\n')
                        < 0;
        int first = number(words.get(at).text());
        int second = number(words.get(at + 1).text());
        int third = number(words.get(at + 2).text());
        boolean firstIsMonth = lists.has("month", words.get(at).text());
        boolean secondIsMonth = lists.has("month", words.get(at + 1).text());
        boolean date = (isDayOrMonth(first) && isDayOrMonth(second) && Math.min(first, second) <= 12 && isYear(third))
                || (first >= 1900 && isYear(first) && isDayOrMonth(second) && isDayOrMonth(third))
                || (firstIsMonth && isDayOrMonth(second) && isYear(third))
                || (secondIsMonth && isDayOrMonth(first) && isYear(third));
        return close && date ? at + 3 : at;
    }

    /** Eight figures without anything between them. */
    private static boolean isCompact(String word) {
        if (word.length() != 8 || number(word) < 0) {
            return false;
        }
        int year = number(word.substring(4));
        boolean last = isDayOrMonth(number(word.substring(0, 2))) && isDayOrMonth(number(word.substring(2, 4)));
        int first = number(word.substring(0, 4));
        return (last && year >= 1900 && year < 2100) || (first >= 1900 && first < 2100);
    }

    private static boolean isDayOrMonth(int number) {
        return number >= 1 && number <= 31;
    }

    private static boolean isYear(int number) {
        return (number >= 1900 && number < 2100) || (number >= 0 && number <= 99);
    }

    /** The number that the word begins with, where nothing but an ordinal ending follows; -1 for any other word. */
    private static int number(String word) {
        int value = 0;
        int at = 0;
        while (at < word.length() && at < 9 && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
            value = value * 10 + word.charAt(at) - '0';
            at++;
        }
        String ending = word.substring(at);
        return at > 0
                        && (ending.isEmpty()
                                || List.of("st", "nd", "rd", "th", "er").contains(ending))
                ? value
                : -1;
    }
}

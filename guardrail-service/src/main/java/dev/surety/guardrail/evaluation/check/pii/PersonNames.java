package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/**
 * Names of people: words that something announces as a name ("my name is", "Frau", a line below "Kind regards"), and
 * frequent given names with what follows them. A given name that is a common word, a month or a place too ("Mark",
 * "May", "Paris") needs a family name or an announcement beside it; names of companies and streets are left alone.
 */
final class PersonNames {
    private static final int ANNOUNCED = 800;
    private static final int FULL = 750;
    private static final int GIVEN = 650;
    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_WORDS = 5;
    private static final int MOST_IN_SIGNATURE = 4;
    private static final int MOST_WITHOUT_QUESTION = 3;
    private static final int SHORTEST = 3;

    private final WordLists lists = WordLists.of("pii/names.txt");

    /** How a name is announced. */
    private enum Announcement {
        NONE,
        HINT,
        /** Enough for a word with a capital. */
        INTRODUCTION,
        SURE
    }

    /**
     * Finds the names in a text.
     *
     * @param asked whether the text answers the question for a name
     */
    void find(String text, List<Word> words, boolean asked, List<Identified> found) {
        if (isNothingButName(words, asked)) {
            found.add(new Identified(
                    PiiType.PERSON, words.getFirst().start(), words.getLast().end(), asked ? ANNOUNCED : GIVEN));
            return;
        }
        int at = 0;
        while (at < words.size()) {
            int end = at;
            int score = score(text, words, at);
            if (score > 0) {
                end = end(text, words, at);
                if (end - at > 1 && score == GIVEN) {
                    score = FULL;
                }
                if (!belongsToCompany(text, words, at, end)) {
                    found.add(new Identified(
                            PiiType.PERSON,
                            words.get(at).start(),
                            words.get(end - 1).end(),
                            score));
                }
            }
            at = Math.max(at + 1, end);
        }
    }

    /** Whether the name was asked for, or is a given name to begin with, and few words are all that was said. */
    private boolean isNothingButName(List<Word> words, boolean asked) {
        int most = asked ? MOST_IN_SIGNATURE : MOST_WITHOUT_QUESTION;
        if (words.isEmpty() || words.size() > most) {
            return false;
        }
        String first = words.getFirst().text();
        boolean given = lists.has("given", first) && !lists.has("ambiguous", first);
        return (asked || (given && words.size() > 1))
                && words.stream().allMatch(word -> isOneWord(word.text()) && !lists.has("not-name", word.text()))
                && words.stream().noneMatch(word -> lists.has("company", word.text()));
    }

    private int score(String text, List<Word> words, int at) {
        String word = words.get(at).text();
        boolean capital = isCapital(text, words.get(at));
        if ((lists.has("not-name", word) && !(capital && lists.has("ambiguous", word)))
                || word.length() < 2
                || !Character.isLetter(word.charAt(0))) {
            return 0;
        }
        boolean given = lists.has("given", word);
        boolean ambiguous = lists.has("ambiguous", word);
        boolean known = given || lists.has("family", word);
        Announcement announcement = announcement(text, words, at);
        boolean named = (announcement == Announcement.SURE && (capital || known || isOneWord(word)))
                || (announcement == Announcement.INTRODUCTION
                        && (capital || given || beginsWithParticle(text, words, at)));
        if (named) {
            return capital || known ? ANNOUNCED : GIVEN;
        }
        if (signs(text, words, at)) {
            return ANNOUNCED;
        }
        if (at > 0 && lists.has("place", words.get(at - 1).text())) {
            return 0;
        }
        boolean family = followedByFamilyName(text, words, at);
        if (ambiguous) {
            return capital && (family || (announcement == Announcement.HINT && greets(words, at))) ? GIVEN : 0;
        }
        return given && (capital || announcement == Announcement.HINT || family) ? GIVEN : 0;
    }

    private Announcement announcement(String text, List<Word> words, int at) {
        if (at == 0) {
            return Announcement.NONE;
        }
        String between = between(text, words, at);
        String before = words.get(at - 1).text();
        if (lists.has("title", before) && (between.isBlank() || between.equals(". ")) && isTitle(text, words, at)) {
            return Announcement.INTRODUCTION;
        }
        boolean line = between.indexOf('\n') >= 0;
        boolean colon = between.strip().equals(":");
        if ((between.isBlank() && !line)
                || colon
                || between.strip().equals("'")
                || between.strip().equals(",")) {
            for (int count = Math.min(LONGEST_PHRASE, at); count > 0; count--) {
                String phrase = WordLists.phraseBefore(words, at, count);
                boolean sure = lists.has("trigger", phrase) || (colon && lists.has("trigger", phrase + " :"));
                boolean ofThing = at > count
                        && lists.has("thing", words.get(at - count - 1).text());
                if (sure && !ofThing && !between.contains(",")) {
                    return Announcement.SURE;
                }
                if (lists.has("introduction", phrase)) {
                    return Announcement.INTRODUCTION;
                }
                if (lists.has("hint", phrase)) {
                    return Announcement.HINT;
                }
            }
        }
        return Announcement.NONE;
    }

    /** A title as people write it, with a capital or a full stop; "miss" and "sir" are words too. */
    private static boolean isTitle(String text, List<Word> words, int at) {
        return isCapital(text, words.get(at - 1)) || between(text, words, at).startsWith(".");
    }

    private static boolean greets(List<Word> words, int at) {
        return List.of("dear", "hi", "hello", "hey", "hallo", "liebe", "lieber", "bonjour", "cher", "chere")
                .contains(words.get(at - 1).text());
    }

    /** Whether a line of few words with capitals begins here, below a line that takes leave. */
    private boolean signs(String text, List<Word> words, int at) {
        if (at == 0
                || between(text, words, at).indexOf('\n') < 0
                || !lists.has("signoff", words.get(at - 1).text())) {
            return false;
        }
        int end = at;
        while (end < words.size() && (end == at || between(text, words, end).indexOf('\n') < 0)) {
            if (end - at == MOST_IN_SIGNATURE || !isCapital(text, words.get(end))) {
                return false;
            }
            end++;
        }
        return true;
    }

    private boolean followedByFamilyName(String text, List<Word> words, int at) {
        if (at + 1 >= words.size() || !isNextInName(text, words, at + 1)) {
            return false;
        }
        Word next = words.get(at + 1);
        boolean capital = isCapital(text, next)
                && next.text().length() >= SHORTEST
                && !lists.has("not-name", next.text())
                && !lists.has("company", next.text());
        return lists.has("family", next.text())
                || (capital && !lists.has("ambiguous", words.get(at).text()));
    }

    private boolean beginsWithParticle(String text, List<Word> words, int at) {
        return lists.has("particle", words.get(at).text())
                && at + 1 < words.size()
                && isCapital(text, words.get(at + 1))
                && isNextInName(text, words, at + 1);
    }

    /** Behind the words that belong to the name which begins at {@code at}. */
    private int end(String text, List<Word> words, int at) {
        boolean capitals = isCapital(text, words.get(at)) || beginsWithParticle(text, words, at);
        int end = at + 1;
        while (end < words.size() && end - at < MOST_WORDS && isNextInName(text, words, end)) {
            Word word = words.get(end);
            boolean known = lists.has("family", word.text())
                    || (lists.has("given", word.text()) && !lists.has("ambiguous", word.text()));
            boolean capital = isCapital(text, word)
                    && (word.text().length() == 1 || !lists.has("not-name", word.text()))
                    && !lists.has("company", word.text());
            boolean particle = lists.has("particle", word.text())
                    && end + 1 < words.size()
                    && isCapital(text, words.get(end + 1))
                    && isNextInName(text, words, end + 1);
            if (!(known || (capitals && (capital || particle)))) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Whether nothing but a space, a hyphen, an apostrophe or the full stop of an initial stands before the word. */
    private static boolean isNextInName(String text, List<Word> words, int at) {
        if (words.get(at).sentence() != words.get(at - 1).sentence()) {
            return false;
        }
        String between = between(text, words, at);
        boolean initial = words.get(at - 1).text().length() == 1 && between.equals(". ");
        return between.equals(" ") || between.equals("-") || between.equals("'") || between.equals("’") || initial;
    }

    private boolean belongsToCompany(String text, List<Word> words, int at, int end) {
        boolean behind = end < words.size()
                && between(text, words, end).length() <= 2
                && (lists.has("company", words.get(end).text())
                        || between(text, words, end).contains("&"));
        boolean ampersand = text.startsWith(" &", words.get(end - 1).end());
        boolean before = at > 0 && between(text, words, at).contains("&");
        boolean address = at > 0 && "@.".indexOf(text.charAt(words.get(at).start() - 1)) >= 0;
        char next = words.get(end - 1).end() < text.length()
                ? text.charAt(words.get(end - 1).end())
                : ' ';
        return behind || ampersand || before || address || next == '@';
    }

    private static boolean isOneWord(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(Character::isLetter);
    }

    private static boolean isCapital(String text, Word word) {
        return Character.isUpperCase(text.charAt(word.start()));
    }

    private static String between(String text, List<Word> words, int at) {
        int from = words.get(at - 1).end();
        int to = words.get(at).start();
        return to <= from ? "" : text.substring(from, Math.min(to, from + 4));
    }
}

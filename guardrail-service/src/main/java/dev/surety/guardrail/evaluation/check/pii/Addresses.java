package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.WordMemory;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Postal addresses: a street with a number, in the order of English, German or Romance languages, and what follows of
 * flat, place, state and postcode; post boxes; postcodes that a word announces or that only Britain has.
 */
final class Addresses {
    private static final int WHOLE = 850;
    private static final int STREET = 700;
    private static final int POSTCODE = 650;
    private static final int MOST_NAME_WORDS = 5;
    private static final int MOST_PLACE_WORDS = 4;
    /** Words that are far more often no street; they need capitals all the way. */
    private static final Set<String> WEAK = Set.of(
            "way", "close", "place", "court", "walk", "row", "circle", "square", "plaza", "st", "dr", "pl", "ct", "ter",
            "av", "drive", "parade", "plein", "gardens", "trail", "grove");

    /** Words that end a street which was none. */
    private static final Set<String> NO_STREET = Set.of(
            "days", "day", "hours", "minutes", "weeks", "months", "years", "times", "people", "items", "euros",
            "dollars", "please", "thanks", "and", "for", "tage", "tagen", "phone", "tel", "email", "call", "i", "my",
            "the", "you", "we", "it", "is", "was", "name", "per", "percent", "steps", "points", "jours", "heures");

    private static final Set<String> ADDITIONS = Set.of("bis", "ter", "quater");

    private final WordLists lists = WordLists.of("pii/places.txt");
    private final WordMemory<Boolean> streets = new WordMemory<>(this::endsAsStreet);

    void find(String text, List<Word> words, boolean acrossLines, List<Identified> found) {
        Reader reader = new Reader(text, words, acrossLines);
        int at = 0;
        while (at < words.size()) {
            int end = reader.street(at);
            int score = STREET;
            if (end > at) {
                int tail = reader.tail(end);
                score = tail > end ? WHOLE : STREET;
                end = tail;
            } else {
                end = reader.boxOrPostcode(at);
                score = POSTCODE;
            }
            if (end > at) {
                found.add(new Identified(
                        PiiType.ADDRESS,
                        words.get(at).start(),
                        words.get(end - 1).end(),
                        score));
            }
            at = Math.max(at + 1, end);
        }
    }

    /** Reads one text. All methods take and give positions of words; giving back the same means that nothing is there. */
    private final class Reader {
        private final String text;
        private final List<Word> words;
        private final boolean acrossLines;

        Reader(String text, List<Word> words, boolean acrossLines) {
            this.text = text;
            this.words = words;
            this.acrossLines = acrossLines;
        }

        int street(int at) {
            if (isHouseNumber(at)) {
                int end = numberFirst(at);
                return end > at ? end : at;
            }
            int end = numberLast(at);
            return end > at ? end : at;
        }

        /** 12 Long Road; 12 bis, rue de la Paix. */
        private int numberFirst(int at) {
            int from = at + 1;
            if (has(from) && ADDITIONS.contains(word(from)) && isNext(from, true)) {
                from++;
            }
            if (has(from) && lists.has("street-before", word(from)) && isNext(from, true)) {
                int end = name(from + 1);
                if (end > from + 1) {
                    return end;
                }
            }
            boolean capitals = true;
            for (int i = at + 1; has(i) && i <= at + MOST_NAME_WORDS && isNext(i, i == at + 1); i++) {
                boolean behind = lists.has("street-behind", word(i));
                if (behind && i > at + 1 && ((capitals && isCapital(i)) || !WEAK.contains(word(i)))) {
                    return i + 1;
                }
                if (endsAsStreet(i)) {
                    return i + 1;
                }
                boolean part = isCapital(i) || lists.has("joining", word(i)) || isNumberOrOrdinal(i);
                capitals &= part;
                if (!part && (lists.has("month", word(i)) || word(i).length() < 3 || NO_STREET.contains(word(i)))) {
                    return at;
                }
            }
            return at;
        }

        /** Lange Straße 12; Hauptstraße 12; Via Roma, 12. */
        private int numberLast(int at) {
            if (!isCapital(at) && !endsAsStreet(at) && !lists.has("street-before", word(at))) {
                return at;
            }
            int name = at;
            if (lists.has("street-before", word(at))) {
                name = name(at + 1);
                name = name == at + 1 ? at : name;
            } else if (endsAsStreet(at) && word(at).length() > 5) {
                name = at + 1;
            } else if (has(at + 1) && isNext(at + 1, false) && lists.has("street-ending", word(at + 1))) {
                name = at + 2;
            }
            if (name == at || !has(name) || !isHouseNumber(name) || !isNextNumber(name)) {
                return at;
            }
            return name + 1;
        }

        /** Behind the words of a name: words with capitals, and the small ones between them. */
        private int name(int at) {
            int end = at;
            boolean capital = false;
            while (has(end) && end - at < MOST_NAME_WORDS && isNext(end, false)) {
                boolean part = isCapital(end) || lists.has("joining", word(end));
                if (!part) {
                    break;
                }
                capital |= isCapital(end);
                end++;
            }
            return capital ? end : at;
        }

        /** What follows a street: flat, number, place, state, postcode. */
        int tail(int at) {
            int end = at;
            while (has(end)) {
                int next = tailPart(end);
                if (next == end) {
                    return end;
                }
                end = next;
            }
            return end;
        }

        private int tailPart(int at) {
            if (!follows(at)) {
                return at;
            }
            if (lists.has("unit", word(at)) && has(at + 1) && isNext(at + 1, false) && hasDigit(at + 1)) {
                return at + 2;
            }
            if (isPostcode(at)) {
                return at + 1;
            }
            if (isBritishPostcode(at)) {
                return at + 2;
            }
            boolean separated = gap(at).strip().equals(",") || gap(at).indexOf('\n') >= 0 || isPostcode(at - 1);
            int place = at;
            while (has(place)
                    && place - at < MOST_PLACE_WORDS
                    && (place == at || isNext(place, false))
                    && isPlaceWord(place)) {
                place++;
            }
            if (place > at && (separated || leadsToPostcode(place))) {
                return place;
            }
            return leadsToStateAndPostcode(at);
        }

        private boolean isPlaceWord(int at) {
            return isCapital(at) && !hasDigit(at) && !NO_STREET.contains(word(at));
        }

        private boolean leadsToPostcode(int at) {
            return has(at) && follows(at) && (isPostcode(at) || isBritishPostcode(at));
        }

        /** springfield il 62704, without capitals. */
        private int leadsToStateAndPostcode(int at) {
            for (int i = at; has(i + 1) && i < at + MOST_PLACE_WORDS && (i == at || isNext(i, true)); i++) {
                if (lists.has("state", word(i)) && isPostcode(i + 1) && isNext(i + 1, true)) {
                    return i + 2;
                }
            }
            return at;
        }

        int boxOrPostcode(int at) {
            for (int count = 3; count > 0; count--) {
                boolean box = has(at + count)
                        && lists.has("box", WordLists.phraseBefore(words, at + count, count))
                        && hasDigit(at + count)
                        && isNext(at + count, true);
                if (box && (count > 1 || isCapital(at))) {
                    return tail(at + count + 1);
                }
            }
            if (isBritishPostcode(at) && isCapital(at)) {
                return at + 2;
            }
            boolean announced = at > 0
                    && (lists.has("postcode-word", word(at - 1))
                            || (at > 1 && lists.has("postcode-word", WordLists.phraseBefore(words, at, 2)))
                            || (at > 1
                                    && lists.has("postcode-word", word(at - 2))
                                    && word(at - 1).equals("is")));
            if (announced && isPostcode(at) && word(at).length() >= 4) {
                return at + 1;
            }
            boolean american = has(at + 2)
                    && isPlaceWord(at)
                    && gap(at + 1).equals(", ")
                    && isState(at + 1)
                    && isNext(at + 2, false)
                    && word(at + 2).length() == 5
                    && isPostcode(at + 2);
            return american ? at + 3 : at;
        }

        private boolean isState(int at) {
            Word word = words.get(at);
            String written = text.substring(word.start(), word.end());
            return lists.has("state", word.text()) && written.equals(written.toUpperCase(Locale.ROOT));
        }

        private boolean has(int at) {
            return at >= 0 && at < words.size();
        }

        private String word(int at) {
            return words.get(at).text();
        }

        private boolean isCapital(int at) {
            return Character.isUpperCase(text.charAt(words.get(at).start()));
        }

        private boolean endsAsStreet(int at) {
            return streets.of(word(at));
        }

        private boolean hasDigit(int at) {
            return word(at).chars().anyMatch(Character::isDigit);
        }

        /** One to five digits and perhaps a letter. */
        private boolean isHouseNumber(int at) {
            String word = word(at);
            int digits = digits(word);
            return digits > 0 && digits <= 5 && word.length() - digits <= 1;
        }

        private boolean isNumberOrOrdinal(int at) {
            return digits(word(at)) > 0;
        }

        private boolean isPostcode(int at) {
            if (!has(at)) {
                return false;
            }
            String word = word(at);
            return digits(word) == word.length() && word.length() >= 4 && word.length() <= 6;
        }

        /** A9 9AA, A9A 9AA, AA99 9AA and so on. */
        private boolean isBritishPostcode(int at) {
            if (!has(at + 1) || !isNext(at + 1, false)) {
                return false;
            }
            String outward = word(at);
            String inward = word(at + 1);
            boolean area = outward.length() >= 2
                    && outward.length() <= 4
                    && Character.isLetter(outward.charAt(0))
                    && outward.chars().anyMatch(Character::isDigit)
                    && outward.indexOf('0') != 0;
            return area
                    && inward.length() == 3
                    && digits(inward) == 1
                    && Character.isLetter(inward.charAt(1))
                    && Character.isLetter(inward.charAt(2));
        }

        private String gap(int at) {
            return text.substring(
                    words.get(at - 1).end(),
                    Math.max(words.get(at - 1).end(), words.get(at).start()));
        }

        /** Whether the word stands in the same sentence, behind a space, an apostrophe or a hyphen. */
        private boolean isNext(int at, boolean comma) {
            String gap = gap(at);
            boolean same = words.get(at).sentence() == words.get(at - 1).sentence();
            return same
                    && gap.indexOf('\n') < 0
                    && gap.length() <= 2
                    && (gap.isBlank()
                            || gap.equals("-")
                            || gap.equals("'")
                            || gap.equals("’")
                            || (comma && gap.strip().equals(",")));
        }

        /** The number may also stand behind the full stop of an abbreviation. */
        private boolean isNextNumber(int at) {
            return isNext(at, true) || (acrossLines && gap(at).equals(". ")) || gap(at).equals(".");
        }

        private boolean follows(int at) {
            String gap = gap(at);
            boolean line = gap.indexOf('\n') >= 0;
            boolean plain = gap.length() <= 4 && gap.chars().allMatch(c -> " ,\n-.".indexOf(c) >= 0);
            boolean same = words.get(at).sentence() == words.get(at - 1).sentence();
            return plain && ((same && !line) || (acrossLines && (line || same) && !gap.contains("\n\n")));
        }
    }

    private boolean endsAsStreet(String word) {
        return lists.list("street-ending").stream()
                .anyMatch(ending -> word.endsWith(ending) && word.length() > ending.length() + 2);
    }

    private static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}

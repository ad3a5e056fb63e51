package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/**
 * E-mail addresses in the form that people use (a practical part of RFC 5321): no quotes, no comments, a top-level
 * domain; also with spaces around the signs, with the signs in words ({@code jo dot doe at mail dot com}), and without
 * the signs ({@code jodoe gmailcom}). Spelled addresses need a provider's name, brackets or a word that announces them.
 */
final class Emails {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST_PARTS = 5;
    private static final int WORDS_BEFORE = 45;
    private static final int CERTAIN = 980;
    private static final int SPELLED = 850;
    private static final String LOCAL = ".!#$%&'*+/=?^_`{|}~-";

    private final WordLists words = WordLists.of("pii/mail.txt");

    void find(PlainText text, Announcements announcements, List<Identified> found) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int before = found.size();
            if (text.at(at) == '@') {
                findWritten(text, at, from, found);
            }
            boolean mayBeSign = text.at(at) == '@' || text.beginsWord(at);
            if (found.size() == before && mayBeSign) {
                findSpelled(text, at, from, announcements, found);
            }
            if (found.size() == before && text.beginsWord(at)) {
                findWithoutSigns(text, at, from, found);
            }
            if (found.size() > before) {
                from = found.getLast().end();
            }
        }
    }

    private static void findWritten(PlainText text, int at, int from, List<Identified> found) {
        int start = localStart(text, at, from);
        int end = domainEnd(text, at + 1);
        if (start < at && end > at) {
            found.add(new Identified(PiiType.EMAIL, start, end, CERTAIN));
        }
    }

    /** {@code jo dot doe (at) mail dot com}; {@code at} is where the sign or the word for it may stand. */
    private void findSpelled(PlainText text, int at, int from, Announcements announcements, List<Identified> found) {
        boolean sign = text.at(at) == '@';
        int signEnd = sign ? at + 1 : text.wordEnd(at);
        if (!sign && !is("at", text, at, signEnd)) {
            return;
        }
        boolean bracketed = "([{<".indexOf(text.at(at - 1)) >= 0 && ")]}>".indexOf(text.at(signEnd)) >= 0;
        int localEnd = skipBack(text, bracketed ? at - 1 : at);
        int start = spelledLocalStart(text, localEnd, from);
        Domain domain = spelledDomain(text, skip(text, bracketed ? signEnd + 1 : signEnd));
        if (start >= localEnd || domain.end() < 0) {
            return;
        }
        boolean likely = bracketed
                || domain.provider()
                || announcements.before(start, WORDS_BEFORE, "mail")
                || (sign && domain.tight())
                || digitOrDot(text, start, localEnd);
        if (likely) {
            found.add(new Identified(PiiType.EMAIL, start, domain.end(), SPELLED));
        }
    }

    /** {@code jodoe gmailcom}, as it arrives where signs are lost. */
    private void findWithoutSigns(PlainText text, int at, int from, List<Identified> found) {
        int end = text.wordEnd(at);
        String word = text.foldedSubstring(at, end);
        for (String provider : words.list("joined")) {
            if (word.endsWith(provider)) {
                int start = at;
                if (word.length() == provider.length() || wordBefore(text, at, from, true) < at) {
                    start = wordBefore(text, at, from, false);
                    start = isNumber(text, start, at) ? wordBefore(text, start, from, false) : start;
                }
                if (start < at || word.length() > provider.length()) {
                    found.add(new Identified(PiiType.EMAIL, start, end, SPELLED));
                }
                return;
            }
        }
    }

    private boolean is(String what, PlainText text, int start, int end) {
        return words.has(what, text.foldedSubstring(start, end));
    }

    /**
     * A domain in words.
     *
     * @param end behind it, or -1 when there is none
     * @param provider whether it is that of a well-known provider of mail
     * @param tight whether its full stops stand without spaces
     */
    private record Domain(int end, boolean provider, boolean tight) {}

    private Domain spelledDomain(PlainText text, int start) {
        int at = start;
        boolean provider = false;
        boolean tight = true;
        for (int parts = 0; parts < MOST_PARTS; parts++) {
            int end = labelEnd(text, at);
            if (end == at) {
                break;
            }
            if (parts > 0 && is("top-level", text, at, end) && dotEnd(text, end) < 0) {
                return new Domain(end, provider, tight);
            }
            provider |= is("provider", text, at, end);
            int next = dotEnd(text, end);
            if (next < 0) {
                break;
            }
            tight &= next == end + 1;
            at = next;
        }
        return new Domain(-1, false, false);
    }

    /** Behind a full stop, or a word for it, and the spaces around; -1 when none stands at {@code at}. */
    private int dotEnd(PlainText text, int at) {
        if (text.at(at) == '.' && text.isWord(at + 1)) {
            return at + 1;
        }
        int sign = skip(text, at);
        boolean bracketed = "([{".indexOf(text.at(sign)) >= 0;
        int start = bracketed ? sign + 1 : sign;
        int end = text.at(start) == '.' ? start + 1 : text.wordEnd(start);
        boolean dot = (text.at(start) == '.' && (bracketed || sign > at)) || is("dot", text, start, end);
        if (!dot || (bracketed && ")]}".indexOf(text.at(end)) < 0)) {
            return -1;
        }
        int next = skip(text, bracketed ? end + 1 : end);
        return text.isWord(next) ? next : -1;
    }

    private int spelledLocalStart(PlainText text, int end, int from) {
        int start = localPartStart(text, end, from);
        for (int parts = 1; parts < MOST_PARTS; parts++) {
            int signEnd = skipBack(text, start);
            int sign = signEnd;
            while (sign > from && (text.isWord(sign - 1) || "()[]".indexOf(text.at(sign - 1)) >= 0)) {
                sign--;
            }
            String word = text.foldedSubstring(sign, signEnd).replaceAll("[()\\[\\]]", "");
            boolean joins = sign < signEnd && (words.has("dot", word) || words.has("underscore", word));
            int before = skipBack(text, sign);
            int earlier = localPartStart(text, before, from);
            if (!joins || earlier == before) {
                return start;
            }
            start = earlier;
        }
        return start;
    }

    private static int localPartStart(PlainText text, int end, int from) {
        int start = end;
        while (start > from
                && end - start < LONGEST_LOCAL_PART
                && (text.isWord(start - 1) || "._-+".indexOf(text.at(start - 1)) >= 0)) {
            start--;
        }
        while (start < end && !text.isWord(start)) {
            start++;
        }
        return start;
    }

    private static boolean digitOrDot(PlainText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.isDigit(i) || text.at(i) == '.' || text.at(i) == '_') {
                return true;
            }
        }
        return false;
    }

    private static int labelEnd(PlainText text, int start) {
        int end = start;
        while (end - start < LONGEST_LOCAL_PART
                && (text.isWord(end) || (text.at(end) == '-' && text.isWord(end + 1)))) {
            end++;
        }
        return end;
    }

    private static int skip(PlainText text, int at) {
        int next = at;
        while (next < at + 2 && text.at(next) == ' ') {
            next++;
        }
        return next;
    }

    private static int skipBack(PlainText text, int at) {
        int next = at;
        while (next > 0 && next > at - 2 && text.at(next - 1) == ' ') {
            next--;
        }
        return next;
    }

    /** Where the word before {@code at} begins; {@code at} itself when there is none, or no number where one is asked. */
    private static int wordBefore(PlainText text, int at, int from, boolean number) {
        int end = at > 0 && text.at(at - 1) == ' ' ? at - 1 : at;
        int start = end;
        while (start > from && end - start < LONGEST_LOCAL_PART && text.isWord(start - 1)) {
            start--;
        }
        return start < end && (!number || isNumber(text, start, end)) ? start : at;
    }

    private static boolean isNumber(PlainText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!text.isDigit(i) && text.at(i) != ' ') {
                return false;
            }
        }
        return start < end;
    }

    private static int localStart(PlainText text, int at, int from) {
        int start = at;
        int least = Math.max(from, at - LONGEST_LOCAL_PART);
        while (start > least && (text.isWord(start - 1) || LOCAL.indexOf(text.at(start - 1)) >= 0)) {
            start--;
        }
        while (start < at && !text.isWord(start)) {
            start++;
        }
        return start;
    }

    /** Behind the domain that begins at {@code start}, or -1 when there is none. */
    private static int domainEnd(PlainText text, int start) {
        int end = start;
        int lastDot = -1;
        int most = Math.min(text.length(), start + LONGEST_DOMAIN);
        while (end < most && (text.isWord(end) || inDomain(text, end, start))) {
            if (text.at(end) == '.') {
                lastDot = end;
            }
            end++;
        }
        boolean topLevel = lastDot > start && end - lastDot > 2 && Character.isLetter(text.at(lastDot + 1));
        return topLevel ? end : -1;
    }

    private static boolean inDomain(PlainText text, int at, int start) {
        return (text.at(at) == '.' || text.at(at) == '-') && at > start && text.isWord(at - 1) && text.isWord(at + 1);
    }
}

package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/** E-mail addresses in the form that people use (a practical part of RFC 5321): no quotes, no comments, a top-level domain. */
final class Emails {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int SCORE = 980;

    private Emails() {}

    static void find(PlainText text, List<Identified> found) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.at(at) != '@') {
                continue;
            }
            int start = localStart(text, at, from);
            int end = domainEnd(text, at + 1);
            if (start < at && end > at) {
                found.add(new Identified(PiiType.EMAIL, start, end, SCORE));
                from = end;
            }
        }
    }

    private static int localStart(PlainText text, int at, int from) {
        int start = at;
        int least = Math.max(from, at - LONGEST_LOCAL_PART);
        while (start > least && (text.isWord(start - 1) || ".!#$%&'*+/=?^_`{|}~-".indexOf(text.at(start - 1)) >= 0)) {
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

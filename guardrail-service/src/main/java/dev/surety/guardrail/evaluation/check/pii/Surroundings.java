package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/**
 * What speaks for or against a number in a text: the words near it and the region of the conversation.
 *
 * @param regions ISO 3166 codes, likeliest first
 * @param acrossLines whether a number may go on in the next line
 */
record Surroundings(Announcements announcements, List<String> regions, boolean acrossLines) {
    private static final int DISTANCE = 40;
    private static final int CERTAIN = 980;
    private static final int ANNOUNCED = 900;
    private static final int ANNOUNCED_AS_SOME_IDENTITY = 850;
    private static final int BY_FORM = 800;
    private static final int BY_REGION = 700;

    Surroundings {
        regions = List.copyOf(regions);
    }

    /** How certain a well-formed number of that type at {@code start} is, in per mille; 0 when too little speaks for it. */
    int score(PiiType type, Evidence needed, int start) {
        if (needed == Evidence.NOTHING) {
            return CERTAIN;
        }
        if (isNamed(type.wireName(), start)) {
            return ANNOUNCED;
        }
        if (needed == Evidence.OWN_WORD) {
            return 0;
        }
        if (!type.region().isEmpty() && isNamed("national-id", start)) {
            return ANNOUNCED_AS_SOME_IDENTITY;
        }
        if (needed == Evidence.WORD || announcements.before(start, DISTANCE, "reference")) {
            return 0;
        }
        if (needed == Evidence.NO_REFERENCE) {
            return BY_FORM;
        }
        return regions.contains(type.region()) ? BY_REGION : 0;
    }

    /** Whether a word just before {@code start} says that a number of that type comes, and none nearer another. */
    boolean isAnnounced(PiiType type, int start) {
        return isNamed(type.wireName(), start);
    }

    private boolean isNamed(String name, int start) {
        int word = announcements.nearestBefore(start, DISTANCE, name);
        return word != Announcements.NONE && word > announcements.nearestBefore(start, DISTANCE, "reference");
    }
}

package dev.surety.guardrail.evaluation.check;

import java.util.Locale;
import java.util.Set;

/** The languages that checks read. */
final class Languages {
    static final Set<Locale> ENGLISH_GERMAN_FRENCH = Set.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    static final Set<Locale> NONE_IN_PARTICULAR = Set.of();

    private Languages() {}
}

package dev.surety.guardrail.evaluation.check.pii;

/** What has to speak for a number beside its own form and check digits, because those leave more or less to chance. */
enum Evidence {
    /** Nothing: by chance hardly any number looks like this. */
    NOTHING,
    /** Nothing, unless a word nearby says that it is the number of a thing, such as an order. */
    NO_REFERENCE,
    /** A word that announces it, or a conversation in the region that gives out such numbers. */
    REGION_OR_WORD,
    /** A word that announces it, or an identity number in general. */
    WORD,
    /** A word that announces just this one. */
    OWN_WORD
}

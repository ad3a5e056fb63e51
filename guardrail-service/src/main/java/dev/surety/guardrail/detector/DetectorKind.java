package dev.surety.guardrail.detector;

import java.util.Locale;

/** The interfaces that a detector can have. */
public enum DetectorKind {
    /** {@code POST /v1/moderations} of OpenAI and those who follow it. */
    OPENAI_MODERATION,
    /** {@code POST /v1/chat/completions} of any model that follows OpenAI, asked to judge. */
    CHAT_JUDGE,
    /** {@code POST /api/v1/text/contents} of the FMS guardrails detectors, which TrustyAI serves. */
    FMS;

    /** The name in configuration and in the detector's identity. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

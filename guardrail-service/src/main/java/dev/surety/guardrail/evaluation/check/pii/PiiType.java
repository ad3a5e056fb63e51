package dev.surety.guardrail.evaluation.check.pii;

import java.util.Locale;

/** The types of personal data that are recognised; of two that overlap, the one that stands first here is meant. */
public enum PiiType {
    EMAIL,
    IBAN,
    CARD,
    FR_NIR,
    IT_CODICE_FISCALE,
    DE_TAX_ID,
    ES_DNI,
    UK_NINO,
    US_SSN,
    UK_NHS,
    NL_BSN,
    IP,
    PHONE;

    /** The name in policies and in the categories of findings, for example {@code de-tax-id}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

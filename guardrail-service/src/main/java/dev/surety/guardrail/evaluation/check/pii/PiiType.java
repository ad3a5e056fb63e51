package dev.surety.guardrail.evaluation.check.pii;

import java.util.Locale;

/** The types of personal data that are recognised; of two that overlap, the one that stands first here is meant. */
public enum PiiType {
    EMAIL,
    IBAN,
    CARD,
    FR_NIR,
    IT_CODICE_FISCALE,
    DE_PENSION_NUMBER,
    FI_HETU,
    CH_AHV,
    FR_TAX_NUMBER,
    BE_NATIONAL_NUMBER,
    DE_TAX_ID,
    PL_PESEL,
    SE_PERSONNUMMER,
    DK_CPR,
    AT_SVNR,
    ES_DNI,
    PT_NIF,
    IE_PPSN,
    DE_HEALTH_NUMBER,
    DE_ID_CARD,
    UK_NINO,
    US_SSN,
    US_ITIN,
    UK_NHS,
    UK_UTR,
    NL_BSN,
    PASSPORT,
    US_DRIVING_LICENCE,
    MAC,
    IP,
    ACCOUNT,
    POLICY_NUMBER,
    BIRTH_DATE,
    PHONE,
    ADDRESS,
    PERSON;

    /** The name in policies and in the categories of findings, for example {@code de-tax-id}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The region whose authorities give out such numbers, as ISO 3166 code, or empty for none in particular. */
    String region() {
        return switch (this) {
            case FR_NIR, FR_TAX_NUMBER -> "FR";
            case IT_CODICE_FISCALE -> "IT";
            case DE_PENSION_NUMBER, DE_TAX_ID, DE_HEALTH_NUMBER, DE_ID_CARD -> "DE";
            case FI_HETU -> "FI";
            case CH_AHV -> "CH";
            case BE_NATIONAL_NUMBER -> "BE";
            case PL_PESEL -> "PL";
            case SE_PERSONNUMMER -> "SE";
            case DK_CPR -> "DK";
            case AT_SVNR -> "AT";
            case ES_DNI -> "ES";
            case PT_NIF -> "PT";
            case IE_PPSN -> "IE";
            case UK_NINO, UK_NHS, UK_UTR -> "GB";
            case US_SSN, US_ITIN, US_DRIVING_LICENCE -> "US";
            case NL_BSN -> "NL";
            case EMAIL, IBAN, CARD, PASSPORT, MAC, IP, ACCOUNT, POLICY_NUMBER, BIRTH_DATE, PHONE, ADDRESS, PERSON -> "";
        };
    }
}

package dev.surety.guardrail.evaluation.check.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.check.advice.Jurisdictions.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JurisdictionsTest {
    private static final Jurisdictions JURISDICTIONS = Jurisdictions.load();

    @ParameterizedTest
    @CsvSource({
        "DE, LEGAL, reserved, RDG",
        "DE, FINANCIAL, reserved, GewO § 34f",
        "AT, TAX, reserved, WTBG",
        "CH, LEGAL, free, BGFA",
        "CH-ZH, LEGAL, free, BGFA",
        "FR, LEGAL, reserved, 71-1130",
        "BE, LEGAL, regulated, Code judiciaire",
        "GB, INSURANCE, regulated, ICOBS",
        "UK, TAX, free, HMRC",
        "IE, FINANCIAL, reserved, MiFID",
        "US, LEGAL, reserved, unauthorized practice of law"
    })
    void knowsWhereAdviceStands(String jurisdiction, Field field, String level, String provision) {
        Standing standing = JURISDICTIONS.standing(conversation("en", jurisdiction), field);

        assertThat(standing.level()).isEqualTo(level);
        assertThat(standing.provision()).contains(provision);
    }

    @Test
    void takesTheCountryOfTheLocaleWhenNoneIsStated() {
        assertThat(JURISDICTIONS
                        .standing(conversation("de-CH", null), Field.LEGAL)
                        .jurisdiction())
                .isEqualTo("CH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "", "Atlantis"})
    void whatIsUnknownCountsAsReserved(String jurisdiction) {
        assertThat(JURISDICTIONS.standing(conversation("en", jurisdiction), Field.MEDICAL))
                .isEqualTo(new Standing("", "reserved", ""));
    }

    private static Conversation conversation(String locale, @Nullable String jurisdiction) {
        return new Conversation("c-1", 0, "chat", Locale.forLanguageTag(locale), jurisdiction);
    }
}

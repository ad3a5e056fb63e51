package dev.surety.escalation.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {
    private final SecureRandom random = new SecureRandom();
    private final SessionKey key = SessionKey.draw(random);

    @Test
    void aKeyThatTravelledOpensWhatItSealed() {
        byte[] encrypted = key.seal("a token".getBytes(UTF_8), random);

        SessionKey back = SessionKey.read(key.text()).orElseThrow();

        assertThat(back.open(encrypted)).asString(UTF_8).isEqualTo("a token");
        assertThat(back.place()).isEqualTo(key.place());
    }

    @Test
    void anotherKeyOpensNothing() {
        byte[] encrypted = key.seal("a token".getBytes(UTF_8), random);
        SessionKey other = SessionKey.draw(random);

        assertThatThrownBy(() -> other.open(encrypted)).isInstanceOf(IllegalStateException.class);
        assertThat(other.place()).isNotEqualTo(key.place());
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] encrypted = key.seal("a token".getBytes(UTF_8), random);
        encrypted[encrypted.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(encrypted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neitherThePlaceNorTheSealedContentShowsTheTokenOrTheKey() {
        byte[] encrypted = key.seal("a token".getBytes(UTF_8), random);

        assertThat(new String(encrypted, UTF_8)).doesNotContain("a token").doesNotContain(key.text());
        assertThat(key.seal("a token".getBytes(UTF_8), random)).isNotEqualTo(encrypted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatNobodyDrewIsNoKey(String text) {
        assertThat(SessionKey.read(text)).isEmpty();
    }
}

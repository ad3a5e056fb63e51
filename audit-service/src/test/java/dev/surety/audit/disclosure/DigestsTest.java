package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void derivesKeysAsTheFirstTestCaseOfRfc5869Says() {
        byte[] derived = Digests.hkdf(
                HEX.parseHex("0b".repeat(22)),
                HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42);

        assertThat(HEX.formatHex(derived))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void derivesKeysWithoutSaltAsTheThirdTestCaseOfRfc5869Says() {
        byte[] derived = Digests.hkdf(HEX.parseHex("0b".repeat(22)), new byte[0], new byte[0], 42);

        assertThat(HEX.formatHex(derived))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    @Test
    void authenticatesAsTheSecondTestCaseOfRfc4231Says() {
        byte[] mac = Digests.hmac(
                "Jefe".getBytes(US_ASCII), "what do ya want ".getBytes(US_ASCII), "for nothing?".getBytes(US_ASCII));

        assertThat(HEX.formatHex(mac)).isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void refusesToDeriveMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digests.hkdf(new byte[32], new byte[0], new byte[0], 255 * 32 + 1))
                .withMessageContaining("8161");
    }
}

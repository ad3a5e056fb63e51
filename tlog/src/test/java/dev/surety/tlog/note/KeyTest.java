package dev.surety.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    private static final String GO_EXAMPLE = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String GOLDEN_SECRET =
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";

    @ParameterizedTest
    @CsvSource({
        "PeterNeumann, c74f20a3, " + GO_EXAMPLE,
        "example.com/foo, 530d903a, example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    })
    void aVerifierKeyIsReadAndWritten(String name, String id, String vkey) {
        VerifierKey key = VerifierKey.parse(vkey);

        assertThat(key.name()).isEqualTo(name);
        assertThat(HexFormat.of().toHexDigits(key.id())).isEqualTo(id);
        assertThat(key).hasToString(vkey).isEqualTo(VerifierKey.parse(vkey));
    }

    @Test
    void aSignerKeyIsReadAndWritten() {
        SignerKey key = SignerKey.parse(GOLDEN_SECRET);

        assertThat(key.name()).isEqualTo("example.com/log/testdata");
        assertThat(key.verifierKey().id()).isEqualTo(0x33d7b496);
        assertThat(key.secretText()).isEqualTo(GOLDEN_SECRET);
    }

    @Test
    void aSignerKeyDoesNotShowItsSecretByAccident() {
        assertThat(SignerKey.parse(GOLDEN_SECRET)).hasToString("SignerKey[example.com/log/testdata]");
        String broken = GOLDEN_SECRET.replace("33d7b496", "33d7b497");
        assertThatThrownBy(() -> SignerKey.parse(broken))
                .isInstanceOf(TlogFormatException.class)
                .hasMessageNotContaining("AeymY")
                .hasMessage("the id in the signer key is not the one of its name and key");
    }

    /** RFC 8032 section 7.1, tests 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    })
    void theSeedGivesThePublicKey(String seed, String publicKey) {
        assertThat(HexFormat.of().formatHex(Ed25519.publicKeyOf(HexFormat.of().parseHex(seed))))
                .isEqualTo(publicKey);
    }

    /** RFC 8032 section 7.1, test 3. */
    @Test
    void signaturesAreThoseOfTheRfc() {
        byte[] seed = HexFormat.of().parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");

        byte[] signature = Ed25519.sign(Ed25519.privateKey(seed), HexFormat.of().parseHex("af82"));

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    }

    @Test
    void aNewKeySignsWhatItsPublicHalfVerifies() {
        SignerKey key = SignerKey.generate("surety.local/audit", new SecureRandom());
        SignerKey other = SignerKey.generate("surety.local/audit", new SecureRandom());
        VerifierKey read = VerifierKey.parse(key.verifierKey().toString());

        assertThat(read.verifies("text\n", key.sign("text\n"))).isTrue();
        assertThat(read.verifies("text\n", SignerKey.parse(key.secretText()).sign("text\n")))
                .isTrue();
        assertThat(read.verifies("text\n", other.sign("text\n"))).isFalse();
        assertThat(read.verifies("text\n", new NoteSignature(key.name(), read.id(), new byte[63])))
                .isFalse();
        assertThat(read.verifies("text\n", new NoteSignature(key.name(), read.id(), new byte[64])))
                .isFalse();
        assertThat(read.verifies("text\n", new NoteSignature(key.name(), read.id(), new byte[65])))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PaulNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void whatIsNoVerifierKeyIsRefused(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void bytesThatAreNoPointOfTheCurveAreNoKey() {
        byte[] two = new byte[32];
        two[0] = 2;

        assertThatThrownBy(() -> VerifierKey.of("example.com/log", two)).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> VerifierKey.of("example.com/log", new byte[31]))
                .isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> SignerKey.of("example.com/log", new byte[33])).isInstanceOf(TlogFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PRIVATE+KEY+a", "PRIVATE+KEY+a+b", "PRIVATE+KEY+a+b+c", "a+b+c"})
    void whatIsNoSignerKeyIsRefused(String skey) {
        assertThatThrownBy(() -> SignerKey.parse(skey)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void aVerifierKeyMayContainAPlusInItsBase64() {
        for (int i = 0; i < 200; i++) {
            byte[] seed = new byte[32];
            seed[0] = (byte) i;
            String vkey = SignerKey.of("example.com/log", seed).verifierKey().toString();
            String base64 = vkey.split("\\+", 3)[2];
            assertThat(Base64.getDecoder().decode(base64)).hasSize(33);
            assertThat(VerifierKey.parse(vkey)).hasToString(vkey);
        }
    }
}

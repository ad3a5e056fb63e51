package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String HEX = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";

    @Test
    void theFormsOfAHashNameTheSameValue() {
        Hash hash = Hash.fromHex(HEX);

        assertThat(Hash.fromBase64(hash.toBase64())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(Hash.of(hash.bytes()).toHex()).isEqualTo(HEX);
        assertThat(hash).hasToString("bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=");
    }

    @Test
    void nobodyChangesAHashThroughItsArray() {
        byte[] bytes = new byte[Hash.LENGTH];
        Hash hash = Hash.of(bytes);

        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.LENGTH]));
    }

    @Test
    void aHashIsReadFromTheMiddleOfABuffer() {
        byte[] buffer = new byte[100];
        Hash.fromHex(HEX).copyTo(buffer, 40);

        assertThat(Hash.of(buffer, 40).toHex()).isEqualTo(HEX);
        assertThatThrownBy(() -> Hash.of(buffer, 69)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void anyOtherLengthIsRefused(int length) {
        assertThatThrownBy(() -> Hash.of(new byte[length]))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("a hash has 32 bytes, not " + length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0", // no padding
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB1=", // stray bits
                "bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGjBhevoB0=", // the other alphabet
                " bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
                "bjQLnP+zepicpUTmu3gKLA==", // 16 bytes
                ""
            })
    void anyOtherSpellingIsRefused(String text) {
        assertThatThrownBy(() -> Hash.fromBase64(text)).isInstanceOf(TlogFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6e34", "zz", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01dff"})
    void badHexadecimalIsRefused(String text) {
        assertThatThrownBy(() -> Hash.fromHex(text)).isInstanceOf(TlogFormatException.class);
    }
}

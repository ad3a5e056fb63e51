package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    @Test
    void digestsAsTheExampleOfSdJwtDoes() {
        // Given: the disclosure of a family name in RFC 9901 section 4.2.3
        byte[] json = Base64.getUrlDecoder()
                .decode("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0");

        // When
        Disclosure disclosure = Disclosure.stored(FieldGroup.CUSTOMER, json);

        // Then
        assertThat(disclosure.digest()).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void isAnArrayOfSaltNameAndValue() {
        byte[] salts = new byte[2 * Disclosure.SALT_LENGTH];
        salts[Disclosure.SALT_LENGTH] = (byte) 0xff;

        Disclosure disclosure =
                Disclosure.of(FieldGroup.QUERY, "{\"a\":1}".getBytes(UTF_8), salts, Disclosure.SALT_LENGTH);

        assertThat(new String(disclosure.json(), UTF_8)).isEqualTo("[\"_wAAAAAAAAAAAAAAAAAAAA\",\"query\",{\"a\":1}]");
        assertThat(Base64.getUrlDecoder().decode(disclosure.encoded())).isEqualTo(disclosure.json());
    }

    @Test
    void hidesEqualValuesBehindTheirSalts() {
        byte[] value = "true".getBytes(UTF_8);
        byte[] salts = new byte[2 * Disclosure.SALT_LENGTH];
        salts[0] = 1;

        Disclosure first = Disclosure.of(FieldGroup.QUERY, value, salts, 0);
        Disclosure second = Disclosure.of(FieldGroup.QUERY, value, salts, Disclosure.SALT_LENGTH);

        assertThat(first.digest()).isNotEqualTo(second.digest());
    }
}

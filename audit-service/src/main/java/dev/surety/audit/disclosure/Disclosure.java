package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * One field group as it can be shown to a third party: the UTF-8 bytes of the JSON array {@code [salt, name, value]}.
 * Its digest is made as SD-JWT makes it (RFC 9901 section 4.2.3), so foreign libraries check it. The bytes that are
 * stored are the bytes that are hashed, so the value is never canonicalised.
 */
public final class Disclosure {
    /** How many random bytes keep the digest from being guessed; RFC 9901 section 9.3 recommends 128 bits. */
    public static final int SALT_LENGTH = 16;

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final FieldGroup group;
    private final byte[] json;

    private Disclosure(FieldGroup group, byte[] json) {
        this.group = requireNonNull(group, "group");
        this.json = json;
    }

    /** Salts the JSON {@code value} of a group with the {@link #SALT_LENGTH} bytes of {@code salt} from an offset on. */
    public static Disclosure of(FieldGroup group, byte[] value, byte[] salt, int saltOffset) {
        byte[] saltBytes = new byte[SALT_LENGTH];
        System.arraycopy(salt, saltOffset, saltBytes, 0, SALT_LENGTH);
        ByteArrayOutputStream json = new ByteArrayOutputStream(value.length + 64);
        json.writeBytes("[\"".getBytes(US_ASCII));
        json.writeBytes(BASE64_URL.encode(saltBytes));
        json.writeBytes("\",\"".getBytes(US_ASCII));
        json.writeBytes(group.label().getBytes(US_ASCII));
        json.writeBytes("\",".getBytes(US_ASCII));
        json.writeBytes(value);
        json.write(']');
        return new Disclosure(group, json.toByteArray());
    }

    /** A disclosure as it was stored; its digest tells whether it is still what the log committed to. */
    public static Disclosure stored(FieldGroup group, byte[] json) {
        return new Disclosure(group, json.clone());
    }

    public FieldGroup group() {
        return group;
    }

    /** The JSON array {@code [salt, name, value]}. */
    public byte[] json() {
        return json.clone();
    }

    /** The bytes themselves, for this package, which does not change them. */
    byte[] bytes() {
        return json;
    }

    /** The form in which a disclosure is handed to a third party: base64url without padding. */
    public String encoded() {
        return BASE64_URL.encodeToString(json);
    }

    /** What the entry says of this group: the base64url SHA-256 of the {@link #encoded()} form. */
    public String digest() {
        return BASE64_URL.encodeToString(Digests.sha256(BASE64_URL.encode(json)));
    }
}

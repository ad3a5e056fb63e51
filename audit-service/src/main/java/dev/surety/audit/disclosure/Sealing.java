package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals disclosures with AES-256-GCM (NIST SP 800-38D). A random nonce of 96 bits per payload is safe for 2^32
 * payloads under one person's key. They are compressed first and padded to steps, so the length tells little.
 */
public final class Sealing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int PADDING_STEP = 64;
    /** No payload is larger than a Kafka record can be in its base64 form, with room to spare. */
    private static final int MAX_CONTENT = 256 << 20;

    private final SecureRandom random;

    public Sealing(SecureRandom random) {
        this.random = requireNonNull(random, "random");
    }

    /** Seals {@code disclosures} under {@code key} for one place and no other. */
    public SealedPayload seal(List<Disclosure> disclosures, SubjectKey key, Place place) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] plain = pad(compress(frame(disclosures)));
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, place, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + cipher.getOutputSize(plain.length));
            int written = cipher.doFinal(plain, 0, plain.length, sealed, NONCE_LENGTH);
            if (written != sealed.length - NONCE_LENGTH) {
                throw new IllegalStateException("AES-GCM wrote " + written + " bytes");
            }
            return new SealedPayload(place, key.id(), sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not available", impossible);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws BrokenSealException when it was changed, or sealed under another key or for another place
     */
    public List<Disclosure> open(SealedPayload payload, SubjectKey key) {
        byte[] sealed = payload.ciphertext();
        if (sealed.length < NONCE_LENGTH + TAG_BITS / 8) {
            throw new BrokenSealException(payload.place());
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, payload.place(), nonce)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
            return unframe(decompress(plain));
        } catch (GeneralSecurityException | DataFormatException | IllegalArgumentException broken) {
            throw new BrokenSealException(payload.place());
        }
    }

    private static Cipher cipher(int mode, SubjectKey key, Place place, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.content(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    /** Each disclosure as its label and its bytes, both with their length in front: there is nothing to escape. */
    private static byte[] frame(List<Disclosure> disclosures) {
        List<byte[]> parts = new ArrayList<>(disclosures.size() * 2);
        int length = 0;
        for (Disclosure disclosure : disclosures) {
            byte[] label = disclosure.group().label().getBytes(US_ASCII);
            byte[] json = disclosure.bytes();
            parts.add(label);
            parts.add(json);
            length += label.length + json.length + 2 * Integer.BYTES;
        }
        ByteBuffer framed = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            framed.putInt(part.length).put(part);
        }
        return framed.array();
    }

    private static List<Disclosure> unframe(byte[] framed) {
        ByteBuffer buffer = ByteBuffer.wrap(framed);
        List<Disclosure> disclosures = new ArrayList<>();
        while (buffer.hasRemaining()) {
            String label = new String(part(buffer), US_ASCII);
            byte[] json = part(buffer);
            FieldGroup group = FieldGroup.of(label)
                    .orElseThrow(() -> new IllegalArgumentException(label + " is not a field group"));
            disclosures.add(Disclosure.stored(group, json));
        }
        return disclosures;
    }

    private static byte[] part(ByteBuffer buffer) {
        int length = buffer.remaining() < Integer.BYTES ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new IllegalArgumentException("a part has no length, or a wrong one");
        }
        byte[] part = new byte[length];
        buffer.get(part);
        return part;
    }

    /** The length of the content, then its compressed form: the padding behind it needs no mark of its own. */
    private static byte[] compress(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[Integer.BYTES + content.length + content.length / 8 + PADDING_STEP];
            int end = Integer.BYTES;
            while (!deflater.finished()) {
                if (end == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
                end += deflater.deflate(buffer, end, buffer.length - end);
            }
            ByteBuffer.wrap(buffer).putInt(content.length);
            return Arrays.copyOf(buffer, end);
        } finally {
            deflater.end();
        }
    }

    private static byte[] decompress(byte[] plain) throws DataFormatException {
        int length = plain.length < Integer.BYTES ? -1 : ByteBuffer.wrap(plain).getInt();
        if (length < 0 || length > MAX_CONTENT) {
            throw new DataFormatException("the length of the content is " + length);
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(plain, Integer.BYTES, plain.length - Integer.BYTES);
            byte[] content = new byte[length];
            int filled = 0;
            while (filled < length) {
                int more = inflater.inflate(content, filled, length - filled);
                if (more == 0) {
                    throw new DataFormatException("the content ends early");
                }
                filled += more;
            }
            return content;
        } finally {
            inflater.end();
        }
    }

    private static byte[] pad(byte[] content) {
        return Arrays.copyOf(content, (content.length + PADDING_STEP - 1) / PADDING_STEP * PADDING_STEP);
    }
}

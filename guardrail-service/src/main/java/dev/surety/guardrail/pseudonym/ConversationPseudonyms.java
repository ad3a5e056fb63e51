package dev.surety.guardrail.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonyms of one conversation. Codes are keyed digests of the values, so every replica gives the same one at
 * either stage and none can be computed from a guess of the value without the key. Values travel with the caller in a
 * sealed box (AES-256-GCM) that is bound to tenant and conversation. The nonce is a keyed digest of the content, so the
 * same content gives the same box, and different contents never share one. Immutable.
 */
public final class ConversationPseudonyms implements Pseudonymizer {
    /** Without I, L, O and U: nothing is misread, and no word comes of it. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 5;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] codeKey;
    private final byte[] sealKey;
    private final byte[] binding;

    ConversationPseudonyms(byte[] codeKey, byte[] sealKey, byte[] binding) {
        this.codeKey = codeKey.clone();
        this.sealKey = sealKey.clone();
        this.binding = binding.clone();
    }

    @Override
    public Optional<String> code(String category, String value) {
        byte[] digest = PseudonymKey.authenticate(codeKey, PseudonymKey.labelled(category, plain(value)));
        int bits = ByteBuffer.wrap(digest).getInt();
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(bits & 31));
            bits >>>= 5;
        }
        return Optional.of(code.toString());
    }

    /** Letters and digits alone, small: {@code DE89 3704} and {@code de893704} are one value. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        value.codePoints().filter(Character::isLetterOrDigit).forEach(codePoint -> {
            int digit = Character.digit(codePoint, 10);
            plain.appendCodePoint(digit >= 0 ? '0' + digit : codePoint);
        });
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** The pseudonyms in a box that only this conversation opens, as text that fits into a URL. */
    public String seal(List<Pseudonym> pseudonyms) {
        byte[] content = content(new LinkedHashSet<>(pseudonyms));
        byte[] message = ByteBuffer.allocate(binding.length + content.length)
                .put(binding)
                .put(content)
                .array();
        byte[] nonce = Arrays.copyOf(PseudonymKey.authenticate(sealKey, message), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            byte[] box = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(box);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** What the box holds; empty when it is none, was changed, or belongs to another tenant or conversation. */
    public Optional<List<Pseudonym>> open(String sealed) {
        try {
            byte[] box = Base64.getUrlDecoder().decode(sealed);
            if (box.length <= NONCE) {
                return Optional.empty();
            }
            byte[] content =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(box, NONCE)).doFinal(box, NONCE, box.length - NONCE);
            return Optional.of(pseudonyms(ByteBuffer.wrap(content)));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding);
        return cipher;
    }

    private static byte[] content(Set<Pseudonym> pseudonyms) {
        List<byte[]> texts = new ArrayList<>();
        pseudonyms.forEach(pseudonym -> {
            texts.add(pseudonym.mask().getBytes(StandardCharsets.UTF_8));
            texts.add(pseudonym.value().getBytes(StandardCharsets.UTF_8));
        });
        ByteBuffer content = ByteBuffer.allocate(
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum());
        texts.forEach(text -> content.putInt(text.length).put(text));
        return content.array();
    }

    private static List<Pseudonym> pseudonyms(ByteBuffer content) {
        List<Pseudonym> pseudonyms = new ArrayList<>();
        while (content.hasRemaining()) {
            String mask = text(content);
            pseudonyms.add(new Pseudonym(mask, text(content)));
        }
        return List.copyOf(pseudonyms);
    }

    private static String text(ByteBuffer content) {
        byte[] text = new byte[content.getInt()];
        content.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}

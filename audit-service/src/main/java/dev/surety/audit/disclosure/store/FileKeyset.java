package dev.surety.audit.disclosure.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.audit.disclosure.Digests;
import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.KeyUnavailableException;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.audit.secret.SecretFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key-encryption keys from a file: one master key per epoch, from which the key of each tenant is derived (RFC 5869).
 * For local mode and small installations; a key-management service takes its place behind {@link KeyWrapping}.
 *
 * <p>The file: {@code {"version":1,"current":1,"keys":{"1":"<base64, 32 bytes>"}}}. An older epoch stays in it until
 * no key is wrapped under it any more.
 */
public final class FileKeyset implements KeyWrapping {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int MASTER_LENGTH = 32;

    private final Map<Integer, byte[]> masters;
    private final int current;
    private final SecureRandom random;

    private FileKeyset(Map<Integer, byte[]> masters, int current, SecureRandom random) {
        this.masters = masters;
        this.current = current;
        this.random = random;
    }

    /**
     * Reads the keyset.
     *
     * @throws KeyUnavailableException when there is none, or it is damaged
     */
    public static FileKeyset read(SecretFile file, SecureRandom random) {
        byte[] content = file.read()
                .orElseThrow(() -> new KeyUnavailableException("There is no keyset at " + file.path()
                        + ". Bring the file back; without it nothing that was sealed can be read."));
        try {
            JsonNode keyset = new ObjectMapper().readTree(content);
            Map<Integer, byte[]> masters = new TreeMap<>();
            for (Map.Entry<String, JsonNode> key : keyset.path("keys").properties()) {
                byte[] master = Base64.getDecoder().decode(key.getValue().asText());
                if (master.length != MASTER_LENGTH) {
                    throw new IllegalArgumentException("a key has " + master.length + " bytes");
                }
                masters.put(Integer.valueOf(key.getKey()), master);
            }
            int current = keyset.path("current").asInt();
            if (!masters.containsKey(current)) {
                throw new IllegalArgumentException("the current key is missing");
            }
            return new FileKeyset(masters, current, random);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new KeyUnavailableException(
                    "The keyset at " + file.path() + " is damaged. Bring back a copy of it.", damaged);
        }
    }

    /** Writes a keyset with one fresh key, and reads it. */
    public static FileKeyset create(SecretFile file, SecureRandom random) {
        byte[] master = new byte[MASTER_LENGTH];
        random.nextBytes(master);
        ObjectMapper json = new ObjectMapper();
        ObjectNode keyset = json.createObjectNode().put("version", 1).put("current", 1);
        var _ = keyset.putObject("keys").put("1", Base64.getEncoder().encodeToString(master));
        try {
            file.write(json.writeValueAsBytes(keyset));
        } catch (JacksonException impossible) {
            throw new IllegalStateException(impossible);
        }
        return read(file, random);
    }

    @Override
    public WrappedKey wrap(UUID id, String tenant, KeyHolder holder, byte[] secret) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, new Binding(id, tenant, holder, current));
            byte[] sealed = cipher.doFinal(secret);
            byte[] wrapped = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
            System.arraycopy(sealed, 0, wrapped, NONCE_LENGTH, sealed.length);
            return new WrappedKey(id, tenant, holder, wrapped, current);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM is not available", impossible);
        }
    }

    @Override
    public SubjectKey unwrap(WrappedKey key) {
        if (!masters.containsKey(key.epoch())) {
            throw new KeyUnavailableException("The keyset has no key of epoch " + key.epoch()
                    + ", which wrapped the key " + key.id() + ". It was destroyed, or this is another keyset.");
        }
        byte[] wrapped = key.wrapped();
        try {
            Binding binding = new Binding(key.id(), key.tenant(), key.holder(), key.epoch());
            byte[] nonce = Arrays.copyOf(wrapped, NONCE_LENGTH);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, binding)
                    .doFinal(wrapped, NONCE_LENGTH, wrapped.length - NONCE_LENGTH);
            return new SubjectKey(key.id(), key.tenant(), key.holder(), secret);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new KeyUnavailableException(
                    "The key " + key.id() + " cannot be unwrapped: it was changed, or this is another keyset.", broken);
        }
    }

    /** What a wrapped key is bound to, so that it cannot be passed off as another's. */
    private record Binding(UUID id, String tenant, KeyHolder holder, int epoch) {
        byte[] bytes() {
            return (tenant + '\0' + holder.label() + '\0' + id + '\0' + epoch).getBytes(UTF_8);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Binding binding) throws GeneralSecurityException {
        byte[] info = ("surety/key-encryption/v1\0" + binding.tenant()).getBytes(UTF_8);
        byte[] tenantKey = Digests.hkdf(requireNonNull(masters.get(binding.epoch())), new byte[0], info, MASTER_LENGTH);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(tenantKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding.bytes());
        return cipher;
    }
}

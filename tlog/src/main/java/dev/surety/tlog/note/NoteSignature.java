package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A signature line of a note: who claims to have signed, and the bytes; whether that is so, the key tells. */
public final class NoteSignature {
    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = Integer.BYTES;

    private final String name;
    private final int keyId;
    private final byte[] signature;

    /** A signature by the key with this name and id. */
    public NoteSignature(String name, int keyId, byte[] signature) {
        if (signature.length == 0) {
            throw new TlogFormatException("the signature of " + name + " is empty");
        }
        this.name = KeyName.require(name);
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a signature line without its newline. */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new TlogFormatException("a signature line has the form \"\u2014 name base64\"");
        }
        byte[] bytes = StrictText.base64(line.substring(space + 1), "signature");
        if (bytes.length <= ID_LENGTH) {
            throw new TlogFormatException("a signature has a key id of 4 bytes and at least one byte more");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length));
    }

    /** The name of the key. */
    public String name() {
        return name;
    }

    /** The id of the key. */
    public int keyId() {
        return keyId;
    }

    /** The bytes that the key made of the text, without the key id. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The signature line without its newline. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && name.equals(that.name)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * keyId + Arrays.hashCode(signature);
    }
}

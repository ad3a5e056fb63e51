package dev.surety.audit.disclosure;

/**
 * Whose key seals a part of an entry. The codes stand in the database and the labels in entries, so neither changes.
 */
public enum KeyHolder {
    /** Nobody in particular: policies, fairness runs, and records that could not be read. */
    TENANT(0, "tenant"),
    /** The person who was served. */
    CUSTOMER(1, "customer"),
    /** The person who answered: agents have rights in their data too. */
    AGENT(2, "agent"),
    /** Someone in a conversation whose customer the log has not been told of, or not yet. */
    CONVERSATION(3, "conversation");

    private final int code;
    private final String label;

    KeyHolder(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The holder with that code. */
    public static KeyHolder of(int code) {
        for (KeyHolder holder : values()) {
            if (holder.code == code) {
                return holder;
            }
        }
        throw new IllegalArgumentException(code + " is not the code of a key holder");
    }
}

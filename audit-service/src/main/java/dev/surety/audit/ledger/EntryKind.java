package dev.surety.audit.ledger;

/** What an entry records. The codes stand in the database and the labels in entries, so neither changes. */
public enum EntryKind {
    /** An event, as a service published it. */
    EVENT(0, "event"),
    /** A Kafka record that could not be read; it is kept whole. */
    QUARANTINED(1, "quarantined"),
    /** An event whose id the log holds already, with another content. */
    CONFLICT(2, "conflict"),
    /** Records that Kafka no longer had when they were to be read. */
    GAP(3, "gap");

    private final int code;
    private final String label;

    EntryKind(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The kind with that code. */
    public static EntryKind of(int code) {
        for (EntryKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException(code + " is not the code of a kind of entry");
    }
}

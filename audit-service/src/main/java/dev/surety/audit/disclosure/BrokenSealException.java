package dev.surety.audit.disclosure;

/** A sealed payload is not what was sealed there: the stored bytes or their key were changed. */
public final class BrokenSealException extends RuntimeException {
    public BrokenSealException(Place place) {
        super("The payload of entry " + place.index() + " (" + place.holder().label()
                + ") cannot be opened with its key");
    }
}

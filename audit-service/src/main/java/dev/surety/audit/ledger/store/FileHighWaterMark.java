package dev.surety.audit.ledger.store;

import dev.surety.audit.ledger.HighWaterMark;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.audit.secret.SecretFile;
import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.note.SignedNote;
import java.util.Optional;

/** The last signed checkpoint in a file beside the signing key. */
final class FileHighWaterMark implements HighWaterMark {
    private final SecretFile file;

    FileHighWaterMark(SecretFile file) {
        this.file = file;
    }

    @Override
    public Optional<SignedNote> read() {
        try {
            return file.read().map(SignedNote::parse);
        } catch (TlogFormatException damaged) {
            throw new LogIntegrityException("The last signed checkpoint at " + file.path() + " is damaged ("
                    + damaged.getMessage() + "). Put the newest checkpoint of the log, as anybody fetched it, there.");
        }
    }

    @Override
    public void write(SignedNote note) {
        file.write(note.bytes());
    }
}

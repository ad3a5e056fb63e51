package dev.surety.tlog.verification;

import dev.surety.tlog.checkpoint.Checkpoint;
import java.util.Objects;

/** What the check of a whole log found. Sealed, because nobody may take one of these for another. */
public sealed interface LogVerdict {
    /** One sentence for a person. */
    String description();

    /** Every entry, bundle and tile hashes up to the root that the log signed. */
    record Intact(Checkpoint checkpoint) implements LogVerdict {
        public Intact {
            Objects.requireNonNull(checkpoint, "checkpoint");
        }

        @Override
        public String description() {
            return "All " + checkpoint.size() + " entries of " + checkpoint.origin() + " lead to the signed root.";
        }
    }

    /**
     * An entry or tile does not fit the rest. Entries before {@code firstBadIndex} fit the tiles above them; the
     * damage lies between the two indices, both included, and cannot be told more closely from the files.
     */
    record Damaged(Checkpoint checkpoint, long firstBadIndex, long lastBadIndex, String path, String reason)
            implements LogVerdict {
        public Damaged {
            Objects.requireNonNull(checkpoint, "checkpoint");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(reason, "reason");
            if (firstBadIndex < 0 || lastBadIndex < firstBadIndex) {
                throw new IllegalArgumentException("the damage lies between " + firstBadIndex + " and " + lastBadIndex);
            }
        }

        @Override
        public String description() {
            String entries = firstBadIndex == lastBadIndex
                    ? "Entry " + firstBadIndex + " of "
                    : "One of the entries " + firstBadIndex + " to " + lastBadIndex + " of ";
            return entries + checkpoint.origin() + " is not the one that was logged: " + reason + " (" + path + ").";
        }
    }

    /** There is no checkpoint that the log signed, so nothing can be checked against anything. */
    record Unsigned(String reason) implements LogVerdict {
        public Unsigned {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String description() {
            return "The log has no valid checkpoint: " + reason;
        }
    }
}

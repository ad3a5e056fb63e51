package dev.surety.tlog.merkle;

/**
 * What is wrong with a proof. Sealed, because whoever reports a failure to a person should say which one it is, and
 * a new kind must then be worded everywhere.
 */
public sealed interface ProofFailure {
    /** One sentence for a person. */
    String description();

    /** The proof is for an entry that a tree of this size cannot have. */
    record IndexOutsideTree(long index, long treeSize) implements ProofFailure {
        @Override
        public String description() {
            return "A tree of " + treeSize + " entries has no entry with index " + index + ".";
        }
    }

    /** The proof claims that a larger tree came before a smaller one. */
    record SizesReversed(long oldSize, long newSize) implements ProofFailure {
        @Override
        public String description() {
            return "A tree of " + oldSize + " entries cannot come before one of " + newSize + " entries.";
        }
    }

    /** The path ends below the root of a tree of the claimed size. */
    record PathTooShort(int hashes, long treeSize) implements ProofFailure {
        @Override
        public String description() {
            return "A path of " + hashes + " hashes ends below the root of a tree of " + treeSize + " entries.";
        }
    }

    /** The path goes on after the root of a tree of the claimed size. */
    record PathTooLong(int hashes, long treeSize) implements ProofFailure {
        @Override
        public String description() {
            return "A path of " + hashes + " hashes goes beyond the root of a tree of " + treeSize + " entries.";
        }
    }

    /** The path leads to another root than the expected one: the entry, the path or the root was changed. */
    record RootMismatch(long treeSize, Hash expected, Hash computed) implements ProofFailure {
        @Override
        public String description() {
            return "The root of the tree of " + treeSize + " entries is " + expected + ", but the path leads to "
                    + computed + ".";
        }
    }
}

package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.ForeignVerifier;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RejectsTamperedProofTest {
    private static final int LARGEST = 40;
    private static final int LARGEST_FOR_EVERY_BIT = 13;
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(2 * LARGEST);
    private static final List<Hash> LEAVES = REFERENCE.leafHashes();
    private static final Hash OTHER = MerkleHashing.leafHash(new byte[] {42});

    static Stream<InclusionProof> inclusionProofs() {
        return IntStream.rangeClosed(1, LARGEST)
                .boxed()
                .flatMap(size -> IntStream.range(0, size)
                        .mapToObj(index -> new InclusionProof(index, size, REFERENCE.path(index, size))));
    }

    static Stream<ConsistencyProof> consistencyProofs() {
        return IntStream.rangeClosed(2, LARGEST)
                .boxed()
                .flatMap(size -> IntStream.range(1, size)
                        .mapToObj(old -> new ConsistencyProof(old, size, REFERENCE.proof(old, size))));
    }

    @Test
    void anyFlippedBitBreaksAnInclusionProof() {
        inclusionProofs()
                .filter(proof -> proof.treeSize() <= LARGEST_FOR_EVERY_BIT)
                .forEach(proof -> {
                    Hash leaf = LEAVES.get((int) proof.index());
                    Hash root = REFERENCE.root((int) proof.treeSize());
                    BitFlip.all(proof.path())
                            .forEach(path ->
                                    rejected(new InclusionProof(proof.index(), proof.treeSize(), path), leaf, root));
                    BitFlip.all(leaf).forEach(changed -> rejected(proof, changed, root));
                    BitFlip.all(root).forEach(changed -> rejected(proof, leaf, changed));
                });
    }

    @Test
    void anyFlippedBitBreaksAConsistencyProof() {
        consistencyProofs()
                .filter(proof -> proof.newSize() <= LARGEST_FOR_EVERY_BIT)
                .forEach(proof -> {
                    Hash oldRoot = REFERENCE.root((int) proof.oldSize());
                    Hash newRoot = REFERENCE.root((int) proof.newSize());
                    BitFlip.all(proof.path())
                            .forEach(path -> rejected(
                                    new ConsistencyProof(proof.oldSize(), proof.newSize(), path), oldRoot, newRoot));
                    BitFlip.all(oldRoot).forEach(changed -> rejected(proof, changed, newRoot));
                    BitFlip.all(newRoot).forEach(changed -> rejected(proof, oldRoot, changed));
                    rejected(proof, newRoot, oldRoot);
                });
    }

    static Stream<UnaryOperator<List<Hash>>> wrongLengths() {
        return Stream.of(
                path -> path.isEmpty() ? List.of(OTHER) : path.subList(0, path.size() - 1),
                path -> path.isEmpty() ? List.of(OTHER) : path.subList(1, path.size()),
                path -> joined(path, List.of(OTHER)),
                path -> joined(List.of(OTHER), path),
                path -> path.isEmpty() ? List.of(OTHER) : joined(path, path),
                path -> path.isEmpty() ? List.of(OTHER) : joined(path, List.of(path.getLast())));
    }

    @ParameterizedTest
    @MethodSource("wrongLengths")
    void aTruncatedOrExtendedPathIsRefused(UnaryOperator<List<Hash>> change) {
        inclusionProofs()
                .forEach(proof -> rejected(
                        new InclusionProof(proof.index(), proof.treeSize(), change.apply(proof.path())),
                        LEAVES.get((int) proof.index()),
                        REFERENCE.root((int) proof.treeSize())));
        consistencyProofs()
                .forEach(proof -> rejected(
                        new ConsistencyProof(proof.oldSize(), proof.newSize(), change.apply(proof.path())),
                        REFERENCE.root((int) proof.oldSize()),
                        REFERENCE.root((int) proof.newSize())));
    }

    /** The case that verifiers forget: the path leads to the right root, but not in a tree of the claimed size. */
    @Test
    void noOtherIndexOrSizeIsProvenByTheSamePathToTheSameRoot() {
        inclusionProofs().forEach(proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            Hash root = REFERENCE.root((int) proof.treeSize());
            for (long index = 0; index <= 2 * LARGEST; index++) {
                if (index != proof.index()) {
                    assertThat(accepts(new InclusionProof(index, proof.treeSize(), proof.path()), leaf, root))
                            .as("%s as index %d", proof, index)
                            .isFalse();
                }
            }
            rejectsIndexOutside(proof, leaf, root);
        });
    }

    private static void rejectsIndexOutside(InclusionProof proof, Hash leaf, Hash root) {
        for (long index : new long[] {proof.treeSize(), proof.index() + proof.treeSize(), Long.MAX_VALUE}) {
            assertThat(failure(new InclusionProof(index, proof.treeSize(), proof.path()), leaf, root))
                    .isEqualTo(new ProofFailure.IndexOutsideTree(index, proof.treeSize()));
        }
    }

    @Test
    void aDoubledTreeSizeIsNotProven() {
        inclusionProofs().forEach(proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            Hash root = REFERENCE.root((int) proof.treeSize());
            rejected(new InclusionProof(proof.index(), 2 * proof.treeSize(), proof.path()), leaf, root);
            if (proof.index() < proof.treeSize() - 1) {
                rejected(new InclusionProof(proof.index(), proof.treeSize() * 1024, proof.path()), leaf, root);
            }
        });
        consistencyProofs().forEach(proof -> {
            Hash oldRoot = REFERENCE.root((int) proof.oldSize());
            Hash newRoot = REFERENCE.root((int) proof.newSize());
            rejected(new ConsistencyProof(proof.oldSize(), 2 * proof.newSize(), proof.path()), oldRoot, newRoot);
        });
    }

    @Test
    void theFailureSaysWhatIsWrong() {
        Hash leaf = LEAVES.get(3);
        Hash root = REFERENCE.root(7);
        List<Hash> path = REFERENCE.path(3, 7);

        assertThat(failure(new InclusionProof(3, 7, path.subList(0, 2)), leaf, root))
                .isEqualTo(new ProofFailure.PathTooShort(2, 7));
        assertThat(failure(new InclusionProof(3, 7, joined(path, path)), leaf, root))
                .isEqualTo(new ProofFailure.PathTooLong(6, 7));
        assertThat(failure(new InclusionProof(3, 7, path), leaf, OTHER))
                .isEqualTo(new ProofFailure.RootMismatch(7, OTHER, root));
        assertThat(failure(new InclusionProof(0, 0, List.of()), leaf, MerkleHashing.EMPTY_ROOT))
                .isEqualTo(new ProofFailure.IndexOutsideTree(0, 0));
        assertThatThrownBy(() -> new ConsistencyProof(7, 3, List.of()).verify(root, root))
                .isInstanceOf(InvalidProofException.class)
                .hasMessage("A tree of 7 entries cannot come before one of 3 entries.");
        assertThatThrownBy(() -> new ConsistencyProof(3, 7, List.of()).verify(REFERENCE.root(3), root))
                .hasMessage("A path of 0 hashes ends below the root of a tree of 7 entries.");
        assertThatThrownBy(() -> new ConsistencyProof(3, 7, joined(REFERENCE.proof(3, 7), List.of(OTHER)))
                        .verify(REFERENCE.root(3), root))
                .hasMessage("A path of 5 hashes goes beyond the root of a tree of 7 entries.");
    }

    @Test
    void withoutAPathOnlyTheSameTreeAndTheEmptyTreeAreProven() {
        Hash root = REFERENCE.root(8);

        rejected(new ConsistencyProof(8, 8, List.of()), root, OTHER);
        rejected(new ConsistencyProof(8, 8, List.of(OTHER)), root, root);
        rejected(new ConsistencyProof(8, 8, List.of(root)), root, root);
        rejected(new ConsistencyProof(0, 8, List.of(root)), MerkleHashing.EMPTY_ROOT, root);
        rejected(new ConsistencyProof(0, 8, List.of()), OTHER, root);
        rejected(new ConsistencyProof(0, 0, List.of()), MerkleHashing.EMPTY_ROOT, OTHER);
        rejected(new ConsistencyProof(0, 0, List.of()), OTHER, OTHER);
        assertThatCode(() -> new ConsistencyProof(0, 0, List.of())
                        .verify(MerkleHashing.EMPTY_ROOT, MerkleHashing.EMPTY_ROOT))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, -1"})
    void negativeNumbersAreNoProof(long first, long second) {
        assertThatThrownBy(() -> new InclusionProof(first, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsistencyProof(first, second, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverTheForeignVerifierRefusesIsRefusedHereToo() {
        inclusionProofs().forEach(proof -> {
            Hash leaf = LEAVES.get((int) proof.index());
            for (int size = 1; size <= LARGEST; size++) {
                InclusionProof claim = new InclusionProof(proof.index(), size, proof.path());
                Hash root = REFERENCE.root(size);
                assertThat(accepts(claim, leaf, root))
                        .as("%s in a tree of %d", proof, size)
                        .isEqualTo(ForeignVerifier.accepts(claim, leaf, root));
            }
        });
        consistencyProofs().forEach(proof -> {
            Hash oldRoot = REFERENCE.root((int) proof.oldSize());
            for (int size = (int) proof.oldSize() + 1; size <= LARGEST; size++) {
                ConsistencyProof claim = new ConsistencyProof(proof.oldSize(), size, proof.path());
                Hash newRoot = REFERENCE.root(size);
                assertThat(accepts(claim, oldRoot, newRoot))
                        .as("%s to a tree of %d", proof, size)
                        .isEqualTo(ForeignVerifier.accepts(claim, oldRoot, newRoot));
            }
        });
    }

    private static boolean accepts(InclusionProof proof, Hash leaf, Hash root) {
        return failure(proof, leaf, root) == null;
    }

    private static boolean accepts(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
        try {
            proof.verify(oldRoot, newRoot);
            return true;
        } catch (InvalidProofException _) {
            return false;
        }
    }

    private static ProofFailure failure(InclusionProof proof, Hash leaf, Hash root) {
        try {
            proof.verify(leaf, root);
            return null;
        } catch (InvalidProofException e) {
            return e.failure();
        }
    }

    private static void rejected(InclusionProof proof, Hash leaf, Hash root) {
        assertThat(accepts(proof, leaf, root)).as("%s", proof).isFalse();
    }

    private static void rejected(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
        assertThat(accepts(proof, oldRoot, newRoot)).as("%s", proof).isFalse();
    }

    private static List<Hash> joined(List<Hash> first, List<Hash> second) {
        List<Hash> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}

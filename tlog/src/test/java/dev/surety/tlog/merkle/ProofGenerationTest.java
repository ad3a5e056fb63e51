package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.testing.ForeignVerifier;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every proof of every tree up to 300 entries, against the recursive definitions and a foreign verifier. */
class ProofGenerationTest {
    private static final int LARGEST = 300;
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(LARGEST);
    private static final List<Hash> LEAVES = REFERENCE.leafHashes();
    private static final MerkleTree TREE = tree();

    @Test
    void theRootOfEverySizeIsTheOneOfTheDefinition() {
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(TREE.rootAt(size)).as("size %d", size).isEqualTo(REFERENCE.root(size));
        }
    }

    @Test
    void everyInclusionProofIsTheOneOfTheDefinition() throws InvalidProofException {
        for (int size = 1; size <= LARGEST; size++) {
            Hash root = REFERENCE.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, TREE);

                assertThat(proof.path()).as("%d of %d", index, size).isEqualTo(REFERENCE.path(index, size));
                proof.verify(LEAVES.get(index), root);
                assertThat(ForeignVerifier.accepts(proof, LEAVES.get(index), root))
                        .as("%d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void everyConsistencyProofIsTheOneOfTheDefinition() throws InvalidProofException {
        for (int newSize = 1; newSize <= LARGEST; newSize++) {
            Hash newRoot = REFERENCE.root(newSize);
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                ConsistencyProof proof = ConsistencyProof.of(oldSize, newSize, TREE);
                Hash oldRoot = REFERENCE.root(oldSize);

                assertThat(proof.path()).as("%d to %d", oldSize, newSize).isEqualTo(REFERENCE.proof(oldSize, newSize));
                proof.verify(oldRoot, newRoot);
                assertThat(ForeignVerifier.accepts(proof, oldRoot, newRoot))
                        .as("%d to %d", oldSize, newSize)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTreeContinuesTheEmptyOne() throws InvalidProofException {
        for (int newSize = 0; newSize <= LARGEST; newSize++) {
            ConsistencyProof proof = ConsistencyProof.of(0, newSize, TREE);

            assertThat(proof.path()).isEmpty();
            proof.verify(MerkleHashing.EMPTY_ROOT, REFERENCE.root(newSize));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 5", "0, 0", "6, 5"})
    void thereIsNoProofOfAnEntryThatDoesNotExist(long index, long size) {
        assertThatThrownBy(() -> InclusionProof.of(index, size, TREE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void thereIsNoProofThatATreeShrank(long oldSize, long newSize) {
        assertThatThrownBy(() -> ConsistencyProof.of(oldSize, newSize, TREE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "8, 1", "9, 0", "64, 0", "-1, 0", "0, -1"})
    void aTreeHasNoNodesBeyondItsEdge(int level, long index) {
        assertThatThrownBy(() -> TREE.read(level, index)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void appendingTellsTheIndex() {
        MerkleTree tree = new MerkleTree();

        assertThat(tree.append(LEAVES.get(0))).isZero();
        assertThat(tree.append(LEAVES.get(1))).isEqualTo(1);
        assertThat(tree.size()).isEqualTo(2);
    }

    private static MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        LEAVES.forEach(tree::append);
        return tree;
    }
}

package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactRangeTest {
    private static final int LARGEST = 300;
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(LARGEST);
    private static final List<Hash> LEAVES = REFERENCE.leafHashes();

    @Test
    void growingOneByOneGivesTheRootOfEverySize() {
        CompactRange range = CompactRange.EMPTY;
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(range.root()).as("size %d", size).isEqualTo(REFERENCE.root(size));
            assertThat(range.size()).isEqualTo(size);
            assertThat(CompactRange.parse(range.toBytes())).isEqualTo(range);
            range = size < LARGEST ? range.plus(LEAVES.get(size)) : range;
        }
    }

    @Test
    void howEntriesAreBatchedMakesNoDifference() {
        CompactRange atOnce = CompactRange.EMPTY.plusAll(LEAVES);

        assertThat(CompactRange.EMPTY
                        .plusAll(LEAVES.subList(0, 129))
                        .plusAll(List.of())
                        .plusAll(LEAVES.subList(129, LARGEST)))
                .isEqualTo(atOnce);
        assertThat(atOnce.root()).isEqualTo(REFERENCE.root(LARGEST));
    }

    @Test
    void theOldFrontierStaysAsItWas() {
        CompactRange before = CompactRange.EMPTY.plusAll(LEAVES.subList(0, 7));
        byte[] bytes = before.toBytes();

        assertThat(before.plus(LEAVES.get(7)).hashes()).hasSize(1);

        assertThat(before.toBytes()).isEqualTo(bytes);
        assertThat(before.hashes()).hasSize(3);
    }

    @Test
    void aFrontierIsReadFromTheNodesOfATree() {
        MerkleTree tree = new MerkleTree();
        LEAVES.forEach(tree::append);

        assertThat(CompactRange.of(LARGEST, tree)).isEqualTo(CompactRange.EMPTY.plusAll(LEAVES));
        assertThat(CompactRange.of(77, tree)).isEqualTo(CompactRange.EMPTY.plusAll(LEAVES.subList(0, 77)));
        assertThat(CompactRange.of(0, tree)).isEqualTo(CompactRange.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8 + 31, 8 + 32, 8 + 64 + 1, 8 + 96})
    void bytesThatAreNoFrontierAreRefused(int length) {
        byte[] frontierOfThree =
                CompactRange.EMPTY.plusAll(LEAVES.subList(0, 3)).toBytes();

        assertThatThrownBy(() -> CompactRange.parse(Arrays.copyOf(frontierOfThree, length)))
                .isInstanceOf(TlogFormatException.class);
    }

    @Test
    void aNegativeSizeIsRefused() {
        byte[] bytes = new byte[8 + Hash.LENGTH];
        bytes[0] = (byte) 0x80;

        assertThatThrownBy(() -> CompactRange.parse(bytes)).isInstanceOf(TlogFormatException.class);
    }
}

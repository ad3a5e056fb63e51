package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.testing.BitFlip;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every tree, whatever its entries are. */
class ProofPropertiesTest {
    @Property(tries = 300)
    void everyEntryIsProvenAndNoOtherInItsPlace(
            @ForAll @Size(min = 1, max = 200) List<byte[]> entries,
            @ForAll @IntRange(max = 199) int someIndex,
            @ForAll byte[] otherEntry)
            throws InvalidProofException {
        int index = someIndex % entries.size();
        MerkleTree tree = MerkleTree.of(entries);
        InclusionProof proof = InclusionProof.of(index, entries.size(), tree);

        proof.verify(MerkleHashing.leafHash(entries.get(index)), tree.root());

        Hash other = MerkleHashing.leafHash(otherEntry);
        if (!other.equals(tree.read(0, index))) {
            assertThatThrownBy(() -> proof.verify(other, tree.root())).isInstanceOf(InvalidProofException.class);
        }
    }

    @Property(tries = 300)
    void growthIsProvenAndARewrittenEntryIsNot(
            @ForAll @Size(min = 2, max = 200) List<byte[]> entries,
            @ForAll @IntRange(max = 199) int someSize,
            @ForAll @IntRange(max = 199) int someIndex)
            throws InvalidProofException {
        int oldSize = 1 + someSize % (entries.size() - 1);
        int rewritten = someIndex % oldSize;
        MerkleTree tree = MerkleTree.of(entries);

        ConsistencyProof.of(oldSize, entries.size(), tree).verify(tree.rootAt(oldSize), tree.root());

        MerkleTree forged = new MerkleTree();
        for (int i = 0; i < entries.size(); i++) {
            Hash leaf = tree.read(0, i);
            forged.append(i == rewritten ? BitFlip.flip(leaf, 7) : leaf);
        }
        ConsistencyProof forgedProof = ConsistencyProof.of(oldSize, entries.size(), forged);
        assertThatThrownBy(() -> forgedProof.verify(tree.rootAt(oldSize), forged.root()))
                .isInstanceOf(InvalidProofException.class);
    }

    @Property(tries = 300)
    void theFrontierKnowsTheRootHoweverItGrew(
            @ForAll @Size(max = 100) List<byte[]> first, @ForAll @Size(max = 100) List<byte[]> second) {
        List<byte[]> all = new ArrayList<>(first);
        all.addAll(second);

        CompactRange grown = CompactRange.EMPTY.plusAll(leafHashes(first)).plusAll(leafHashes(second));

        assertThat(grown.root()).isEqualTo(MerkleTree.of(all).root());
        assertThat(CompactRange.parse(grown.toBytes())).isEqualTo(grown);
    }

    private static List<Hash> leafHashes(List<byte[]> entries) {
        return entries.stream().map(MerkleHashing::leafHash).toList();
    }
}

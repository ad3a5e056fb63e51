package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.merkle.ConsistencyProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.ForeignVerifier;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of more than one tile, which no published vectors cover: proofs come from tiles alone. */
class ProofsFromTilesTest {
    private static final int LARGEST = 70_000;
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(LARGEST);
    private static final List<Hash> LEAVES = REFERENCE.leafHashes();

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 511, 513, 65_535, 65_536, 65_537, LARGEST})
    void inclusionIsProvenFromTiles(int size) throws InvalidProofException {
        TileSource tiles = tiles(size);
        Hash root = REFERENCE.root(size);
        for (int index : samples(size)) {
            InclusionProof proof = InclusionProof.of(index, size, new TileHashReader(tiles, size));

            assertThat(proof.path()).as("%d of %d", index, size).isEqualTo(REFERENCE.path(index, size));
            proof.verify(LEAVES.get(index), root);
            assertThat(ForeignVerifier.accepts(proof, LEAVES.get(index), root)).isTrue();
            assertThatThrownBy(() -> proof.verify(BitFlip.flip(LEAVES.get(index), index % 256), root))
                    .isInstanceOf(InvalidProofException.class);
            InclusionProof doubled = new InclusionProof(index, 2L * size, proof.path());
            assertThatThrownBy(() -> doubled.verify(LEAVES.get(index), root)).isInstanceOf(InvalidProofException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 511, 513, 65_535, 65_536, 65_537, LARGEST})
    void growthIsProvenFromTiles(int newSize) throws InvalidProofException {
        TileSource tiles = tiles(newSize);
        Hash newRoot = REFERENCE.root(newSize);
        for (int oldSize : samples(newSize)) {
            if (oldSize > 0) {
                Hash oldRoot = REFERENCE.root(oldSize);
                ConsistencyProof proof = ConsistencyProof.of(oldSize, newSize, new TileHashReader(tiles, newSize));

                assertThat(proof.path()).as("from %d", oldSize).isEqualTo(REFERENCE.proof(oldSize, newSize));
                proof.verify(oldRoot, newRoot);
                assertThat(ForeignVerifier.accepts(proof, oldRoot, newRoot)).isTrue();
                assertThatThrownBy(() -> proof.verify(newRoot, oldRoot)).isInstanceOf(InvalidProofException.class);
            }
        }
    }

    @Test
    void everyNodeOfATreeIsAnsweredAndNoOther() {
        int size = 1_300;
        TileHashReader reader = new TileHashReader(tiles(size), size);
        for (int level = 0; 1 << level <= size; level++) {
            int nodes = size >>> level;
            for (int index = 0; index < nodes; index++) {
                assertThat(reader.read(level, index))
                        .as("level %d, index %d", level, index)
                        .isEqualTo(REFERENCE.range(index << level, (index + 1) << level));
            }
            int beyond = nodes;
            int beyondLevel = level;
            assertThatThrownBy(() -> reader.read(beyondLevel, beyond)).isInstanceOf(NoSuchElementException.class);
        }
        assertThatThrownBy(() -> reader.read(64, 0)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> reader.read(-1, 0)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> reader.read(0, -1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aProofNeedsFewTilesAndAsksForEachOnce() {
        Set<TileCoordinates> asked = new HashSet<>();
        TileSource tiles = tiles(LARGEST);
        TileSource counting = coordinates -> {
            assertThat(asked.add(coordinates))
                    .as("%s for the first time", coordinates)
                    .isTrue();
            return tiles.tile(coordinates);
        };

        InclusionProof proof = InclusionProof.of(12_345, LARGEST, new TileHashReader(counting, LARGEST));

        assertThat(proof.path()).hasSize(17);
        assertThat(asked).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aWrongTileGivesAProofThatDoesNotVerify() {
        TileSource tiles = tiles(LARGEST);
        TileSource lying = coordinates -> {
            Tile tile = tiles.tile(coordinates);
            return Tile.parse(coordinates, BitFlip.flip(tile.bytes(), 0));
        };

        InclusionProof proof = InclusionProof.of(12_345, LARGEST, new TileHashReader(lying, LARGEST));

        assertThatThrownBy(() -> proof.verify(LEAVES.get(12_345), REFERENCE.root(LARGEST)))
                .isInstanceOf(InvalidProofException.class);
    }

    private static TileSource tiles(int size) {
        Map<TileCoordinates, Tile> tiles = new HashMap<>();
        TreeEdge.Extension extension = TreeEdge.EMPTY.extendedBy(LEAVES.subList(0, size));
        extension.completed().forEach(tile -> tiles.put(tile.coordinates(), tile));
        extension.edge().partialTiles().forEach(tile -> tiles.put(tile.coordinates(), tile));
        return coordinates -> {
            Tile tile = tiles.get(coordinates);
            if (tile == null) {
                throw new MissingResourceException(coordinates.path());
            }
            return tile;
        };
    }

    /** Both ends, the neighbourhood of every power of two, and some in between; always the same ones. */
    private static Set<Integer> samples(int size) {
        Set<Integer> samples = new TreeSet<>();
        for (int power = 1; power / 2 < size; power *= 2) {
            samples.addAll(List.of(power - 1, power, power + 1, size - power));
        }
        Random random = new Random(size);
        random.ints(40, 0, size).forEach(samples::add);
        samples.removeIf(sample -> sample < 0 || sample >= size);
        return samples;
    }
}

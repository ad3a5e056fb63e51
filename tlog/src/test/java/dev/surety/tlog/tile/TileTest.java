package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(256);
    private static final Tile FULL = Tile.of(TileCoordinates.full(0, 0), REFERENCE.leafHashes());

    @Test
    void aTileAnswersEveryNodeOfItsEightLevels() {
        for (int height = 0; height <= 8; height++) {
            int leaves = 1 << height;
            for (int position = 0; position < 256; position += leaves) {
                assertThat(FULL.node(height, position))
                        .as("height %d, position %d", height, position)
                        .isEqualTo(REFERENCE.range(position, position + leaves));
            }
        }
        assertThat(FULL.root()).isEqualTo(REFERENCE.root(256));
        assertThat(FULL.hash(255)).isEqualTo(REFERENCE.range(255, 256));
    }

    @Test
    void aTileIsReadFromItsFile() {
        assertThat(FULL.bytes()).hasSize(8192);
        assertThat(Tile.parse(FULL.coordinates(), FULL.bytes())).isEqualTo(FULL).hasSameHashCodeAs(FULL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8193, 8160, 8224})
    void aFileOfAnotherLengthIsRefused(int length) {
        byte[] bytes = Arrays.copyOf(FULL.bytes(), length);

        assertThatThrownBy(() -> Tile.parse(FULL.coordinates(), bytes))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("tile/0/000 has 8192 bytes, not " + length);
    }

    @Test
    void aPartialTileIsTheBeginningOfTheFullOne() {
        Tile partial = FULL.narrowedTo(17);

        assertThat(partial.coordinates().path()).isEqualTo("tile/0/000.p/17");
        assertThat(partial.hashes()).isEqualTo(FULL.hashes().subList(0, 17));
        assertThatThrownBy(partial::root).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> partial.hash(17)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> partial.node(4, 16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> partial.narrowedTo(18)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.of(partial.coordinates(), FULL.hashes())).isInstanceOf(TlogFormatException.class);
    }
}

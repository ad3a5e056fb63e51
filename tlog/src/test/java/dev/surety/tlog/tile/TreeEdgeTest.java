package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.CompactRange;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeEdgeTest {
    private static final int LARGEST = 66_000;
    private static final ReferenceTree REFERENCE = ReferenceTree.ofSize(LARGEST);
    private static final List<Hash> LEAVES = REFERENCE.leafHashes();

    @Test
    void theRootOfEverySmallSizeIsTheOneOfTheDefinition() {
        TreeEdge edge = TreeEdge.EMPTY;
        for (int size = 0; size <= 600; size++) {
            assertThat(edge.size()).isEqualTo(size);
            assertThat(edge.root()).as("size %d", size).isEqualTo(REFERENCE.root(size));
            edge = edge.extendedBy(List.of(LEAVES.get(size))).edge();
        }
    }

    @Property(tries = 40)
    void howEntriesAreBatchedMakesNoDifference(
            @ForAll @IntRange(max = LARGEST) int a, @ForAll @IntRange(max = LARGEST) int b) {
        int middle = Math.min(a, b);
        int end = Math.max(a, b);
        TreeEdge.Extension atOnce = TreeEdge.EMPTY.extendedBy(LEAVES.subList(0, end));

        TreeEdge.Extension first = TreeEdge.EMPTY.extendedBy(LEAVES.subList(0, middle));
        TreeEdge.Extension second = first.edge().extendedBy(LEAVES.subList(middle, end));

        assertThat(second.edge()).isEqualTo(atOnce.edge());
        assertThat(second.edge().root()).isEqualTo(REFERENCE.root(end));
        assertThat(second.edge().frontier()).isEqualTo(CompactRange.EMPTY.plusAll(LEAVES.subList(0, end)));
        List<Tile> completed = new ArrayList<>(first.completed());
        completed.addAll(second.completed());
        assertThat(completed).isEqualTo(atOnce.completed());
        assertThat(second.completed())
                .extracting(Tile::coordinates)
                .containsExactlyInAnyOrderElementsOf(TileLayout.completedBetween(middle, end));
    }

    @Test
    void theOldEdgeStaysAsItWas() {
        TreeEdge before = TreeEdge.EMPTY.extendedBy(LEAVES.subList(0, 255)).edge();

        assertThat(before.extendedBy(LEAVES.subList(255, 300)).completed())
                .extracting(Tile::coordinates)
                .containsExactly(TileCoordinates.full(0, 0));

        assertThat(before.size()).isEqualTo(255);
        assertThat(before.root()).isEqualTo(REFERENCE.root(255));
    }

    @Test
    void aLogIsTakenUpFromItsPartialTilesOrFromItsFullOnes() {
        for (int size : new int[] {0, 1, 255, 256, 257, 65_535, 65_536, 65_537, LARGEST}) {
            TreeEdge.Extension written = TreeEdge.EMPTY.extendedBy(LEAVES.subList(0, size));
            Map<TileCoordinates, Tile> full = byCoordinates(written.completed());
            Map<TileCoordinates, Tile> partial = byCoordinates(written.edge().partialTiles());
            List<Hash> tail = LEAVES.subList(size - size % 256, size);

            assertThat(TreeEdge.resume(size, partial::get)).as("size %d", size).isEqualTo(written.edge());
            assertThat(TreeEdge.rebuild(size, tail, full::get))
                    .as("size %d", size)
                    .isEqualTo(written.edge())
                    .hasSameHashCodeAs(written.edge());
        }
    }

    @Test
    void aTailThatDoesNotFitTheSizeIsRefused() {
        assertThatThrownBy(() -> TreeEdge.rebuild(257, List.of(), _ -> null))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("after the last full tile, a log of 257 entries has 1 leaf hashes, not 0");
    }

    private static Map<TileCoordinates, Tile> byCoordinates(List<Tile> tiles) {
        Map<TileCoordinates, Tile> byCoordinates = new HashMap<>();
        tiles.forEach(tile -> byCoordinates.put(tile.coordinates(), tile));
        return byCoordinates;
    }
}

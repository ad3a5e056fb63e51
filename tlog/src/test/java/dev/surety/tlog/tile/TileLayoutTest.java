package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileLayoutTest {
    @Test
    void seventyThousandEntriesAreLaidOutAsTheSpecificationSays() {
        List<TileCoordinates> full = TileLayout.completedBetween(0, 70_000);

        assertThat(full).hasSize(274);
        assertThat(full.subList(0, 273)).allMatch(tile -> tile.level() == 0);
        assertThat(full.getLast()).isEqualTo(TileCoordinates.full(1, 0));
        assertThat(TileLayout.partials(70_000))
                .extracting(TileCoordinates::path)
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | ''",
                "1     | tile/0/000.p/1",
                "255   | tile/0/000.p/255",
                "256   | tile/1/000.p/1",
                "257   | tile/0/001.p/1 tile/1/000.p/1",
                "65535 | tile/0/255.p/255 tile/1/000.p/255",
                "65536 | tile/2/000.p/1",
                "65537 | tile/0/256.p/1 tile/2/000.p/1"
            })
    void theRightEdgeHasNoEmptyTile(long size, String paths) {
        assertThat(String.join(
                        " ",
                        TileLayout.partials(size).stream()
                                .map(TileCoordinates::path)
                                .toList()))
                .isEqualTo(paths);
    }

    @Test
    void aTileThatIsPartialInASmallerTreeIsFullInALargerOne() {
        assertThat(TileLayout.tile(0, 1, 300)).contains(new TileCoordinates(0, 1, 44));
        assertThat(TileLayout.tile(0, 1, 512)).contains(TileCoordinates.full(0, 1));
        assertThat(TileLayout.tile(0, 2, 512)).isEmpty();
        assertThat(TileLayout.tile(1, 0, 255)).isEmpty();
        assertThat(TileLayout.tile(8, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(TileLayout.bundle(1, 300)).contains(new BundleCoordinates(1, 44));
        assertThat(TileLayout.bundle(2, 300)).isEmpty();
    }

    @Test
    void theLargestLogHasTilesOnEightLevels() {
        assertThat(TileLayout.partials(Long.MAX_VALUE)).hasSize(8).last().isEqualTo(new TileCoordinates(7, 0, 127));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "-1, 5"})
    void aTreeDoesNotShrink(long oldSize, long newSize) {
        assertThatThrownBy(() -> TileLayout.completedBetween(oldSize, newSize))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void growingInTwoStepsCompletesTheSameTiles(
            @ForAll @LongRange(max = 200_000) long a, @ForAll @LongRange(max = 200_000) long b) {
        long middle = Math.min(a, b);
        long end = Math.max(a, b);
        List<TileCoordinates> steps = new ArrayList<>(TileLayout.completedBetween(0, middle));
        steps.addAll(TileLayout.completedBetween(middle, end));

        assertThat(steps).containsExactlyInAnyOrderElementsOf(TileLayout.completedBetween(0, end));
    }
}

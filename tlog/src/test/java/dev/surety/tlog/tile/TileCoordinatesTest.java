package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileCoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 5, 256, tile/0/005",
        "0, 1234, 17, tile/0/x001/234.p/17",
        "1, 999, 1, tile/1/999.p/1",
        "2, 1000, 255, tile/2/x001/000.p/255",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "63, 0, 256, tile/63/000",
        "0, 36028797018963967, 256, tile/0/x036/x028/x797/x018/x963/967"
    })
    void aTileHasOnePath(int level, long index, int width, String path) {
        TileCoordinates tile = new TileCoordinates(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(TileCoordinates.parse(path)).contains(tile);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 256, tile/entries/000",
        "1234067, 256, tile/entries/x001/x234/067",
        "1234, 17, tile/entries/x001/234.p/17"
    })
    void aBundleHasOnePath(long index, int width, String path) {
        BundleCoordinates bundle = new BundleCoordinates(index, width);

        assertThat(bundle.path()).isEqualTo(path);
        assertThat(BundleCoordinates.parse(path)).contains(bundle);
        assertThat(bundle.firstEntry()).isEqualTo(index * 256);
        assertThat(bundle.leafTile()).isEqualTo(new TileCoordinates(0, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile",
                "/tile/0/000",
                "tile/0/000/",
                "tile/00/000",
                "tile/01/000",
                "tile/64/000",
                "tile/100/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/x000/x001/234",
                "tile/0/001/234",
                "tile/0/x001",
                "tile/0/x001/x234",
                "tile/0/X001/234",
                "tile/0/x001/x001/x001/x001/x001/x001/001",
                "tile/0/000.p/0",
                "tile/0/000.p/01",
                "tile/0/000.p/256",
                "tile/0/000.p/999",
                "tile/0/000.p/",
                "tile/0/000.p/-1",
                "tile/0/000p/1",
                "tile/0/000.p/1/",
                "tile/0/٠٠١",
                "tile/0/000\n",
                "tile/8/entries/000",
                "tile/entries/000"
            })
    void anyOtherPathIsNoTile(String path) {
        assertThat(TileCoordinates.parse(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/entries/0",
                "tile/entries/x000/001",
                "tile/entries/000.p/256",
                "tile/entries/000.p/0",
                "tile/entries/x999/x999/x999/x999/x999/999",
                "tile/0/000",
                "tile/entries/000/"
            })
    void anyOtherPathIsNoBundle(String path) {
        assertThat(BundleCoordinates.parse(path)).isEmpty();
    }

    @Test
    void aVeryLongPathIsRefusedWithoutHarm() {
        assertThat(TileCoordinates.parse("tile/0/" + "x001/".repeat(100_000) + "001"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1", "64, 0, 1", "0, -1, 1", "0, 0, 0", "0, 0, 257"})
    void impossibleCoordinatesAreRefused(int level, long index, int width) {
        assertThatThrownBy(() -> new TileCoordinates(level, index, width)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void everyPathIsReadBack(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(max = Long.MAX_VALUE / 256) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TileCoordinates tile = new TileCoordinates(level, index, width);
        BundleCoordinates bundle = new BundleCoordinates(index, width);

        assertThat(TileCoordinates.parse(tile.path())).contains(tile);
        assertThat(BundleCoordinates.parse(bundle.path())).contains(bundle);
    }
}

package dev.surety.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.testing.Entries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    private static final BundleCoordinates TWO = new BundleCoordinates(0, 2);

    @Test
    void eachEntryStandsBehindItsLength() {
        EntryBundle bundle = EntryBundle.of(TWO, List.of(new byte[] {7}, new byte[300]));
        byte[] bytes = bundle.bytes();

        assertThat(bytes).hasSize(2 + 1 + 2 + 300);
        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 1, 7, 1, 44);
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 256) List<byte[]> entries) {
        BundleCoordinates coordinates = new BundleCoordinates(3, entries.size());
        EntryBundle written = EntryBundle.of(coordinates, entries);

        EntryBundle read = EntryBundle.parse(coordinates, written.bytes());

        assertThat(read).isEqualTo(written);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(read.entry(i)).isEqualTo(entries.get(i));
            assertThat(read.leafHash(i)).isEqualTo(MerkleHashing.leafHash(entries.get(i)));
        }
        assertThat(read.leafHashes())
                .isEqualTo(entries.stream().map(MerkleHashing::leafHash).toList());
    }

    @Test
    void aFileCutAnywhereOrContinuedIsRefused() {
        byte[] bytes = EntryBundle.of(TWO, Entries.of("one", "two")).bytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EntryBundle.parse(TWO, cut)).isInstanceOf(TlogFormatException.class);
        }
        assertThatThrownBy(() -> EntryBundle.parse(TWO, Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessage("tile/entries/000.p/2 goes on after its last entry");
        assertThatThrownBy(() -> EntryBundle.parse(new BundleCoordinates(0, 3), bytes))
                .hasMessage("tile/entries/000.p/3 ends before entry 2");
        assertThatThrownBy(() -> EntryBundle.parse(new BundleCoordinates(0, 1), bytes))
                .isInstanceOf(TlogFormatException.class);
    }

    @Test
    void theLongestEntryFitsAndALongerOneDoesNot() {
        EntryBundle bundle = EntryBundle.of(TWO, List.of(new byte[0], new byte[65_535]));

        assertThat(EntryBundle.parse(TWO, bundle.bytes()).entry(1)).hasSize(65_535);
        assertThatThrownBy(() -> EntryBundle.of(TWO, List.of(new byte[0], new byte[65_536])))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("entry 1 has 65536 bytes: at most 65535 were expected");
        assertThatThrownBy(() -> EntryBundle.of(TWO, Entries.of("one"))).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void aSmallerLogHadTheBeginningOfTheBundle() {
        BundleCoordinates full = new BundleCoordinates(1, 256);
        EntryBundle bundle = EntryBundle.of(full, Entries.numbered(256));

        assertThat(bundle.narrowedTo(17)).isEqualTo(EntryBundle.of(new BundleCoordinates(1, 17), Entries.numbered(17)));
        assertThatThrownBy(() -> bundle.narrowedTo(17).narrowedTo(18)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bundle.entry(256)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}

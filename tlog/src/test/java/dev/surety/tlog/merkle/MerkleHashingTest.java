package dev.surety.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.testing.Entries;
import dev.surety.tlog.testing.ReferenceTree;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleHashingTest {
    /** The entries of the tree that the first CT implementation published with its tests. */
    private static final List<byte[]> CT_ENTRIES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theReferenceTreeHasThePublishedRoots(int size, String root) {
        List<byte[]> entries = CT_ENTRIES.subList(0, size);

        assertThat(MerkleTree.of(entries).root().toHex()).isEqualTo(root);
        assertThat(new ReferenceTree(entries).root(size).toHex()).isEqualTo(root);
    }

    @Test
    void theEmptyTreeHashesNothing() {
        assertThat(MerkleHashing.EMPTY_ROOT.toBase64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(new MerkleTree().root()).isEqualTo(MerkleHashing.EMPTY_ROOT);
        assertThat(new ReferenceTree(List.of()).root(0)).isEqualTo(MerkleHashing.EMPTY_ROOT);
    }

    @Test
    void anEntryThatImitatesANodeHashesDifferently() {
        Hash left = MerkleHashing.leafHash(new byte[] {1});
        Hash right = MerkleHashing.leafHash(new byte[] {2});
        byte[] imitation = new byte[2 * Hash.LENGTH];
        left.copyTo(imitation, 0);
        right.copyTo(imitation, Hash.LENGTH);

        assertThat(MerkleHashing.leafHash(imitation)).isNotEqualTo(MerkleHashing.nodeHash(left, right));
    }

    @Test
    void anEntryIsHashedWhereItStands() {
        byte[] buffer = {9, 9, 0x20, 0x21, 9};

        assertThat(MerkleHashing.leafHash(buffer, 2, 2)).isEqualTo(MerkleHashing.leafHash(CT_ENTRIES.get(3)));
        assertThatThrownBy(() -> MerkleHashing.leafHash(buffer, 4, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(MerkleHashing.leafHash(buffer, 2, 2))
                .as("a refused call leaves nothing behind in the digest")
                .isEqualTo(MerkleHashing.leafHash(CT_ENTRIES.get(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 64, 256})
    void aCompleteSubtreeIsFoldedInOneGo(int count) {
        ReferenceTree reference = ReferenceTree.ofSize(count + 1);
        byte[] hashes = new byte[(count + 1) * Hash.LENGTH];
        List<Hash> leaves = reference.leafHashes();
        IntStream.rangeClosed(0, count).forEach(i -> leaves.get(i).copyTo(hashes, i * Hash.LENGTH));

        assertThat(MerkleHashing.subtreeRoot(hashes, 0, count)).isEqualTo(reference.root(count));
        assertThat(MerkleHashing.subtreeRoot(hashes, Hash.LENGTH, count)).isEqualTo(reference.range(1, count + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 255, -1, Integer.MIN_VALUE})
    void anIncompleteSubtreeIsNoNode(int count) {
        assertThatThrownBy(() -> MerkleHashing.subtreeRoot(new byte[256 * Hash.LENGTH], 0, count))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threadsDoNotDisturbOneAnother() throws InterruptedException, ExecutionException {
        Hash expected = MerkleTree.of(Entries.numbered(500)).root();
        Callable<Hash> work = () -> MerkleTree.of(Entries.numbered(500)).root();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Hash> root :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> work).toList())) {
                assertThat(root.get()).isEqualTo(expected);
            }
        }
    }
}

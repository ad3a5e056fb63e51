package dev.surety.guardrail.policy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.surety.guardrail.policy.StoredPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryPolicyStoreTest {
    @TempDir
    private Path directory;

    @Test
    void findsNothingWhereNoDirectoryIsConfigured() {
        assertThat(new DirectoryPolicyStore(Optional.empty()).load()).isEmpty();
    }

    @Test
    void readsFilesForEveryTenantAndDirectoriesForOne() throws IOException {
        // Given
        Files.writeString(directory.resolve("shop.yaml"), "shop");
        Files.writeString(directory.resolve("README.md"), "not a policy");
        Files.createDirectories(directory.resolve("acme"));
        Files.writeString(directory.resolve("acme/bank.yaml"), "bank");
        Files.createDirectories(directory.resolve("..2026_11_20"));
        Files.writeString(directory.resolve("..2026_11_20/shop.yaml"), "the same again, by Kubernetes");

        // When
        List<StoredPolicy> found = new DirectoryPolicyStore(Optional.of(directory)).load();

        // Then
        assertThat(found)
                .extracting(StoredPolicy::tenant, policy -> policy.source().text())
                .containsExactly(tuple(null, "shop"), tuple("acme", "bank"));
    }

    @Test
    void saysWhenTheDirectoryIsMissing() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> new DirectoryPolicyStore(Optional.of(missing)).load())
                .hasMessage("guardrail.policy.directory is " + missing
                        + ", which is not a directory: create it, or remove the setting");
    }
}

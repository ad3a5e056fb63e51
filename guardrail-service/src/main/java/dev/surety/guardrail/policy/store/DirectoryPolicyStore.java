package dev.surety.guardrail.policy.store;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.PolicyStore;
import dev.surety.guardrail.policy.StoredPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policies as {@code *.yaml} files in a directory: those directly in it hold for every tenant, those in a
 * sub-directory for the tenant of its name. On Kubernetes the directory is a mounted ConfigMap.
 */
@Singleton
public class DirectoryPolicyStore implements PolicyStore {
    private final Optional<Path> directory;

    @Inject
    DirectoryPolicyStore(GuardrailConfig config) {
        this(config.policy().directory());
    }

    DirectoryPolicyStore(Optional<Path> directory) {
        this.directory = directory;
    }

    @Override
    public List<StoredPolicy> load() {
        return directory.map(DirectoryPolicyStore::in).orElse(List.of());
    }

    /** The documents in that directory and those of its tenants. */
    public static List<StoredPolicy> in(Path root) {
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("guardrail.policy.directory is " + root
                    + ", which is not a directory: create it, or remove the setting");
        }
        List<StoredPolicy> found = new ArrayList<>(in(root, null));
        // Kubernetes keeps the versions of a ConfigMap in hidden directories beside the links to the newest.
        for (Path tenant :
                list(root, path -> Files.isDirectory(path) && !name(path).startsWith("."))) {
            found.addAll(in(tenant, name(tenant)));
        }
        return List.copyOf(found);
    }

    private static List<StoredPolicy> in(Path directory, @Nullable String tenant) {
        return list(directory, path -> Files.isRegularFile(path) && name(path).endsWith(".yaml")).stream()
                .map(file -> new StoredPolicy(tenant, new PolicySource(file.toString(), read(file))))
                .toList();
    }

    private static List<Path> list(Path directory, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}

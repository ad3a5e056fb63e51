package dev.surety.audit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A directory for the keys of the log that is as fresh as the servers are: an old mark would refuse a new database. */
public final class FreshKeys implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            // One directory per virtual machine, as there is one database per virtual machine.
            Path directory =
                    Path.of("target", "audit-keys-" + ProcessHandle.current().pid());
            return Map.of(
                    "audit.log.directory",
                    Files.createDirectories(directory).toString(),
                    "audit.log.create-keys",
                    "true");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {}
}

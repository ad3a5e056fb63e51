package dev.surety.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The main classes of every module, read from where the build left them. */
final class SuretyClasses implements LocationProvider {
    private static final Stream<String> MODULES = Stream.of(
            "contracts",
            "tlog",
            "service-kit",
            "launcher",
            "guardrail-service",
            "escalation-service",
            "audit-service",
            "bias-service");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return LocationsOnce.LOCATIONS;
    }

    private static final class LocationsOnce {
        private static final Set<Location> LOCATIONS = MODULES.map(module -> Path.of("..", module, "target", "classes"))
                .map(LocationsOnce::existing)
                .map(Location::of)
                .collect(Collectors.toUnmodifiableSet());

        private static Path existing(Path classes) {
            if (!Files.isDirectory(classes)) {
                throw new IllegalStateException(classes + " does not exist: build that module first");
            }
            return classes.toAbsolutePath().normalize();
        }
    }

    static JavaClasses all() {
        return new ClassFileImporter().importLocations(LocationsOnce.LOCATIONS);
    }
}

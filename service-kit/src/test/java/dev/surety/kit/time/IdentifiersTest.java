package dev.surety.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void freshOnesAreVersion7AndSortByTime() {
        // When
        Identifiers identifiers = new Identifiers();
        List<UUID> made = Stream.generate(identifiers::next).limit(1_000).toList();

        // Then
        assertThat(made).allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
        assertThat(made.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aNamedOneNeverChanges() {
        assertThat(Identifiers.named("acme", "request-1"))
                .isEqualTo(UUID.fromString("363712db-9a4b-5b47-b4d1-4c78f52cf8a5"));
    }

    @Property
    void tenantAndNameAreKeptApart(
            @ForAll String tenant, @ForAll String name, @ForAll String otherTenant, @ForAll String otherName) {
        Assume.that(!tenant.equals(otherTenant) || !name.equals(otherName));

        assertThat(Identifiers.named(tenant, name)).isNotEqualTo(Identifiers.named(otherTenant, otherName));
    }

    @Property
    void noBoundaryBetweenTenantAndNameCanBeShifted(@ForAll String left, @ForAll String middle, @ForAll String right) {
        Assume.that(!middle.isEmpty());

        assertThat(Identifiers.named(left + middle, right)).isNotEqualTo(Identifiers.named(left, middle + right));
    }
}

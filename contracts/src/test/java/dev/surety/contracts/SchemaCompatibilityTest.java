package dev.surety.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed schemas in {@code src/main/resources/schemas} are the contract. A record that no longer matches its
 * schema fails the build; {@code -Dgolden.update} rewrites the schema, but only for a change that old readers and old
 * records survive.
 */
class SchemaCompatibilityTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final SchemaGenerator GENERATOR = generator();

    @ParameterizedTest
    @EnumSource
    void theRecordMatchesItsCommittedSchema(EventType type) throws IOException {
        Path file = SCHEMAS.resolve(type.type() + ".json");
        ObjectNode generated = GENERATOR.generateSchema(type.record());

        if (System.getProperty("golden.update") != null) {
            if (Files.exists(file)) {
                assertThat(BreakingChanges.between(JSON.readTree(file.toFile()), generated))
                        .as("breaking changes of %s: give the new form a type of its own, …v2", type.type())
                        .isEmpty();
            }
            Files.createDirectories(SCHEMAS);
            Files.writeString(file, JSON.writeValueAsString(generated) + "\n");
        }

        assertThat(file).as("schema of %s; -Dgolden.update writes it", type).exists();
        JsonNode committed = JSON.readTree(file.toFile());
        assertThat(BreakingChanges.between(committed, generated))
                .as("breaking changes of %s", type)
                .isEmpty();
        assertThat(JSON.writeValueAsString(generated))
                .as("a compatible change of %s: run with -Dgolden.update and commit the schema", type)
                .isEqualTo(JSON.writeValueAsString(committed));
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
                .withRequiredCheck(field -> isRequired(field.getRawMember().getDeclaringClass(), field.getName()))
                .withTargetTypeOverridesResolver(field -> field.getType().getErasedType() == Instant.class
                        ? List.of(field.getContext().resolve(String.class))
                        : null);
        return new SchemaGenerator(builder.build());
    }

    private static boolean isRequired(Class<?> owner, String name) {
        return Arrays.stream(owner.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getAnnotatedType)
                .noneMatch(SchemaCompatibilityTest::isNullable);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}

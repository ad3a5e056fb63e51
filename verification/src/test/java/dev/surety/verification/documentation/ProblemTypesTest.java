package dev.surety.verification.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.contracts.ProblemTypes;
import dev.surety.launcher.server.Workspace;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller who meets a problem type finds it in docs/api.md. */
class ProblemTypesTest {

    @Test
    void theApiGuideExplainsEachType() throws IOException {
        // Given
        List<String> types = Arrays.stream(ProblemTypes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == URI.class)
                .map(ProblemTypesTest::name)
                .toList();

        // When
        String guide = Files.readString(Workspace.locate().root().resolve("docs/api.md"));

        // Then
        assertThat(types).isNotEmpty().allSatisfy(type -> assertThat(guide).contains("`" + type + "`"));
    }

    private static String name(Field field) {
        try {
            String path = ((URI) field.get(null)).getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

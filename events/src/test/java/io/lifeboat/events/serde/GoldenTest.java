package io.lifeboat.events.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One golden file per event version, in both directions: old records stay readable, and a change of what is written is a
 * diff that somebody reviews. After a wanted change: {@code ./mvnw -pl events test -Dlifeboat.regenerate=true}.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static Stream<Event> events() {
        return Samples.all().stream();
    }

    private static Path fileOf(Class<? extends Event> type) {
        return FOLDER.resolve(EventTypes.nameOf(type) + ".json");
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldWriteWhatTheGoldenFileSays(Event event) throws IOException {
        String written =
                Json.mapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(Json.mapper().valueToTree(event)) + "\n";
        Path file = fileOf(event.getClass());
        if (Boolean.getBoolean("lifeboat.regenerate")) {
            Files.writeString(file, written);
        }

        assertThat(file)
                .as("after a wanted change: mvn -pl events test -Dlifeboat.regenerate=true")
                .hasContent(written);
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadWhatTheGoldenFileSays(Event event) throws IOException {
        byte[] golden = Files.readAllBytes(fileOf(event.getClass()));

        assertThat(Json.mapper().readValue(golden, event.getClass())).isEqualTo(event);
    }

    @Test
    void shouldHaveOneSampleAndOneFileForEveryType() throws IOException {
        List<String> names =
                EventTypes.all().stream().map(EventTypes::nameOf).sorted().toList();

        assertThat(Samples.all().stream().map(event -> EventTypes.nameOf(event.getClass())))
                .containsExactlyInAnyOrderElementsOf(names);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}

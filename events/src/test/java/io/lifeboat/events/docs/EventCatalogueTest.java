package io.lifeboat.events.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void shouldBeWhatIsMadeFromTheContract() throws IOException {
        Path file = AsyncApi.DOCS.resolve("event-catalogue.md");
        String made = new EventCatalogue(AsyncApi.read()).markdown();
        if (Boolean.getBoolean("lifeboat.regenerate")) {
            Files.writeString(file, made);
        }

        assertThat(file)
                .as("make it anew: ./mvnw -pl events test -Dlifeboat.regenerate=true")
                .hasContent(made);
    }
}

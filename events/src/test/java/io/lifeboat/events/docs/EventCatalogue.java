package io.lifeboat.events.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Makes {@code docs/event-catalogue.md} from the published contract. */
final class EventCatalogue {
    private static final String HEAD = """
            # Event catalogue

            Who writes what, who reads it, and why. Made from [asyncapi.yaml](asyncapi.yaml), which is checked against the code; do not
            edit it by hand: `./mvnw -pl events test -Dlifeboat.regenerate=true`. Every name is a link to an example.
            """;

    private final AsyncApi api;

    EventCatalogue(AsyncApi api) {
        this.api = api;
    }

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        api.channels().forEach(channel -> topic(page, channel));
        return page.toString();
    }

    private void topic(StringBuilder page, JsonNode channel) {
        page.append("\n## `%s`\n\n".formatted(channel.path("address").asText()));
        page.append("%s Key: %s. Kept: %s.\n\n"
                .formatted(
                        channel.path("description").asText(),
                        channel.path("x-key").asText(),
                        channel.path("x-kept").asText()));
        page.append("| event | what it says | written by | read by | why |\n|---|---|---|---|---|\n");
        api.messagesOf(channel).forEach(message -> row(page, message));
    }

    private static void row(StringBuilder page, JsonNode message) {
        page.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        name(message),
                        message.path("summary").asText(),
                        people(message.path("x-writers")),
                        people(message.path("x-readers")),
                        message.path("x-why").asText()));
    }

    private static String name(JsonNode message) {
        String name = message.path("name").asText();
        return message.has("x-example")
                ? "[`%s`](%s)".formatted(name, message.path("x-example").asText())
                : name;
    }

    private static String people(JsonNode names) {
        List<String> texts = AsyncApi.texts(names);
        return texts.isEmpty() ? "operators' tools" : String.join(", ", texts);
    }
}

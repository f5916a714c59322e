package io.lifeboat.events.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.Event;
import io.lifeboat.events.command.CommandEvent;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.IncidentEvent;
import io.lifeboat.events.serde.EventTypes;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.topic.Topics;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published contract says what the code says. */
class AsyncApiTest {
    private static final AsyncApi API = AsyncApi.read();

    static Stream<Class<? extends Event>> types() {
        return EventTypes.all().stream();
    }

    private static String topicOf(Class<? extends Event> type) {
        if (IncidentEvent.class.isAssignableFrom(type)) {
            return Topics.INCIDENTS;
        }
        if (FleetEvent.class.isAssignableFrom(type)) {
            return Topics.FLEET;
        }
        if (HealthEvent.class.isAssignableFrom(type)) {
            return Topics.HEALTH;
        }
        return CommandEvent.class.isAssignableFrom(type) ? Topics.COMMANDS : Topics.MEMBERS;
    }

    private static JsonNode messageOf(Class<? extends Event> type) {
        return API.channels().stream()
                .flatMap(channel -> API.messagesOf(channel).stream())
                .filter(message -> message.path("name").asText().equals(EventTypes.nameOf(type)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldNameEveryTopicOnceWhenItIsATopicOfLifeboat() {
        assertThat(API.channels().stream()
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topics.Spec::name).toList());
    }

    @Test
    void shouldNameEveryEventOnceInItsTopic() {
        Stream<String> published = API.channels().stream()
                .flatMap(channel -> API.messagesOf(channel).stream()
                        .filter(message -> message.path("name").asText().startsWith("io.lifeboat."))
                        .map(message -> channel.path("address").asText() + " "
                                + message.path("name").asText()));

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(types().map(type -> topicOf(type) + " " + EventTypes.nameOf(type))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldSayWhoWritesWhoReadsAndWhy(Class<? extends Event> type) {
        JsonNode message = messageOf(type);

        assertThat(AsyncApi.texts(message.path("x-writers")))
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.writersOf(type).stream().map(Service::text).toList());
        assertThat(AsyncApi.texts(message.path("x-readers"))).isNotEmpty().doesNotHaveDuplicates();
        assertThat(message.path("x-why").asText()).endsWith(".");
        assertThat(message.path("payload").path("$ref").asText()).endsWith("/" + type.getSimpleName());
        assertThat(Files.exists(AsyncApi.DOCS.resolve(message.path("x-example").asText())))
                .as(message.path("x-example").asText())
                .isTrue();
    }

    static Stream<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        types().forEach(type -> collect(type, found));
        return found.stream().filter(Class::isRecord).filter(type -> !isValue(type));
    }

    static Stream<Class<?>> enums() {
        Set<Class<?>> found = new LinkedHashSet<>();
        types().forEach(type -> collect(type, found));
        return found.stream().filter(Class::isEnum);
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("io.lifeboat.") && found.add(plain)) {
            if (plain.isRecord()) {
                Stream.of(plain.getRecordComponents()).forEach(part -> collect(part.getGenericType(), found));
            }
        }
    }

    /** Ids and arguments stand in JSON as their one value. */
    private static boolean isValue(Class<?> type) {
        return type.getRecordComponents().length == 1
                && List.of("value", "values").contains(type.getRecordComponents()[0].getName());
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldHaveEveryFieldInItsSchema(Class<?> type) {
        JsonNode schema = API.schema(type.getSimpleName());

        List<String> properties = schema.path("properties").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList();

        assertThat(properties)
                .containsExactly(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("types")
    void shouldRequireEveryFieldThatMayNotBeAbsent(Class<? extends Event> type) {
        assertThat(AsyncApi.texts(API.schema(type.getSimpleName()).path("required")))
                .containsExactly(Stream.of(type.getRecordComponents())
                        .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void shouldHaveEveryValueOfAClosedSet(Class<?> type) {
        assertThat(AsyncApi.texts(API.schema(type.getSimpleName()).path("enum")))
                .containsExactly(Stream.of(type.getEnumConstants())
                        .map(value -> Json.mapper().valueToTree(value).asText())
                        .toArray(String[]::new));
    }

    @Test
    void shouldReferToNothingThatIsMissing() {
        assertThat(API.references())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                API.root().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}

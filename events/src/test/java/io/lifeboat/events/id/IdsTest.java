package io.lifeboat.events.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.serde.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    private static final String NAME_FORM = "1 to 63 of a-z 0-9 . _ - beginning and ending with a letter or digit";
    private static final Map<String, Function<String, Object>> NAMES = new TreeMap<>(Map.of(
            "WorkspaceId", WorkspaceId::new,
            "SiteId", SiteId::new,
            "StepId", StepId::new,
            "StepType", StepType::new,
            "TargetId", TargetId::new,
            "VantageId", VantageId::new));
    private static final Map<String, Function<String, Object>> UUIDS = new TreeMap<>(Map.of(
            "ClaimId", ClaimId::of,
            "CommandId", CommandId::of,
            "EventId", EventId::of,
            "ProcessId", ProcessId::of));

    static Stream<Arguments> goodNames() {
        return cross(NAMES, "a", "0", "shop", "a.b_c-9", "x".repeat(63));
    }

    static Stream<Arguments> badNames() {
        return cross(NAMES, "", "A", "-a", "a-", ".a", "a b", "a|b", "ä", "x".repeat(64), "a\n");
    }

    static Stream<Arguments> badUuids() {
        return cross(
                UUIDS, "", "1-1-1-1-1", "x", "00000000-0000-0000-0000-00000000000", "00000000000000000000000000000000");
    }

    static Stream<Arguments> goodUuids() {
        return cross(UUIDS, "00000000-0000-0001-0000-000000000002");
    }

    private static Stream<Arguments> cross(Map<String, Function<String, Object>> makers, String... texts) {
        return makers.entrySet().stream()
                .flatMap(maker -> Stream.of(texts).map(text -> Arguments.of(maker.getKey(), maker.getValue(), text)));
    }

    @ParameterizedTest
    @MethodSource({"goodNames", "goodUuids"})
    void shouldStandForItsText(String type, Function<String, Object> maker, String text) {
        assertThat(maker.apply(text)).hasToString(text).isEqualTo(maker.apply(text));
        assertThat(Json.text(maker.apply(text))).isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void shouldRefuseANameAndSayWhatWasExpected(String type, Function<String, Object> maker, String text) {
        assertThatThrownBy(() -> maker.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s: expected %s, got '%s'".formatted(type, NAME_FORM, text));
    }

    @ParameterizedTest
    @MethodSource("badUuids")
    void shouldRefuseWhatIsNoUuid(String type, Function<String, Object> maker, String text) {
        assertThatThrownBy(() -> maker.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s: expected a UUID, got '%s'".formatted(type, text));
    }

    @Test
    void shouldNumberIncidentsAsPeopleReadThem() {
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(IncidentId.of(day, 7)).hasToString("INC-2026-03-01-007");
        assertThat(IncidentId.of(day, IncidentId.MOST_A_DAY)).hasToString("INC-2026-03-01-999999");
        for (String bad : List.of("", "INC-2026-03-01-07", "INC-2026-03-01-1000000", "inc-2026-03-01-001")) {
            assertThatThrownBy(() -> new IncidentId(bad))
                    .hasMessage("IncidentId: expected INC-YYYY-MM-DD-NNN, got '" + bad + "'");
        }
    }

    @Test
    void shouldNamePeopleByAnyVisibleText() {
        assertThat(new Person("Ada Lovelace <ada@example.org>")).hasToString("Ada Lovelace <ada@example.org>");
        assertThat(new Person("x".repeat(128)).value()).hasSize(128);
        for (String bad : List.of("", " ada", "ada ", "x".repeat(129), "a\nb")) {
            assertThatThrownBy(() -> new Person(bad))
                    .hasMessage("Person: expected 1 to 128 characters without space at the ends, got '" + bad + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void shouldFindAServiceByItsText(Service service) {
        assertThat(Service.of(service.text())).isEqualTo(service).hasToString(service.text());
    }

    @Test
    void shouldRefuseAnUnknownService() {
        assertThatThrownBy(() -> Service.of("butler"))
                .hasMessage("service: expected one of detector, failover, restore, verifier, notifier, got 'butler'");
    }
}

package io.lifeboat.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.fleet.FleetHeld;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.CommandRefused;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final String OPENED = "io.lifeboat.incident.opened.v1";

    static Stream<Event> events() {
        return Samples.all().stream();
    }

    private static Wire wireOf(Class<? extends Event> type) {
        return EventCodec.encode(Samples.envelope(
                Samples.all().stream().filter(type::isInstance).findFirst().orElseThrow()));
    }

    private static Wire header(Wire wire, String name, @Nullable String value) {
        Map<String, byte[]> headers = new HashMap<>(wire.headers());
        headers.remove(name);
        if (value != null) {
            headers.put(name, value.getBytes(StandardCharsets.UTF_8));
        }
        return new Wire(wire.key(), headers, wire.value());
    }

    private static Wire key(Wire wire, @Nullable String key) {
        return new Wire(key == null ? null : key.getBytes(StandardCharsets.UTF_8), wire.headers(), wire.value());
    }

    private static Wire value(Wire wire, byte @Nullable [] value) {
        return new Wire(wire.key(), wire.headers(), value);
    }

    private static Wire value(Wire wire, String value) {
        return value(wire, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertUnreadable(Wire wire, String reason) {
        assertThat(EventCodec.decode(wire)).isEqualTo(new Decoded.Unreadable(reason));
    }

    private static void assertUnreadableBecause(Wire wire, String beginning) {
        assertThat(EventCodec.decode(wire))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).startsWith(beginning));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadBackWhatItWrote(Event event) {
        Envelope envelope = Samples.envelope(event);

        assertThat(EventCodec.decode(EventCodec.encode(envelope))).isEqualTo(new Decoded.Readable(envelope));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadBackWhenNothingOptionalIsThere(Event event) {
        Envelope full = Samples.envelope(event);
        Envelope bare = new Envelope(full.id(), full.writer(), "", full.time(), null, null, event);

        assertThat(EventCodec.decode(EventCodec.encode(bare))).isEqualTo(new Decoded.Readable(bare));
    }

    @Test
    void shouldWriteCloudEventsInBinaryMode() {
        Map<String, String> headers = new HashMap<>();
        wireOf(OwnerMarked.class)
                .headers()
                .forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));

        assertThat(headers)
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_type", "io.lifeboat.owner.marked.v1"),
                        Map.entry("ce_id", "00000000-0000-0007-0000-000000000008"),
                        Map.entry("ce_source", "/lifeboat/failover/00000000-0000-1111-0000-000000002222"),
                        Map.entry("ce_subject", "INC-2026-03-01-001"),
                        Map.entry("ce_time", "2026-03-01T08:00:00.123Z"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_seenid", "00000000-0000-0009-0000-00000000000a"),
                        Map.entry("ce_seensha256", "5e".repeat(32)),
                        Map.entry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_type", "ce_id", "ce_source", "ce_time", "ce_seensha256"})
    void shouldTellWhichHeaderIsMissing(String name) {
        assertUnreadable(header(wireOf(OwnerMarked.class), name, null), "header " + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id,7,a UUID",
        "ce_id,1-1-1-1-1,a UUID",
        "ce_seenid,?,a UUID",
        "ce_time,yesterday,an ISO instant",
        "ce_source,failover,/lifeboat/SERVICE/UUID",
        "ce_source,/lifeboat/failover/------------------------------------,/lifeboat/SERVICE/UUID"
    })
    void shouldTellWhichHeaderIsWrong(String name, String value, String expected) {
        assertUnreadable(
                header(wireOf(OwnerMarked.class), name, value),
                "header %s: expected %s, got '%s'".formatted(name, expected, value));
    }

    @Test
    void shouldRefuseATypeNameWhenItIsTooLong() {
        Wire wire = wireOf(OwnerMarked.class);

        assertUnreadable(
                header(wire, "ce_type", "t".repeat(201)), "header ce_type has 201 characters, expected at most 200");
        assertThat(EventCodec.decode(header(wire, "ce_type", "t".repeat(200)))).isInstanceOf(Decoded.Readable.class);
    }

    @Test
    void shouldRefuseAValueWhenItIsEmptyOrNull() {
        Wire wire = wireOf(IncidentOpened.class);

        assertUnreadable(value(wire, (byte[]) null), "the value of a " + OPENED + " is empty");
        assertUnreadable(value(wire, ""), "the value of a " + OPENED + " is empty");
        assertUnreadable(value(wire, "null"), "the value of a " + OPENED + " is null");
    }

    @Test
    void shouldRefuseAValueWhenItIsGarbage() {
        Wire wire = wireOf(IncidentOpened.class);
        byte[] half = Arrays.copyOf(wire.value(), wire.value().length / 2);

        assertUnreadableBecause(value(wire, "<html>"), "the value is no " + OPENED + ": Unexpected character");
        assertUnreadableBecause(value(wire, half), "the value is no " + OPENED + ": ");
        assertUnreadableBecause(value(wire, "[]"), "the value is no " + OPENED + ": Cannot deserialize");
        assertUnreadableBecause(
                value(wire, new byte[] {(byte) 0xff, (byte) 0xfe, 1}), "the value is no " + OPENED + ": ");
        assertUnreadableBecause(
                value(wire, new String(wire.value(), StandardCharsets.UTF_8) + "{}"),
                "the value is no " + OPENED + ": Trailing token");
        assertUnreadableBecause(value(wire, "[".repeat(5000)), "the value is no " + OPENED + ": ");
    }

    @Test
    void shouldRefuseAValueWhenItIsTooLarge() {
        Wire wire = wireOf(IncidentOpened.class);

        assertUnreadable(
                value(wire, new byte[Topics.MOST_BYTES + 1]), "value has 262145 bytes, expected at most 262144");
        assertUnreadableBecause(value(wire, new byte[Topics.MOST_BYTES]), "the value is no " + OPENED);
    }

    @Test
    void shouldReadAValueWhenItIsAsLargeAsMayBe() {
        Wire wire = wireOf(IncidentOpened.class);
        String spaces = " ".repeat(Topics.MOST_BYTES - wire.value().length);

        assertThat(EventCodec.decode(value(wire, new String(wire.value(), StandardCharsets.UTF_8) + spaces)))
                .isInstanceOf(Decoded.Readable.class);
    }

    @Test
    void shouldRefuseToWriteAnEventWhenItIsTooLarge() {
        CommandRefused sample = (CommandRefused) Samples.all().stream()
                .filter(CommandRefused.class::isInstance)
                .findFirst()
                .orElseThrow();
        CommandRefused large =
                new CommandRefused(sample.workspace(), null, sample.command(), "x".repeat(Topics.MOST_BYTES));

        assertThatThrownBy(() -> EventCodec.encode(Samples.envelope(large)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("event io.lifeboat.command.refused.v1 has ")
                .hasMessageEndingWith("expected at most 262144: larger output goes to a store by digest");
    }

    @ParameterizedTest
    @CsvSource({
        "workspace,null,'workspace: expected a value, got nothing'",
        "workspace,'\"Not One\"','workspace: WorkspaceId: expected 1 to 63 of a-z 0-9 . _ - beginning and ending with a"
                + " letter or digit, got ''Not One'''",
        "claim,null,'claim: expected a value, got nothing'",
        "claim,'\"7\"','claim: ClaimId: expected a UUID, got ''7'''",
        "attempt,'\"two\"','attempt: Cannot'",
        "attempt,'\"2\"','attempt: Cannot coerce'",
        "attempt,2.5,'attempt: Cannot coerce'",
        "attempt,null,'attempt: Cannot map `null` into type `int`'",
        "attempt,99999999999,'attempt: Numeric value (99999999999) out of range of int'",
        "arguments,7,'arguments: Cannot deserialize value'",
        "arguments,'{\"n\":1e999}','arguments: arguments: expected finite numbers, got Infinity'",
        "process,[],'process: Cannot'"
    })
    void shouldNameTheFieldThatIsWrong(String field, String json, String reason) throws IOException {
        Wire wire = wireOf(StepClaimed.class);
        ObjectNode tree = (ObjectNode) Json.mapper().readTree(wire.value());
        String changed = tree.put(field, "@").toString().replace("\"@\"", json);

        assertUnreadableBecause(value(wire, changed), "the value is no io.lifeboat.step.claimed.v1: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"seq\":4','\"seq\":0','seq: expected 1 to 9007199254740991, got 0'",
        "'\"coolDown\":\"PT10M\"','\"coolDown\":\"PT8785H\"','coolDown: expected zero to PT8784H, got PT8785H'",
        "'\"coolDown\":\"PT10M\"','\"coolDown\":\"soon\"','coolDown: Cannot deserialize value'",
        "'\"times\":2','\"times\":101','plan.steps[0].retry: retry.times: expected 0 to 100, got 101'",
        "'\"type\":\"exec\"','\"type\":\"dance\"','plan: plan: step ''undo'' has unknown type ''dance'''",
        "'\"scenario\":\"CLUSTER_FAILURE\"','\"scenario\":\"FLOOD\"','scenario: Cannot deserialize value'",
        "'\"scenario\":\"CLUSTER_FAILURE\"','\"scenario\":2','scenario: Cannot deserialize value'",
        "'\"vantage\":\"north\"','\"vantage\":null','votes[0]: vantage: expected a value, got nothing'"
    })
    void shouldNameTheFieldWhereverItIs(String found, String instead, String reason) {
        Wire wire = wireOf(IncidentOpened.class);
        String changed = new String(wire.value(), StandardCharsets.UTF_8).replace(found, instead);

        assertUnreadableBecause(value(wire, changed), "the value is no " + OPENED + ": " + reason);
    }

    @Test
    void shouldBoundTheReason() {
        Wire wire = wireOf(OwnerMarked.class);

        assertThat(EventCodec.decode(header(wire, "ce_source", "s".repeat(5000))))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.reason()).hasSize(1003).endsWith("..."));
    }

    @Test
    void shouldRefuseARecordUnderAnotherWorkspacesKey() {
        assertUnreadable(
                key(wireOf(IncidentOpened.class), "bank"), "the key is 'bank', expected 'shop' as in the value");
        assertUnreadable(key(wireOf(IncidentOpened.class), null), "the key is 'null', expected 'shop' as in the value");
        assertUnreadable(
                key(wireOf(TargetReported.class), "north"),
                "the key is 'north', expected 'north|shop|blue-1' as in the value");
    }

    @Test
    void shouldReadARecordOfAWholeTopicWhateverItsKey() {
        assertThat(EventCodec.decode(key(wireOf(OwnerMarked.class), null))).isInstanceOf(Decoded.Readable.class);
        assertThat(EventCodec.decode(key(wireOf(FleetHeld.class), "?"))).isInstanceOf(Decoded.Readable.class);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "false,false", "yes,false", ",false"})
    void shouldKeepAnUnknownEventAndWhetherItIsCritical(@Nullable String header, boolean critical) {
        Wire unknown = header(wireOf(IncidentOpened.class), "ce_type", "io.lifeboat.incident.opened.v2");

        Decoded decoded = EventCodec.decode(header(unknown, "ce_critical", header));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Readable.class,
                        readable -> assertThat(readable.envelope().event())
                                .isEqualTo(new UnknownEvent(
                                        "io.lifeboat.incident.opened.v2", critical, new WorkspaceId("shop"))));
    }

    @Test
    void shouldKeepAnUnknownEventWhenItHasNeitherValueNorWorkspace() {
        Wire unknown = header(wireOf(IncidentOpened.class), "ce_type", "io.lifeboat.tea.made.v1");

        assertThat(EventCodec.decode(value(key(unknown, "@partition"), (byte[]) null)))
                .isInstanceOfSatisfying(
                        Decoded.Readable.class,
                        readable -> assertThat(readable.envelope().event())
                                .isEqualTo(new UnknownEvent("io.lifeboat.tea.made.v1", false, null)));
        assertThat(EventCodec.decode(key(unknown, null))).isInstanceOf(Decoded.Readable.class);
    }

    @Test
    void shouldRefuseAnUnknownEventWhenItIsTooLarge() {
        Wire unknown = header(wireOf(IncidentOpened.class), "ce_type", "io.lifeboat.tea.made.v1");

        assertUnreadable(value(unknown, new byte[2_000_000]), "value has 2000000 bytes, expected at most 262144");
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldIgnoreFieldsThatALaterVersionAdds(Event event) throws IOException {
        Wire wire = EventCodec.encode(Samples.envelope(event));
        ObjectNode tree = (ObjectNode) Json.mapper().readTree(wire.value());
        tree.putObject("addedLater").put("x", 1);

        assertThat(EventCodec.decode(value(wire, tree.toString())))
                .isEqualTo(new Decoded.Readable(Samples.envelope(event)));
    }

    @Test
    void shouldRefuseToWriteAnEventOfUnknownType() {
        assertThatThrownBy(() -> Keys.of(new UnknownEvent("io.lifeboat.tea.made.v1", false, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an event of unknown type is never written: io.lifeboat.tea.made.v1");
    }
}

package io.lifeboat.events.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandEnvelopeTest {
    private static final Instant ISSUED = Instant.parse("2026-03-01T08:00:00Z");

    private static CommandEnvelope valid(Duration validity, String nonce) {
        return new CommandEnvelope(
                new CommandId(new UUID(1, 2)),
                null,
                null,
                Action.RELEASE,
                Arguments.none(),
                3,
                ISSUED,
                ISSUED.plus(validity),
                nonce,
                new Person("alice"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60_000})
    void shouldBeValidForAMinuteAtMost(long millis) {
        assertThat(valid(Duration.ofMillis(millis), "n".repeat(16)).issued()).isEqualTo(ISSUED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 60_001})
    void shouldRefuseAnotherValidity(long millis) {
        assertThatThrownBy(() -> valid(Duration.ofMillis(millis), "n".repeat(16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("command.expires: expected at most PT1M after it was issued, got ");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 128})
    void shouldTakeANonceOfSixteenCharactersAndMore(int length) {
        assertThat(valid(Duration.ofSeconds(1), "n".repeat(length)).nonce()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 129})
    void shouldRefuseAnotherNonce(int length) {
        assertThatThrownBy(() -> valid(Duration.ofSeconds(1), "n".repeat(length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("command.nonce: expected 16 to 128 characters");
    }

    @Test
    void shouldReadBackWhatItWrote() throws Exception {
        CommandEnvelope command = valid(Duration.ofSeconds(60), "n".repeat(16));

        assertThat(Json.mapper().readValue(Json.bytes(command), CommandEnvelope.class))
                .isEqualTo(command);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void shouldFindEveryActionByItsText(Action action) {
        assertThat(Action.of(action.text())).isEqualTo(action);
    }

    @Test
    void shouldRefuseAnUnknownAction() {
        assertThatThrownBy(() -> Action.of("dance"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action: expected one of [open, approve, reject, skip, abort, acknowledge, hold, release,"
                        + " maintenance, close], got 'dance'");
    }

    @Test
    void shouldBoundThePayload() {
        String largest = "x".repeat(64 * 1024);

        assertThat(new SignedCommand("k", largest, "s").payload()).isEqualTo(largest);
        assertThatThrownBy(() -> new SignedCommand("k", largest + "x", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("command.payload: expected at most 65536 characters");
    }
}

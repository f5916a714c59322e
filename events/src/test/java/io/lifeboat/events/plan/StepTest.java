package io.lifeboat.events.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.Fields;
import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {
    private static StepBuilder report() {
        return Step.of("report", StepCatalogue.REPORT);
    }

    @Test
    void shouldHaveDefaultsWhereAPlanSaysNothing() throws Exception {
        String json = "{\"id\":\"report\",\"type\":\"report\",\"effect\":\"KEYED\",\"mayRunTwice\":false,"
                + "\"evenIfAborted\":false,\"needs\":[]}";

        Step step = Json.mapper().readValue(json, Step.class);

        assertThat(step).isEqualTo(report().build());
        assertThat(step.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(step.claimWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(step.onFailure()).isEqualTo(OnFailure.ESCALATE);
        assertThat(step.retry()).isEqualTo(Retry.NONE);
        assertThat(step.approval().needed()).isFalse();
    }

    @Test
    void shouldRefuseDurationsThatCannotBe() {
        assertThatThrownBy(() -> report().timeout(Duration.ZERO).build())
                .hasMessage("step.timeout: expected more than zero, got PT0S");
        assertThatThrownBy(() -> report().claimWithin(Duration.ofSeconds(-1)).build())
                .hasMessage("step.claimWithin: expected zero to PT8784H, got PT-1S");
        assertThatThrownBy(() -> report().timeout(Fields.LONGEST.plusNanos(1)).build())
                .hasMessageStartingWith("step.timeout: expected zero to PT8784H, got ");
        assertThatThrownBy(() -> new Retry(1, Duration.ofSeconds(Long.MAX_VALUE)))
                .hasMessageStartingWith("retry.backoff: expected zero to PT8784H, got ");
        assertThat(report().timeout(Fields.LONGEST).build().timeout()).isEqualTo(Fields.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void shouldRefuseRetriesOutOfBounds(int times) {
        assertThatThrownBy(() -> new Retry(times, Duration.ZERO))
                .hasMessage("retry.times: expected 0 to 100, got " + times);
        assertThat(new Retry(100, Duration.ZERO).times()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 6})
    void shouldRefuseApprovalsOutOfBounds(int persons) {
        assertThatThrownBy(() -> new Approval(persons)).hasMessage("approval.persons: expected 0 to 5, got " + persons);
        assertThat(new Approval(5).needed()).isTrue();
    }

    @Test
    void shouldNotShareItsNeeds() {
        StepBuilder builder = report().needs(Need.ended("a"));
        Step step = builder.build();
        builder.needs(Need.ended("b"));

        assertThat(step.needs()).isEqualTo(List.of(Need.ended("a")));
    }
}

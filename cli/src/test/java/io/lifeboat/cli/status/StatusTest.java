package io.lifeboat.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.cli.Golden;
import io.lifeboat.cli.Story;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.cli.log.LogStates;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Map<io.lifeboat.events.id.WorkspaceId, Lag> LAGS =
            Map.of(Story.SHOP, new Lag(3, Duration.ofMillis(120)));

    @Test
    void shouldShowEachStepWhenAnIncidentIsOpen() {
        Golden.assertMatches("status.txt", new StatusText(underWay(), LAGS).text());
    }

    @Test
    void shouldSayTheSameInJsonWhenItIsWanted() throws Exception {
        // when
        JsonNode status = Json.mapper().readTree(new StatusJson(underWay(), LAGS).text());

        // then
        JsonNode shop = status.path("workspaces").path(0);
        assertThat(shop.path("id").asText()).isEqualTo("shop");
        assertThat(shop.path("active").asText()).isEqualTo("blue");
        assertThat(shop.path("epoch").asLong()).isEqualTo(1);
        assertThat(shop.path("lag").path("operations").asLong()).isEqualTo(3);
        assertThat(shop.path("owners").path("failover").asText())
                .isEqualTo(Story.process(Service.FAILOVER).toString());
        assertThat(shop.path("incidents").path(0).path("why").asText()).isNotBlank();
        JsonNode steps = shop.path("incidents").path(0).path("steps");
        assertThat(steps).hasSize(3);
        assertThat(steps.path(1).path("status").path("state").path("is").asText())
                .isEqualTo("Claimed");
        assertThat(status.path("vantages")).hasSize(3);
        assertThat(status.path("services")).hasSize(6);
    }

    @Test
    void shouldSaySoWhenTheLogIsEmpty() {
        assertThat(new StatusText(LogState.empty(), Map.of()).text())
                .contains("the log names no workspace yet", "no service is alive", "no vantage has been heard of");
    }

    @Test
    void shouldNotCountAProcessAsAliveWhenItsBeatIsOld() {
        // given
        LogState state = LogStates.of(new Story().healthy(), Set.of(), Set.of("verifier"));

        // when
        LogState later = LogStates.laterBy(state, LogState.ALIVE.plusMillis(1));

        // then
        assertThat(state.isAlive(Service.VERIFIER)).isTrue();
        assertThat(later.isAlive(Service.VERIFIER)).isFalse();
    }

    private static LogState underWay() {
        Story story = new Story()
                .healthy()
                .at(1_000)
                .opened()
                .at(1_020)
                .claimed(Service.FAILOVER, "switch-traffic", 1, 2, "it is ready")
                .at(4_000);
        return LogStates.of(
                story,
                Set.of("north", "south", "west"),
                Set.of("north", "south", "west", "failover", "verifier", "notifier"));
    }
}

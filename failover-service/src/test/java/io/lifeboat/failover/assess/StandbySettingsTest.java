package io.lifeboat.failover.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandbySettingsTest {

    private static StandbySettings of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(StandbySettings.class)
                .build()
                .getConfigMapping(StandbySettings.class);
    }

    @Test
    void shouldHaveTheseDefaults() {
        StandbySettings settings = of(Map.of());

        assertThat(settings.firstLook()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.look()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldTakeWhatIsSetByItsKey() {
        StandbySettings settings = of(Map.of("lifeboat.standby.first-look", "100ms", "lifeboat.standby.look", "3s"));

        assertThat(settings.firstLook()).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.look()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void shouldRefuseToLookWithoutAPause() {
        assertThatThrownBy(() -> StandbyWatch.requirePositive("lifeboat.standby.look", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lifeboat.standby.look: expected more than zero, got PT0S");
    }
}

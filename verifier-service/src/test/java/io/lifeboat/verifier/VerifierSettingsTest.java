package io.lifeboat.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.verifier.fixture.TestSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierSettingsTest {

    @Test
    void shouldHaveTheseDefaultsWhenNothingIsSet() {
        VerifierSettings settings = TestSettings.defaults();

        assertThat(settings.reports()).isEqualTo(Path.of("reports"));
        assertThat(settings.checks().timeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.checks().request()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.checks().grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.checks().pause()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.checks().overlap()).isEqualTo(0.8);
        assertThat(settings.checks().replaced()).isEqualTo(0.5);
        assertThat(settings.baseline().enabled()).isTrue();
        assertThat(settings.baseline().watch()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.baseline().every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.baseline().atMost()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.baseline().digestPoints()).isEqualTo(200_000);
        assertThat(settings.baseline().digestTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.baseline().knownPoints()).isEqualTo(16);
        assertThat(settings.baseline().golden()).isEqualTo(3);
        assertThat(settings.baseline().top()).isEqualTo(10);
        assertThat(settings.baseline().seed()).isEqualTo(1);
    }

    @Test
    void shouldTakeWhatIsSetByItsKey() {
        VerifierSettings settings = TestSettings.of(Map.of(
                "lifeboat.verifier.reports", "/tmp/r",
                "lifeboat.verifier.checks.timeout", "1s",
                "lifeboat.verifier.checks.overlap", "0.5",
                "lifeboat.verifier.baseline.at-most", "2s",
                "lifeboat.verifier.baseline.known-points", "3"));

        assertThat(settings.reports()).isEqualTo(Path.of("/tmp/r"));
        assertThat(settings.checks().timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.checks().overlap()).isEqualTo(0.5);
        assertThat(settings.baseline().atMost()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.baseline().knownPoints()).isEqualTo(3);
    }
}

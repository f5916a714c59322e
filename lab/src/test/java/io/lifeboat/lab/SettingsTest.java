package io.lifeboat.lab;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.edge.Target;
import io.lifeboat.lab.fault.FaultProxyConfig;
import io.lifeboat.lab.kafka.KafkaSettings;
import io.lifeboat.lab.supervisor.SupervisorConfig;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path DIRECTORY = Path.of("x");
    private static final Target TARGET = Target.parse("a:1");

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void shouldRefuseAPortOutOfRange(int port) {
        assertThatThrownBy(() -> new KafkaSettings(DIRECTORY, port)).hasMessageContaining("port: expected");
        assertThatThrownBy(() -> new SupervisorConfig(DIRECTORY, DIRECTORY, port))
                .hasMessageContaining("port: expected");
        assertThatThrownBy(() -> new FaultProxyConfig(TARGET, port, 0)).hasMessageContaining("port: expected");
        assertThatThrownBy(() -> new FaultProxyConfig(TARGET, 0, port)).hasMessageContaining("adminPort: expected");
    }
}

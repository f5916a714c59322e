package io.lifeboat.failover.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.failover.Configs;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.http.HttpCalls;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwitchesTest {
    @TempDir
    private Path directory;

    @Test
    void shouldMakeTheSwitchOfEachWorkspaceWhenItIsKnown() throws Exception {
        LifeboatConfig config = Configs.shop(directory, "{switch: edge, admin: \"http://127.0.0.1:1\"}");

        try (HttpCalls calls = new HttpCalls()) {
            Switches switches = SwitchKinds.edge(config, calls);

            assertThat(switches.of(Story.SHOP)).isPresent();
            assertThat(switches.of(new WorkspaceId("other"))).isEmpty();
        }
    }

    @Test
    void shouldRefuseToStartWhenASwitchIsUnknown() throws Exception {
        LifeboatConfig config = Configs.shop(directory, "{switch: x-own}");

        try (HttpCalls calls = new HttpCalls()) {
            assertThatThrownBy(() -> SwitchKinds.edge(config, calls))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("workspace shop: traffic.switch: expected one of [edge], got 'x-own'");
        }
    }
}

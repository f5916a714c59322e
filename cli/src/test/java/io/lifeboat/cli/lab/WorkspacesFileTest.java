package io.lifeboat.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import io.lifeboat.workspaces.load.LoadResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldBeWellWhenTheServicesReadIt() throws Exception {
        // given
        LabLayout layout = new LabLayout(folder);
        OperatorKeys.ensure(layout.privateKey(), layout.publicKey());

        // when
        Files.writeString(layout.workspaces(), WorkspacesFile.text(new LabPorts(20_000)));

        // then
        LoadResult result = ConfigLoader.load(layout.workspaces());
        assertThat(result)
                .isInstanceOfSatisfying(
                        LoadResult.Loaded.class,
                        loaded -> assertThat(loaded.warnings()).isEmpty());
        LifeboatConfig config = result.orThrow();
        assertThat(config.majority()).isEqualTo(2);
        WorkspaceConfig shop = config.workspace(LabShape.WORKSPACE).orElseThrow();
        assertThat(shop.sites()).extracting(Site::id).isEqualTo(LabShape.SITES);
        assertThat(shop.sites()).allMatch(site -> site.fence() != null);
    }
}

package io.lifeboat.lab.qdrant.fault;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.qdrant.StandInFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be made to go wrong with snapshots. */
class SnapshotFaultsTest {
    private static final String SNAPSHOTS = "/collections/shop/snapshots";

    @TempDir
    private Path directory;

    private StandInFixture shop;

    @BeforeEach
    void start() throws Exception {
        shop = new StandInFixture(directory);
    }

    @AfterEach
    void stop() throws IOException {
        shop.close();
    }

    private String made() throws Exception {
        return ok(shop.data.post(SNAPSHOTS, "")).json().at("/result/name").asText();
    }

    @Test
    void shouldFailAsOnAFullDiskAndLeaveTheDataAlone() throws Exception {
        String name = made();
        shop.inject("{\"kind\":\"snapshot-disk-full\"}");

        assertThat(shop.data.post(SNAPSHOTS, "").error())
                .isEqualTo("Service internal error: File IO error: No space left on device (os error 28)");
        String location = "{\"location\":\"file://" + directory.resolve("snapshots/shop/" + name) + "\"}";
        assertThat(shop.data.put(SNAPSHOTS + "/recover", location).status()).isEqualTo(500);
        assertThat(ok(shop.count()).json().at("/result/count").asInt()).isEqualTo(3);
    }

    @Test
    void shouldEndADownloadBeforeItsEnd() throws Exception {
        String name = made();
        shop.inject("{\"kind\":\"cut-download\"}");

        assertThatThrownBy(() -> shop.data.get(SNAPSHOTS + "/" + name)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> shop.data.get("/collections/shop/shards/0/snapshot"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldGoOnWithAStalledDownloadOnceTheFaultIsTakenBack() throws Exception {
        String name = made();
        shop.inject("{\"kind\":\"stalled-download\"}");
        CompletableFuture<Integer> download = CompletableFuture.supplyAsync(() -> {
            try {
                return shop.data.get(SNAPSHOTS + "/" + name).status();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });

        assertThat(ok(shop.count()).status()).isEqualTo(200);
        assertThat(download).isNotDone();
        ok(shop.admin.delete("/faults/stalled-download"));

        assertThat(download.get()).isEqualTo(200);
    }
}

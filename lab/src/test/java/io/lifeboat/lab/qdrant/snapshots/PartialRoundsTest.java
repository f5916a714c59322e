package io.lifeboat.lab.qdrant.snapshots;

import static io.lifeboat.lab.qdrant.StandInFixture.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.Await;
import io.lifeboat.lab.qdrant.StandInChild;
import io.lifeboat.lab.qdrant.StandInClient;
import io.lifeboat.lab.qdrant.StandInFixture;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befalls a standby between the request for a round and its end. */
class PartialRoundsTest {
    private static final String SHARD = "/collections/shop/shards/0/snapshot/partial";

    @TempDir
    private Path directory;

    private StandInFixture source;
    private StandInFixture standby;

    @BeforeEach
    void start() throws Exception {
        source = new StandInFixture(directory.resolve("source"));
        standby = new StandInFixture(directory.resolve("standby"));
        ok(source.write(40));
    }

    @AfterEach
    void stop() throws Exception {
        source.close();
        standby.close();
    }

    private StandInClient.Got round(StandInClient at, URI from) {
        try {
            return at.post(SHARD + "/recover_from", "{\"peer_url\":\"" + from + "\"}");
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private CompletableFuture<StandInClient.Got> roundInBackground() {
        return CompletableFuture.supplyAsync(() -> round(standby.data, source.node.url()));
    }

    private static boolean recovering(StandInFixture node) throws Exception {
        return ok(node.data.get("/telemetry?details_level=3"))
                .json()
                .at("/result/collections/collections/0/shards/0/partial_snapshot/is_recovering")
                .asBoolean();
    }

    private static JsonNode manifest(StandInFixture node) throws Exception {
        return ok(node.data.get(SHARD + "/manifest")).json().path("result");
    }

    private static String content(StandInClient at) throws Exception {
        return ok(at.post("/collections/shop/points/scroll", "{\"limit\":1000,\"with_vector\":true}"))
                .json()
                .path("result")
                .toString();
    }

    @Test
    void shouldLoseWhatItAcknowledgedWhileARoundWaitedForItsStream() throws Exception {
        source.inject("{\"kind\":\"stalled-download\"}");
        CompletableFuture<StandInClient.Got> round = roundInBackground();
        Await.until("a round runs", () -> recovering(standby));

        ok(standby.write(77));
        StandInClient.Got second = round(standby.data, source.node.url());
        ok(source.admin.delete("/faults"));

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.json().path("status").asText()).isEqualTo("already_in_progress");
        assertThat(ok(round.get()).json().path("result").asBoolean()).isTrue();
        assertThat(content(standby.data)).isEqualTo(content(source.data));
        assertThat(manifest(standby)).isEqualTo(manifest(source));
    }

    @Test
    void shouldStayAsItWasWhenTheStreamIsCut() throws Exception {
        String before = content(standby.data);
        source.inject("{\"kind\":\"cut-download\"}");

        StandInClient.Got round = round(standby.data, source.node.url());

        assertThat(round.status()).isEqualTo(500);
        assertThat(content(standby.data)).isEqualTo(before);
        assertThat(recovering(standby)).isFalse();
    }

    @Test
    void shouldFailReadsOnlyWhileARoundIsApplied() throws Exception {
        standby.inject("{\"kind\":\"paused-applying\"}");
        CompletableFuture<StandInClient.Got> round = roundInBackground();

        Await.until("the shard is gone", () -> standby.count().status() == 500);
        String error = standby.count().error();
        ok(standby.admin.delete("/faults"));

        assertThat(error).contains("Local shard 0 not found");
        ok(round.get());
        assertThat(content(standby.data)).isEqualTo(content(source.data));
    }

    @Test
    void shouldBeDirtyAfterAKillInTheMiddleAndWholeAfterTheNextRound() throws Exception {
        Path own = directory.resolve("killed");
        StandInChild child = StandInChild.start(own);
        try (StandInClient data = new StandInClient(child.url());
                StandInClient admin = new StandInClient(child.adminUrl())) {
            ok(data.put("/collections/shop", "{\"vectors\":{\"size\":2,\"distance\":\"Dot\"}}"));
            ok(admin.post("/faults", "{\"kind\":\"paused-applying\"}"));
            String from = "{\"peer_url\":\"" + source.node.url() + "\"}";
            assertThat(data.post(SHARD + "/recover_from?wait=false", from).status())
                    .isEqualTo(202);
            Await.until(
                    "the shard is gone",
                    () -> data.post("/collections/shop/points/count", "{}").status() == 500);
        }
        child.kill();

        StandInChild again = StandInChild.start(own);

        try (StandInClient data = new StandInClient(again.url())) {
            assertThat(data.post("/collections/shop/points/count", "{}").error())
                    .contains("Dirty shard - shard is not fully initialized");
            assertThat(ok(round(data, source.node.url())).json().path("result").asBoolean())
                    .isTrue();
            assertThat(content(data)).isEqualTo(content(source.data));
        } finally {
            again.kill();
        }
    }

    @Test
    void shouldResendAnOptimisedSegmentOnceAnOldPointChanged() throws Exception {
        ok(source.data.call(
                "PATCH",
                "/collections/shop",
                "{\"optimizers_config\":{\"indexing_threshold\":1}}",
                java.time.Duration.ofSeconds(10)));
        for (int id = 100; id < 400; id++) {
            ok(source.write(id));
        }
        ok(round(standby.data, source.node.url()));
        JsonNode before = manifest(source);

        ok(source.data.post("/collections/shop/points/delete?wait=true", "{\"points\":[100]}"));

        JsonNode after = manifest(source);
        String changed = before.properties().stream()
                .filter(segment -> !segment.getValue().equals(after.path(segment.getKey())))
                .map(java.util.Map.Entry::getKey)
                .reduce("", String::concat);
        assertThat(before.path(changed).path("file_versions").has("vector_storage/matrix.dat"))
                .isTrue();
        assertThat(ok(round(standby.data, source.node.url()))
                        .json()
                        .path("result")
                        .asBoolean())
                .isTrue();
        assertThat(content(standby.data)).isEqualTo(content(source.data));
        source.close();
        source = new StandInFixture(directory.resolve("source"));
        assertThat(manifest(source)).isEqualTo(after);
        assertThat(ok(round(standby.data, source.node.url()))
                        .json()
                        .path("result")
                        .asBoolean())
                .isFalse();
    }
}

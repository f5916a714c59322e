package io.lifeboat.qdrant.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.RecordedTransport;
import io.lifeboat.qdrant.Recording;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.Answer.Refused;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.collection.CollectionCluster;
import io.lifeboat.qdrant.snapshot.RecoverRequest.Priority;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls about snapshots, against what a real server answered, and what they ask, against what was asked of it. */
class SnapshotCallsContractTest {
    private static final String SHA256 = "0".repeat(63) + "a";
    private static final SnapshotPlace COLLECTION = new SnapshotPlace.OfCollection("a");
    private static final SnapshotPlace.OfShard SHARD = new SnapshotPlace.OfShard("a", 0);

    private RecordedTransport transport;

    private QdrantClient answering(RawAnswer answer) {
        transport = new RecordedTransport(answer);
        return new QdrantClient(transport, Endpoint.of(URI.create("http://127.0.0.1:6333")));
    }

    @Test
    void shouldSendChecksumAndPriorityWhenItRecovers() throws Exception {
        RawAnswer done =
                Recording.of("08-snapshot-recover-new-name").answer("PUT", "/collections/restored/snapshots/recover");

        Answer<Boolean> answer = answering(done)
                .snapshots(new SnapshotPlace.OfCollection("restored"))
                .recover(new RecoverRequest("http://127.0.0.1:9/x", Optional.of(SHA256), Priority.SNAPSHOT));

        assertThat(answer).isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked())
                .isEqualTo("PUT /collections/restored/snapshots/recover?wait=true"
                        + " {\"location\":\"http://127.0.0.1:9/x\",\"priority\":\"snapshot\",\"checksum\":\"" + SHA256
                        + "\"}");
    }

    @Test
    void shouldTellWhyWhenARecoveryIsRefused() throws Exception {
        Recording recording = Recording.of("08-snapshot-recover-new-name");
        RecoverRequest request = new RecoverRequest("http://127.0.0.1:9/x", Optional.empty(), Priority.SNAPSHOT);

        assertThat(answering(recording.answer("PUT", "/collections/wrongsum/snapshots/recover"))
                        .snapshots("wrongsum")
                        .recover(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.BAD_INPUT));
        assertThat(answering(recording.answer("PUT", "/collections/r3/snapshots/recover", 2))
                        .snapshots("r3")
                        .recover(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.FORBIDDEN));
        assertThat(answering(recording.answer("PUT", "/collections/r3/snapshots/recover", 4))
                        .snapshots("r3")
                        .recover(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.INTERNAL));
    }

    @Test
    void shouldAskForShardsAndStoragesByTheirOwnPaths() throws Exception {
        Recording shard = Recording.of("29-shard-snapshots");
        Recording storage = Recording.of("27-full-snapshot");

        assertThat(answering(shard.answer("POST", "/collections/a/shards/0/snapshots"))
                        .snapshots(SHARD)
                        .create()
                        .value())
                .hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(55808));
        assertThat(transport.asked()).isEqualTo("POST /collections/a/shards/0/snapshots {}");
        assertThat(answering(storage.answer("POST", "/snapshots"))
                        .snapshots(new SnapshotPlace.OfStorage())
                        .create()
                        .value())
                .hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(67072));
        assertThat(transport.asked()).isEqualTo("POST /snapshots {}");
        assertThat(answering(shard.answer("POST", "/collections/a/shards/9/snapshots"))
                        .snapshots(new SnapshotPlace.OfShard("a", 9))
                        .create())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.NOT_FOUND));
    }

    @Test
    void shouldReadManifestsAndTellWhetherTheyAreEqual() throws Exception {
        Recording partial = Recording.of("30-partial-snapshots");
        String path = "/collections/a/shards/0/snapshot/partial/manifest";

        Manifest first = answering(partial.answer("GET", path))
                .partial("a", 0)
                .manifest()
                .value()
                .orElseThrow();
        Manifest last = answering(partial.answer("GET", path, 2))
                .partial("a", 0)
                .manifest()
                .value()
                .orElseThrow();

        assertThat(first.newest()).isEqualTo(1);
        assertThat(last.newest()).isEqualTo(3);
        assertThat(first.isEqualTo(first)).isTrue();
        assertThat(first.isEqualTo(last)).isFalse();
        assertThat(transport.asked()).isEqualTo("GET " + path);
    }

    @Test
    void shouldTellWhetherARoundAppliedAnything() throws Exception {
        Recording partial = Recording.of("30-partial-snapshots");
        String path = "/collections/a/shards/0/snapshot/partial/recover_from";

        assertThat(answering(partial.answer("POST", path))
                        .partial("a", 0)
                        .recoverFrom(URI.create("http://127.0.0.1:9/gateway"), Optional.of("once")))
                .isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked())
                .isEqualTo("POST " + path + "?wait=true"
                        + " {\"peer_url\":\"http://127.0.0.1:9/gateway\",\"api_key\":\"once\"}");
        assertThat(answering(partial.answer("POST", path, 1))
                        .partial("a", 0)
                        .recoverFrom(URI.create("http://127.0.0.1:9"), Optional.empty()))
                .isEqualTo(new Ok<>(false, 200));
        assertThat(answering(busy()).partial("a", 0).recoverFrom(URI.create("http://127.0.0.1:9"), Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.kind()).isEqualTo(RefusalKind.ALREADY_IN_PROGRESS));
    }

    private static RawAnswer busy() {
        return new RawAnswer.Whole(
                503,
                Optional.of("application/json"),
                Optional.empty(),
                Body.of("{\"status\":\"already_in_progress\",\"time\":0.0}"));
    }

    @Test
    void shouldCreateShardKeysAndReadThem() throws Exception {
        Recording custom = Recording.of("41-custom-sharding-restored-by-hand");

        assertThat(answering(custom.answer("PUT", "/collections/cs2/shards"))
                        .collections()
                        .createShardKey("cs2", JsonNodeFactory.instance.textNode("eu")))
                .isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked()).isEqualTo("PUT /collections/cs2/shards {\"shard_key\":\"eu\"}");
        assertThat(answering(custom.answer("GET", "/collections/cs2/cluster"))
                        .collections()
                        .cluster("cs2")
                        .map(CollectionCluster::remote)
                        .value())
                .hasValueSatisfying(shards -> assertThat(shards)
                        .extracting(CollectionCluster.RemoteShard::key)
                        .containsExactly(Optional.of(JsonNodeFactory.instance.textNode("eu"))));
    }

    @Test
    void shouldReadOneReplicaByThePathOfItsShard() throws Exception {
        RawAnswer count = Recording.of("30-partial-snapshots").answer("POST", "/collections/a/points/count");

        assertThat(answering(count).replica("a", 2).count()).isEqualTo(new Ok<>(3L, 200));
        assertThat(transport.asked()).isEqualTo("POST /collections/a/shards/2/points/count {\"exact\":true}");
    }

    @Test
    void shouldRefuseWhatCannotBeSent() {
        QdrantClient client = answering(busy());

        assertThatThrownBy(() -> new RecoverRequest(" ", Optional.empty(), Priority.SNAPSHOT))
                .hasMessage("location: expected an address or a file name, found nothing");
        assertThatThrownBy(() -> new RecoverRequest("x", Optional.of("abc"), Priority.SNAPSHOT))
                .hasMessage("sha256: expected 64 lower-case hex digits, found abc");
        assertThatThrownBy(() -> new SnapshotPlace.OfShard("a", -1)).hasMessage("shard: expected 0 or more, found -1");
        assertThatThrownBy(() -> client.snapshots(new SnapshotPlace.OfStorage())
                        .recover(new RecoverRequest("x", Optional.empty(), Priority.SNAPSHOT)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.of(
                        COLLECTION.path("x.snapshot").path(),
                        SHARD.path("x.snapshot").path()))
                .containsExactly("/collections/a/snapshots/x.snapshot", "/collections/a/shards/0/snapshots/x.snapshot");
    }
}

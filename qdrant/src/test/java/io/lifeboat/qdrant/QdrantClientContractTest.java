package io.lifeboat.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.Answer.Accepted;
import io.lifeboat.qdrant.answer.Answer.Ok;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.collection.CollectionCluster;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.collection.CollectionStatus;
import io.lifeboat.qdrant.point.NewPoint;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.point.UpdateResult.Progress;
import io.lifeboat.qdrant.service.ClusterStatus;
import io.lifeboat.qdrant.service.ServiceInfo;
import io.lifeboat.qdrant.service.Telemetry;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The typed calls, against what a real server answered, and what they ask, against what was asked of it. */
class QdrantClientContractTest {
    private static final Recording POINTS = Recording.of("05-points");
    private static final Recording LIFECYCLE = Recording.of("03-collection-lifecycle");

    private RecordedTransport transport;

    private QdrantClient answering(RawAnswer answer) {
        transport = new RecordedTransport(answer);
        return new QdrantClient(transport, Endpoint.of(URI.create("http://127.0.0.1:6333")));
    }

    @Test
    void shouldReadTitleAndVersionWithoutAnEnvelope() throws Exception {
        Answer<ServiceInfo> info = answering(
                        Recording.of("01-service-endpoints").answer("GET", "/"))
                .service()
                .info();

        assertThat(info).isEqualTo(new Ok<>(new ServiceInfo("qdrant - vector search engine", "1.18.3"), 200));
        assertThat(transport.asked()).isEqualTo("GET /");
    }

    @Test
    void shouldReadPlainTextOfTheHealthCalls() throws Exception {
        Recording recording = Recording.of("01-service-endpoints");

        assertThat(answering(recording.answer("GET", "/readyz")).service().readyz())
                .isEqualTo(new Ok<>("all shards are ready", 200));
        assertThat(answering(recording.answer("GET", "/healthz")).service().healthz())
                .isEqualTo(new Ok<>("healthz check passed", 200));
    }

    @Test
    void shouldTellTheCollectionsWithDummyShards() throws Exception {
        Recording damaged = Recording.of("24-telemetry-with-dummy-shard");
        Telemetry telemetry = answering(damaged.answer("GET", "/telemetry?details_level=3"))
                .service()
                .telemetry()
                .value()
                .orElseThrow();

        assertThat(telemetry.collections()).hasSize(31);
        assertThat(telemetry.collectionsWithDummyShards()).isNotEmpty().doesNotContain("a", "cosine");
        assertThat(transport.asked()).isEqualTo("GET /telemetry?details_level=3");
    }

    @Test
    void shouldTellNoDummyShardAndTheLastOperationWhenAllIsWell() throws Exception {
        Telemetry telemetry = answering(Recording.of("26-telemetry").answer("GET", "/telemetry?details_level=3"))
                .service()
                .telemetry()
                .value()
                .orElseThrow();

        assertThat(telemetry.collectionsWithDummyShards()).isEmpty();
        assertThat(telemetry.collections().get(0).shards().get(0)).satisfies(shard -> {
            assertThat(shard.local().orElseThrow().opNum()).contains(1L);
            assertThat(shard.local().orElseThrow().points()).contains(3L);
            assertThat(shard.replicaStates()).containsValue("Active");
            assertThat(shard.recovering()).isFalse();
        });
    }

    @Test
    void shouldTellAStandaloneNodeFromAMember() throws Exception {
        Recording cluster = Recording.of("34-cluster");

        assertThat(answering(Recording.of("01-service-endpoints").answer("GET", "/cluster"))
                        .service()
                        .cluster())
                .isEqualTo(new Ok<>(new ClusterStatus.Standalone(), 200));
        assertThat(answering(cluster.answer("GET", "/cluster"))
                        .service()
                        .cluster()
                        .value())
                .containsInstanceOf(ClusterStatus.Member.class)
                .get()
                .isInstanceOfSatisfying(ClusterStatus.Member.class, member -> {
                    assertThat(member.peers()).hasSize(3);
                    assertThat(member.leader()).contains(member.peerId());
                    assertThat(member.role()).isEqualTo("Leader");
                    assertThat(member.consensus()).isEqualTo("working");
                });
    }

    @Test
    void shouldReadWhereShardsAre() throws Exception {
        CollectionCluster cluster = answering(Recording.of("34-cluster").answer("GET", "/collections/a/cluster"))
                .collections()
                .cluster("a")
                .value()
                .orElseThrow();

        assertThat(cluster.shardCount()).isEqualTo(3);
        assertThat(cluster.local())
                .containsExactly(
                        new CollectionCluster.LocalShard(1, 16, "Active", Optional.empty()),
                        new CollectionCluster.LocalShard(2, 23, "Active", Optional.empty()));
        assertThat(cluster.remote()).hasSize(4);
        assertThat(cluster.transfers()).isZero();
    }

    @Test
    void shouldReadACollectionsStateAndSchema() throws Exception {
        CollectionInfo info = answering(POINTS.answer("GET", "/collections/a"))
                .collections()
                .get("a")
                .value()
                .orElseThrow();

        assertThat(info.status()).isEqualTo(CollectionStatus.GREEN);
        assertThat(info.optimizerError()).isEmpty();
        assertThat(info.approximatePoints()).isEqualTo(3);
        assertThat(info.payloadSchema()).containsEntry("city", "keyword");
        assertThat(info.config().at("/params/vectors/size").intValue()).isEqualTo(4);
    }

    @Test
    void shouldListCreateDeleteAndFindCollections() throws Exception {
        assertThat(answering(LIFECYCLE.answer("GET", "/collections", 1))
                        .collections()
                        .list())
                .isEqualTo(new Ok<>(List.of("a"), 200));
        assertThat(answering(LIFECYCLE.answer("GET", "/collections/nope/exists"))
                        .collections()
                        .exists("nope"))
                .isEqualTo(new Ok<>(false, 200));
        assertThat(answering(LIFECYCLE.answer("DELETE", "/collections/nope"))
                        .collections()
                        .delete("nope"))
                .isEqualTo(new Ok<>(false, 200));
        assertThat(answering(LIFECYCLE.answer("PUT", "/collections/a"))
                        .collections()
                        .create("a", QdrantJson.object().put("x", 1)))
                .isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked()).isEqualTo("PUT /collections/a {\"x\":1}");
    }

    @Test
    void shouldRefuseToCreateFromAReportedConfig() {
        var reported = QdrantJson.object();
        reported.putObject("params");

        assertThatThrownBy(() -> answering(LIFECYCLE.answer("PUT", "/collections/a"))
                        .collections()
                        .create("a", reported))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found a reported config");
    }

    @Test
    void shouldReadPagesWithTheirNextOffset() throws Exception {
        var page = answering(POINTS.answer("POST", "/collections/a/points/scroll"))
                .points("a")
                .scroll(ScrollRequest.first(1))
                .value()
                .orElseThrow();

        assertThat(page.points()).hasSize(1);
        assertThat(page.points().get(0).id()).isEqualTo(PointId.of(1));
        assertThat(page.points().get(0).payload().orElseThrow())
                .hasToString("{\"city\":\"Berlin\",\"n\":1,\"tags\":[\"x\",\"y\"]}");
        assertThat(page.next()).contains(PointId.of(2));
    }

    @Test
    void shouldKeepFloatsAndIntegersApartAsPrinted() throws Exception {
        var page = answering(POINTS.answer("POST", "/collections/named/points/scroll"))
                .points("named")
                .scroll(ScrollRequest.first(10))
                .value()
                .orElseThrow();

        assertThat(page.points().get(0).payload().orElseThrow().at("/deep/a")).hasToString("[1,2.0,null,true]");
    }

    @Test
    void shouldCountRetrieveAndQuery() throws Exception {
        assertThat(answering(POINTS.answer("POST", "/collections/a/points/count"))
                        .points("a")
                        .count())
                .isEqualTo(new Ok<>(4L, 200));
        assertThat(transport.asked()).isEqualTo("POST /collections/a/points/count {\"exact\":true}");

        assertThat(answering(POINTS.answer("POST", "/collections/a/points"))
                        .points("a")
                        .retrieve(List.of(PointId.of(1), PointId.of(99)))
                        .value()
                        .orElseThrow())
                .extracting(point -> point.id().toString())
                .containsExactly("1");

        var vector = JsonNodeFactory.instance.arrayNode().add(0.1);
        assertThat(answering(POINTS.answer("POST", "/collections/a/points/query"))
                        .points("a")
                        .query(vector, Optional.empty(), 2)
                        .value()
                        .orElseThrow())
                .extracting(hit -> hit.id() + " " + hit.score())
                .containsExactly("3 1.0", "2 0.70000005");
    }

    @Test
    void shouldTellHowFarAWriteHasCome() throws Exception {
        NewPoint point = new NewPoint(
                new PointId.Num(-1),
                JsonNodeFactory.instance.arrayNode().add(1),
                QdrantJson.object().put("k", "v"));

        var completed = answering(POINTS.answer("PUT", "/collections/a/points?wait=true"))
                .points("a")
                .upsert(List.of(point))
                .value()
                .orElseThrow();
        assertThat(completed.progress()).isEqualTo(Progress.COMPLETED);
        assertThat(transport.asked())
                .isEqualTo("PUT /collections/a/points?wait=true {\"points\":[{\"id\":18446744073709551615,"
                        + "\"vector\":[1],\"payload\":{\"k\":\"v\"}}]}");

        var acknowledged = answering(POINTS.answer("PUT", "/collections/a/points"))
                .points("a")
                .upsert(List.of(point), false)
                .value()
                .orElseThrow();
        assertThat(acknowledged.progress()).isEqualTo(Progress.ACKNOWLEDGED);

        answering(POINTS.answer("POST", "/collections/a/points/delete?wait=true"))
                .points("a")
                .delete(List.of(PointId.of(3)));
        assertThat(transport.asked()).isEqualTo("POST /collections/a/points/delete?wait=true {\"points\":[3]}");
    }

    @Test
    void shouldCreateAPayloadIndexAndWait() throws Exception {
        Answer<Boolean> created = answering(POINTS.answer("PUT", "/collections/a/index?wait=true"))
                .collections()
                .createIndex("a", "city", "keyword");

        assertThat(created).isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked())
                .isEqualTo("PUT /collections/a/index?wait=true {\"field_name\":\"city\",\"field_schema\":\"keyword\"}");
    }

    @Test
    void shouldCreateShardKeysAndCopyShardsByPeerIdsOfAllSizes() throws Exception {
        Recording custom = Recording.of("41-custom-sharding-restored-by-hand");
        var key = JsonNodeFactory.instance.textNode("eu");

        assertThat(answering(custom.answer("PUT", "/collections/cs2/shards"))
                        .collections()
                        .createShardKey("cs2", key, 2, 1))
                .isEqualTo(new Ok<>(true, 200));
        assertThat(transport.asked())
                .isEqualTo(
                        "PUT /collections/cs2/shards {\"shards_number\":2,\"replication_factor\":1,\"shard_key\":\"eu\"}");

        answering(custom.answer("PUT", "/collections/cs2"))
                .collections()
                .replicate("cs2", 1, "18446744073709551615", "7");
        assertThat(transport.asked())
                .isEqualTo("POST /collections/cs2/cluster {\"replicate_shard\":{\"shard_id\":1,"
                        + "\"from_peer_id\":18446744073709551615,\"to_peer_id\":7,\"method\":\"snapshot\"}}");

        answering(custom.answer("PUT", "/collections/cs2")).collections().setReplicas("cs2", 3, 2);
        assertThat(transport.asked())
                .isEqualTo(
                        "PATCH /collections/cs2 {\"params\":{\"replication_factor\":3,\"write_consistency_factor\":2}}");
    }

    @Test
    void shouldListAliasesByName() throws Exception {
        assertThat(answering(Recording.of("06-aliases").answer("GET", "/aliases", 2))
                        .aliases()
                        .list())
                .isEqualTo(new Ok<>(List.of(new Alias("live", "named"), new Alias("one", "a")), 200));
    }

    @Test
    void shouldReadSnapshotsAndTellAcceptedWhenNotWaiting() throws Exception {
        Recording snapshots = Recording.of("07-snapshot-create-list-download-delete");

        assertThat(answering(snapshots.answer("POST", "/collections/a/snapshots"))
                        .snapshots("a")
                        .create()
                        .value())
                .hasValueSatisfying(made -> assertThat(made.size()).isPositive());
        RawAnswer accepted = new RawAnswer.Whole(
                202,
                Optional.of("application/json"),
                Optional.empty(),
                Body.of("{\"status\":\"accepted\",\"time\":0.0}"));
        assertThat(answering(accepted).snapshots("a").createWithoutWaiting()).isEqualTo(new Accepted<>());
        assertThat(transport.asked()).isEqualTo("POST /collections/a/snapshots?wait=false {}");
    }
}

package io.lifeboat.detector.probe.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeContract;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeSettings;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.detector.probe.fake.Behaviours.Reply;
import io.lifeboat.detector.probe.fake.Targets;
import io.lifeboat.events.health.TargetState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QdrantCollectionsProbeTest extends ProbeContract {
    private final AtomicBoolean active = new AtomicBoolean();
    private final QdrantCollectionsProbe probe =
            new QdrantCollectionsProbe(asker, (workspace, site) -> site.equals(Targets.BLUE) && active.get());
    private List<WatchedCollection> watched = List.of();

    @Override
    protected Probe probe() {
        return probe;
    }

    @Override
    protected ProbeTarget target(URI address) {
        return Targets.node(address, ProbeSettings.defaults(), watched);
    }

    private ProbeResult look(FakeQdrant qdrant) {
        return look(qdrant.server().address(), Duration.ofSeconds(20));
    }

    @Test
    void shouldReadAndSearchOneCollectionAfterAnother() {
        try (FakeQdrant qdrant = new FakeQdrant()) {
            // when
            ProbeResult first = look(qdrant);
            look(qdrant);
            look(qdrant);

            // then
            assertThat(first.state()).isEqualTo(TargetState.UP);
            assertThat(qdrant.asked)
                    .containsExactly(
                            "GET /telemetry",
                            "POST /collections/docs/points/scroll",
                            "POST /collections/docs/points/query",
                            "GET /telemetry",
                            "POST /collections/pics/points/scroll",
                            "POST /collections/pics/points/query",
                            "GET /telemetry",
                            "POST /collections/docs/points");
        }
    }

    @Test
    void shouldNameTheCollectionWhenAShardIsADummy() {
        try (FakeQdrant qdrant =
                new FakeQdrant().withShard("pics", FakeQdrant.shard("dummy shard", "green", 0, "Active"))) {
            // when
            ProbeResult result = look(qdrant);

            // then
            assertFinding(result, Reason.DUMMY_SHARD, "pics");
            assertThat(result.evidence()).contains("shard 0 of collection pics is a dummy");
        }
    }

    @Test
    void shouldNameTheCollectionWhenAShardIsRed() {
        try (FakeQdrant qdrant =
                new FakeQdrant().withShard("docs", FakeQdrant.shard("local shard", "red", 2, "Active"))) {
            assertFinding(look(qdrant), Reason.RED, "docs");
        }
    }

    @Test
    void shouldFindNothingWhenAShardIsGreyOrYellow() {
        try (FakeQdrant qdrant =
                new FakeQdrant().withShard("docs", FakeQdrant.shard("local shard", "yellow", 2, "Active"))) {
            assertThat(look(qdrant).state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void shouldNameTheCollectionWhenAReplicaIsDead() {
        try (FakeQdrant qdrant =
                new FakeQdrant().withShard("docs", FakeQdrant.shard("local shard", "green", 2, "Dead"))) {
            ProbeResult result = look(qdrant);
            assertFinding(result, Reason.DEAD_REPLICA, "docs");
            assertThat(result.evidence()).contains("peers 42");
        }
    }

    @Test
    void shouldNameTheCollectionWhenAnExpectedOneIsMissing() {
        watched = List.of(new WatchedCollection("orders", false));
        try (FakeQdrant qdrant = new FakeQdrant()) {
            assertFinding(look(qdrant), Reason.COLLECTION_MISSING, "orders");
        }
    }

    @Test
    void shouldStayDegradedUntilSearchWorksAgainWhenSearchAloneFails() {
        String search = "POST /collections/docs/points/query";
        try (FakeQdrant qdrant = new FakeQdrant().with(search, FakeQdrant.failure())) {
            // when
            ProbeResult first = look(qdrant);
            ProbeResult whileTheOtherIsSound = look(qdrant);
            qdrant.heal(search);
            ProbeResult healed = look(qdrant);

            // then
            assertFinding(first, Reason.SEARCH_FAILED, "docs");
            assertFinding(whileTheOtherIsSound, Reason.SEARCH_FAILED, "docs");
            assertThat(healed.state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void shouldNameThoseThatFailAndNoOutageWhenAnotherCollectionServes() {
        try (FakeQdrant qdrant = new FakeQdrant().with("POST /collections/docs/points/query", FakeQdrant.failure())) {
            ProbeResult result = look(qdrant);

            assertThat(result.detail().texts("unserved")).containsExactly("docs");
            assertThat(result.detail().text("serves")).isEmpty();
            assertThat(qdrant.asked).contains("POST /collections/pics/points/query");
        }
    }

    @Test
    void shouldSayThatItServesNobodyAtOnceWhenAllCollectionsFail() {
        try (FakeQdrant qdrant = new FakeQdrant()
                .with("POST /collections/docs/points/query", FakeQdrant.failure())
                .with("POST /collections/pics/points/scroll", FakeQdrant.failure())) {
            ProbeResult result = look(qdrant);

            assertThat(result.detail().texts("unserved")).containsExactly("docs", "pics");
            assertThat(result.detail().text("serves")).contains("nobody");
        }
    }

    @Test
    void shouldCallNoCollectionUnservedThatCannotBeWritten() {
        watched = List.of(new WatchedCollection("docs", true), new WatchedCollection("pics", true));
        active.set(true);
        try (FakeQdrant qdrant = new FakeQdrant()
                .with("POST /collections/docs/points/delete", FakeQdrant.failure())
                .with("POST /collections/pics/points/delete", FakeQdrant.failure())) {
            look(qdrant);
            ProbeResult result = look(qdrant);

            assertThat(result.detail().texts("collections")).containsExactly("docs", "pics");
            assertThat(result.detail().texts("unserved")).isEmpty();
            assertThat(result.detail().text("serves")).isEmpty();
        }
    }

    @Test
    void shouldSaySearchFailedWhenAKnownPointIsNotFound() {
        try (FakeQdrant qdrant =
                new FakeQdrant().with("POST /collections/docs/points/query", FakeQdrant.result("{\"points\":[]}"))) {
            assertFinding(look(qdrant), Reason.SEARCH_FAILED, "docs");
        }
    }

    @Test
    void shouldSayLateWhenOnlyASearchIsNotAnsweredInTime() {
        try (FakeQdrant qdrant = new FakeQdrant().with("POST /collections/docs/points/query", FakeQdrant.SILENCE)) {
            // when
            ProbeResult result = look(qdrant.server().address(), Duration.ofSeconds(2));

            // then
            assertFinding(result, Reason.SEARCH_FAILED, "docs");
            assertThat(result.weight()).isEqualTo(ProbeResult.Weight.LATE);
        }
    }

    @Test
    void shouldSayReadFailedWhenKnownPointsCannotBeRead() {
        try (FakeQdrant qdrant = new FakeQdrant().with("POST /collections/docs/points", FakeQdrant.failure())) {
            // given
            look(qdrant);
            look(qdrant);

            // when
            ProbeResult result = look(qdrant);

            // then
            assertFinding(result, Reason.READ_FAILED, "docs");
        }
    }

    @Test
    void shouldSayReadFailedWhenPointsAreCountedAndNoneCanBeRead() {
        try (FakeQdrant qdrant = new FakeQdrant()
                .with(
                        "POST /collections/docs/points/scroll",
                        FakeQdrant.result("{\"points\":[],\"next_page_offset\":null}"))) {
            assertFinding(look(qdrant), Reason.READ_FAILED, "docs");
        }
    }

    @Test
    void shouldLearnAnewWhenAKnownPointWasDeleted() {
        try (FakeQdrant qdrant =
                new FakeQdrant().with("POST /collections/docs/points", FakeQdrant.result("[{\"id\":2}]"))) {
            // given
            look(qdrant);
            look(qdrant);

            // when
            ProbeResult result = look(qdrant);

            // then
            assertThat(result.state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void shouldFindNothingWhenACollectionWasJustDropped() {
        Reply gone = new Reply(
                404,
                "application/json",
                "{\"status\":{\"error\":\"Not found: Collection `docs` doesn't exist!\"},\"time\":0}");
        try (FakeQdrant qdrant = new FakeQdrant().with("POST /collections/docs/points/scroll", gone)) {
            assertThat(look(qdrant).state()).isEqualTo(TargetState.UP);
        }
    }

    @Test
    void shouldWriteOnlyWhereAllowedAndActive() {
        watched = List.of(new WatchedCollection("docs", true), new WatchedCollection("pics", false));
        try (FakeQdrant qdrant = new FakeQdrant()) {
            // when
            look(qdrant);
            look(qdrant);
            List<String> whileStandby = writes(qdrant);
            active.set(true);
            look(qdrant);
            look(qdrant);

            // then
            assertThat(whileStandby).isEmpty();
            assertThat(writes(qdrant)).containsExactly("POST /collections/docs/points/delete");
        }
    }

    @Test
    void shouldSayWriteFailedWhenWritesAreRefused() {
        watched = List.of(new WatchedCollection("docs", true));
        active.set(true);
        try (FakeQdrant qdrant = new FakeQdrant().with("POST /collections/docs/points/delete", FakeQdrant.failure())) {
            assertFinding(look(qdrant), Reason.WRITE_FAILED, "docs");
        }
    }

    private static List<String> writes(FakeQdrant qdrant) {
        return qdrant.asked.stream().filter(asked -> asked.endsWith("/delete")).toList();
    }

    private static void assertFinding(ProbeResult result, Reason reason, String collection) {
        assertThat(result.state()).isEqualTo(TargetState.DEGRADED);
        assertThat(result.detail().text("reason")).contains(reason.text());
        assertThat(result.detail().texts("collections")).containsExactly(collection);
    }
}

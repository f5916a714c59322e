package io.lifeboat.detector.incident.scenario;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.detector.incident.Vantages.THREE;
import static io.lifeboat.events.health.TargetState.DEGRADED;
import static io.lifeboat.events.health.TargetState.DOWN;
import static io.lifeboat.events.health.TargetState.UP;
import static io.lifeboat.events.incident.Scenario.APP_FAILURE;
import static io.lifeboat.events.incident.Scenario.BACKUP_AT_RISK;
import static io.lifeboat.events.incident.Scenario.CLUSTER_FAILURE;
import static io.lifeboat.events.incident.Scenario.DATA_CORRUPTION;
import static io.lifeboat.events.incident.Scenario.NETWORK_PARTITION;
import static io.lifeboat.events.incident.Scenario.NODE_FAILURE;
import static io.lifeboat.events.incident.Scenario.REGION_FAILURE;
import static io.lifeboat.events.incident.Scenario.SECURITY_BREACH;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.Vantages;
import io.lifeboat.detector.incident.quorum.Quorum;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.plan.Arguments;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private static final SiteId BLUE = new SiteId("blue");
    private static final SiteId GREEN = new SiteId("green");
    private static final Instant BEFORE = NOON.minusSeconds(3600);
    private static final Topology TOPOLOGY = new Topology(
            SHOP,
            List.of(
                    new Place(BLUE, "eu-1", List.of(new TargetId("blue-1"), new TargetId("blue-2"))),
                    new Place(GREEN, "eu-2", List.of(new TargetId("green-1")))),
            List.of(new TargetId("app")));

    private final Vantages vantages = new Vantages();
    private final Classifier classifier = new Classifier(TOPOLOGY, new Quorum(THREE), Graces.DEFAULT);

    @BeforeEach
    void allIsWell() {
        vantages.allBeat(NOON);
        Stream.of("blue-1", "blue-2", "green-1", "app").forEach(target -> vantages.allSay(target, UP, BEFORE));
    }

    private Picture picture(Instant now) {
        vantages.allBeat(now);
        return classifier.classify(vantages.view(), BLUE, now);
    }

    private List<Scenario> due(Instant now) {
        return picture(now).due(now).stream().map(Finding::scenario).toList();
    }

    private static Arguments reason(String text) {
        return Arguments.of("reason", text);
    }

    @Test
    void shouldFindNothingWhenAllIsUp() {
        Picture picture = picture(NOON);

        assertThat(picture.findings()).isEmpty();
        assertThat(picture.isClear()).isTrue();
        assertThat(picture.why()).isEqualTo("watches: the active site blue serves");
    }

    @Test
    void shouldFindAClusterFailureAtOnceWhenAllNodesOfTheActiveSiteAreDown() {
        vantages.allSay("blue-1", DOWN, NOON.minusSeconds(9)).allSay("blue-2", DOWN, NOON);

        Finding finding = picture(NOON).due(NOON).get(0);

        assertThat(finding.scenario()).isEqualTo(CLUSTER_FAILURE);
        assertThat(finding.site()).isEqualTo(BLUE);
        assertThat(finding.since()).isEqualTo(NOON); // until then one node served
        assertThat(finding.votes()).hasSize(6);
        assertThat(finding.why())
                .isEqualTo("the active site blue serves nobody: blue-1 DOWN by 3 of 3 vantages, "
                        + "blue-2 DOWN by 3 of 3 vantages (DOWN seen by north)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-failed", "search-failed"})
    void shouldFindAClusterFailureWhenNoCollectionOfTheSiteCanBeRead(String reason) {
        vantages.allSay("blue-1", DOWN, NOON)
                .allSay(
                        "blue-2",
                        DEGRADED,
                        NOON,
                        unserved(reason, "docs", "pics").with("serves", "nobody"));

        assertThat(due(NOON)).containsExactly(CLUSTER_FAILURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-failed", "search-failed"})
    void shouldNameTheCollectionsWhenOnlySomeCannotBeRead(String reason) {
        vantages.allSay("blue-1", DEGRADED, NOON, unserved(reason, "docs"))
                .allSay("blue-2", DEGRADED, NOON, unserved(reason, "docs", "pics"));

        assertThat(due(NOON.plusMillis(4999))).isEmpty();
        Finding finding = picture(NOON.plusSeconds(5)).due(NOON.plusSeconds(5)).get(0);

        assertThat(finding.scenario()).isEqualTo(NODE_FAILURE);
        assertThat(finding.site()).isEqualTo(BLUE);
        assertThat(finding.why())
                .startsWith("the active site blue serves in part: docs, pics cannot be read or searched: "
                        + "blue-1 DEGRADED by 3 of 3 vantages");
    }

    @Test
    void shouldFindNoOutageWhenOneNodeOfTwoServesNobody() {
        vantages.allSay(
                "blue-1", DEGRADED, NOON, unserved("search-failed", "docs").with("serves", "nobody"));

        assertThat(due(NOON.plusSeconds(60))).containsExactly(NODE_FAILURE);
    }

    @Test
    void shouldFindNoOutageWhenOnlyAMinorityFoundNoCollectionThatServes() {
        Arguments some = unserved("read-failed", "docs");
        Stream.of("blue-1", "blue-2")
                .forEach(node -> vantages.allSay(node, DEGRADED, NOON, some)
                        .says("west", "west", node, DEGRADED, NOON, some.with("serves", "nobody")));

        assertThat(due(NOON.plusSeconds(60))).containsExactly(NODE_FAILURE);
    }

    @Test
    void shouldNameNoCollectionThatOnlyOneVantageCannotRead() {
        vantages.says("west", "west", "blue-1", DEGRADED, NOON, unserved("read-failed", "docs"))
                .says("north", "north", "blue-1", DEGRADED, NOON, unserved("read-failed", "pics"));

        assertThat(due(NOON.plusSeconds(60))).isEmpty();
    }

    private static Arguments unserved(String reason, String... collections) {
        return reason(reason).with("collections", List.of(collections)).with("unserved", List.of(collections));
    }

    @Test
    void shouldFindNothingWhenTheSiteIsDegradedForAnotherReason() {
        vantages.allSay("blue-1", DEGRADED, NOON, reason("garbage"))
                .allSay("blue-2", DEGRADED, NOON, reason("rate-limited"));

        assertThat(due(NOON.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "silent", "unreachable"})
    void shouldFindARegionFailureWhenEverythingThereIsGone(String reason) {
        vantages.allSay("blue-1", DOWN, NOON)
                .allSay("blue-2", DOWN, NOON)
                .allSay("app", DOWN, NOON.plusSeconds(1), reason(reason));

        assertThat(due(NOON.plusSeconds(1))).containsExactly(REGION_FAILURE);
    }

    @Test
    void shouldNotTakeTheClusterForTheRegionWhenTheApplicationAnswersThatItIsNotReady() {
        vantages.allSay("blue-1", DOWN, NOON)
                .allSay("blue-2", DOWN, NOON)
                .allSay("app", DOWN, NOON, reason("server-error"));

        assertThat(due(NOON)).containsExactly(CLUSTER_FAILURE);
    }

    @Test
    void shouldCountANeighbouringSiteToTheRegion() {
        Topology near = new Topology(
                SHOP,
                List.of(
                        new Place(BLUE, "eu-1", List.of(new TargetId("blue-1"))),
                        new Place(GREEN, "eu-1", List.of(new TargetId("green-1")))),
                List.of());
        Classifier classifier = new Classifier(near, new Quorum(THREE), Graces.DEFAULT);
        vantages.allSay("blue-1", DOWN, NOON);

        assertThat(classifier.classify(vantages.view(), BLUE, NOON).due(NOON))
                .extracting(Finding::scenario)
                .containsExactly(CLUSTER_FAILURE);
        vantages.allSay("green-1", DOWN, NOON, reason("silent"));

        assertThat(classifier.classify(vantages.view(), BLUE, NOON).due(NOON))
                .extracting(Finding::scenario)
                .containsExactly(REGION_FAILURE);
    }

    @Test
    void shouldNameFourOfManyTargets() {
        List<TargetId> nodes =
                Stream.of("n1", "n2", "n3", "n4", "n5").map(TargetId::new).toList();
        Topology large = new Topology(
                SHOP,
                List.of(new Place(BLUE, "eu-1", nodes), new Place(GREEN, "eu-2", List.of(new TargetId("green-1")))),
                List.of());
        nodes.forEach(node -> vantages.allSay(node.value(), DOWN, NOON));

        Finding finding = new Classifier(large, new Quorum(THREE), Graces.DEFAULT)
                .classify(vantages.view(), BLUE, NOON)
                .findings()
                .get(0);

        assertThat(finding.why()).contains("n4 DOWN by 3 of 3 vantages and 1 more (DOWN seen by north)");
    }

    @Test
    void shouldFindANodeFailureAfterItsGraceWhenOneOfTwoIsDown() {
        vantages.allSay("blue-2", DOWN, NOON);

        assertThat(picture(NOON).next(NOON)).contains(NOON.plusSeconds(5));
        assertThat(due(NOON.plusMillis(4999))).isEmpty();
        Finding finding = picture(NOON.plusSeconds(5)).due(NOON.plusSeconds(5)).get(0);

        assertThat(finding.scenario()).isEqualTo(NODE_FAILURE);
        assertThat(finding.standby()).isFalse();
        assertThat(finding.why()).startsWith("1 of 2 nodes of the active site blue are down: blue-2 DOWN by 3 of 3");
    }

    @Test
    void shouldFindAnApplicationFailureWhenQdrantIsFine() {
        vantages.allSay("app", DOWN, NOON, reason("server-error"));

        assertThat(due(NOON.plusSeconds(4))).isEmpty();
        assertThat(due(NOON.plusSeconds(5))).containsExactly(APP_FAILURE);
    }

    @Test
    void shouldNotBlameTheApplicationWhenQdrantIsNotFine() {
        vantages.allSay("app", DOWN, NOON, reason("server-error")).allSay("blue-1", DEGRADED, NOON, reason("garbage"));

        assertThat(due(NOON.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dummy-shard", "red", "collection-missing", "content"})
    void shouldFindCorruptionWhenAMajorityHasSeenIt(String evidence) {
        vantages.says("north", "north", "blue-1", DEGRADED, NOON, reason(evidence))
                .says("south", "south", "blue-1", DEGRADED, NOON, reason(evidence));

        assertThat(due(NOON.plusSeconds(5))).containsExactly(DATA_CORRUPTION);
    }

    @Test
    void shouldNotFindCorruptionWhenOnlyOneHasSeenIt() {
        vantages.says("north", "north", "blue-1", DEGRADED, NOON, reason("dummy-shard"))
                .says("south", "south", "blue-1", DEGRADED, NOON, reason("rate-limited"));

        assertThat(due(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldFindABreachOnlyByAlert() {
        Arguments alert = reason("alert").with("scenario", "SECURITY_BREACH");
        vantages.says("north", "north", "alert-keys", DEGRADED, NOON, alert);
        assertThat(due(NOON)).isEmpty();

        vantages.says("south", "south", "alert-keys", DEGRADED, NOON, alert);

        assertThat(due(NOON)).containsExactly(SECURITY_BREACH);
    }

    @Test
    void shouldFindEndangeredBackupsByAlert() {
        vantages.allSay("alert-backup", DOWN, NOON, Arguments.of("scenario", "BACKUP_AT_RISK"));

        assertThat(due(NOON)).containsExactly(BACKUP_AT_RISK);
    }

    @Test
    void shouldFindNothingWhenAnAlertNamesAScenarioThatProbesDecide() {
        vantages.allSay("alert-odd", DOWN, NOON, Arguments.of("scenario", "CLUSTER_FAILURE"));

        assertThat(due(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldOnlyTellOfAStandbyWhenItAloneIsDown() {
        vantages.allSay("green-1", DOWN, NOON);

        Picture picture = picture(NOON.plusSeconds(5));

        assertThat(picture.findings()).hasSize(1);
        assertThat(picture.findings().get(0).standby()).isTrue();
        assertThat(picture.unfit()).containsExactly(GREEN);
        assertThat(picture.findings().get(0).why()).startsWith("the standby green could not take over: green-1 DOWN");
    }

    @Test
    void shouldTellNothingWhileTheActiveSiteIsUnknown() {
        vantages.allSay("blue-1", DOWN, NOON).allSay("blue-2", DOWN, NOON);

        Picture picture = classifier.classify(vantages.view(), null, NOON);

        assertThat(picture.findings()).isEmpty();
        assertThat(picture.isClear()).isFalse();
        assertThat(picture.why()).isEqualTo("waits: the log does not say yet which site is active");
    }

    @Test
    void shouldSayWhoIsMissingWhenThereIsNoQuorum() {
        vantages.allSay("blue-1", DOWN, NOON).allSay("blue-2", DOWN, NOON);
        Instant later = NOON.plusSeconds(10);
        vantages.beat("north", later);

        Picture picture = classifier.classify(vantages.view(), BLUE, later);

        assertThat(picture.findings()).isEmpty();
        assertThat(picture.isClear()).isFalse();
        assertThat(picture.why())
                .startsWith(
                        "watches: no majority of the configured vantages agrees on blue-1 (north DOWN, DOWN seen by north; "
                                + "south UNKNOWN, its last beat is 10000 ms old");
    }

    @Test
    void shouldFindAPartitionAfterItsGraceWhenTwoVantagesStandAgainstTwo() {
        List<VantageId> four =
                Stream.of("north", "south", "west", "east").map(VantageId::new).toList();
        Classifier classifier = new Classifier(TOPOLOGY, new Quorum(four), Graces.DEFAULT);
        vantages.beat("east", NOON).says("east", "blue-1", UP, BEFORE).says("east", "blue-2", UP, BEFORE);
        vantages.says("north", "blue-1", DOWN, NOON.minusSeconds(1)).says("south", "blue-1", DOWN, NOON);
        Instant due = NOON.plusSeconds(30);
        vantages.allBeat(due).beat("east", due);

        Picture picture = classifier.classify(vantages.view(), BLUE, due);

        assertThat(picture.due(due.minusMillis(1))).isEmpty();
        assertThat(picture.due(due)).extracting(Finding::scenario).containsExactly(NETWORK_PARTITION);
        assertThat(picture.findings().get(0).why())
                .isEqualTo("vantages disagree about blue-1 of the active site blue though their controls answer: "
                        + "DOWN from north and south, UP from east and west");
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "south", "west"})
    void shouldFindNothingWhenOneVantageSeesItOtherwise(String lonely) {
        for (TargetState state : List.of(DOWN, DEGRADED)) {
            Stream.of("blue-1", "blue-2", "green-1", "app")
                    .forEach(target -> vantages.says(
                            lonely,
                            lonely,
                            target,
                            state,
                            NOON,
                            reason("dummy-shard").with("scenario", "SECURITY_BREACH")));

            assertThat(picture(NOON.plusSeconds(3600)).findings()).isEmpty();
        }
    }
}

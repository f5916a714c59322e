package io.lifeboat.qdrant.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.alias.FakeAliases.Fault;
import io.lifeboat.qdrant.alias.SwitchOutcome.Moved;
import io.lifeboat.qdrant.alias.SwitchOutcome.NothingMoved;
import io.lifeboat.qdrant.alias.SwitchOutcome.PartlyApplied;
import io.lifeboat.qdrant.alias.SwitchOutcome.Stale;
import io.lifeboat.qdrant.alias.SwitchOutcome.Unseen;
import io.lifeboat.qdrant.call.Endpoint;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AliasSwitchTest {
    private static final Marker FOURTH = new Marker("docs", 4, "claim-a");
    private static final Marker FIFTH = new Marker("docs", 5, "claim-b");
    private static final Marker OTHER_FIFTH = new Marker("docs", 5, "claim-c");

    private final FakeAliases server = new FakeAliases("old", "new");
    private final AliasSwitch docs =
            new AliasSwitch(new QdrantClient(server, Endpoint.of(URI.create("http://127.0.0.1:1"))).aliases(), "docs");

    private void givenMarker(Marker marker) {
        server.with("docs", "old").with(marker.aliasName(), "old").with("other@9@x", "old");
    }

    @Test
    void shouldMoveWhenTheExpectedMarkerStands() throws Exception {
        givenMarker(FOURTH);

        SwitchOutcome outcome = docs.move(FOURTH, FIFTH, "new");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.seen().last()).contains(FIFTH));
        assertThat(server.aliases()).containsEntry("docs", "new").containsKey("docs@5@claim-b");
    }

    @Test
    void shouldMoveNothingWhenAnotherMarkerStands() throws Exception {
        givenMarker(OTHER_FIFTH);
        Map<String, String> before = Map.copyOf(server.aliases());

        SwitchOutcome outcome = docs.move(FOURTH, FIFTH, "new");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Stale.class, stale -> assertThat(stale.seen().last()).contains(OTHER_FIFTH));
        assertThat(server.aliases()).isEqualTo(before);
    }

    @Test
    void shouldLoseTheRaceWhenAnotherWriterComesFirst() throws Exception {
        givenMarker(FOURTH);
        server.beforeNextUpdate(() -> {
            server.aliases().remove(FOURTH.aliasName());
            server.with(OTHER_FIFTH.aliasName(), "old");
        });

        assertThat(docs.move(FOURTH, FIFTH, "new")).isInstanceOf(Stale.class);
        assertThat(server.aliases()).containsEntry("docs", "old");
    }

    @Test
    void shouldTellMovedWhenOnlyTheAnswerWasLost() throws Exception {
        givenMarker(FOURTH);
        server.fail(Fault.ANSWER_LOST);

        assertThat(docs.move(FOURTH, FIFTH, "new")).isInstanceOf(Moved.class);
    }

    @Test
    void shouldTellThatARequestMayStillLandWhenItTimedOut() throws Exception {
        givenMarker(FOURTH);
        server.fail(Fault.REQUEST_LOST);

        assertThat(docs.move(FOURTH, FIFTH, "new"))
                .isInstanceOfSatisfying(
                        NothingMoved.class,
                        nothing -> assertThat(nothing.mayStillLand()).isTrue());
    }

    @Test
    void shouldTellThatNothingWillLandWhenRefused() throws Exception {
        givenMarker(FOURTH);
        server.fail(Fault.FORBIDDEN);

        assertThat(docs.move(FOURTH, FIFTH, "new")).isInstanceOfSatisfying(NothingMoved.class, nothing -> {
            assertThat(nothing.mayStillLand()).isFalse();
            assertThat(nothing.why().summary()).contains("Global manage access");
        });
    }

    @Test
    void shouldTellPartlyAppliedWhenTheCollectionIsMissingAndGoOnFromThere() throws Exception {
        givenMarker(FOURTH);

        assertThat(docs.move(FOURTH, FIFTH, "missing")).isInstanceOfSatisfying(PartlyApplied.class, partly -> {
            assertThat(partly.seen().last()).contains(FIFTH);
            assertThat(partly.seen().collection()).contains("old");
        });
        assertThat(docs.move(FIFTH, new Marker("docs", 6, "claim-d"), "new")).isInstanceOf(Moved.class);
    }

    @Test
    void shouldFailALateRequestOnceSealed() throws Exception {
        givenMarker(FOURTH);
        server.fail(Fault.REQUEST_LOST);
        docs.move(FOURTH, FIFTH, "new");

        SwitchOutcome seal = docs.move(FOURTH, OTHER_FIFTH, "old");
        SwitchOutcome late = docs.move(FOURTH, FIFTH, "new");

        assertThat(seal).isInstanceOf(Moved.class);
        assertThat(late).isInstanceOf(Stale.class);
        assertThat(server.aliases()).containsEntry("docs", "old");
    }

    @Test
    void shouldTellUnseenWhenItCannotLook() throws Exception {
        givenMarker(FOURTH);
        server.goBlind();

        assertThat(docs.move(FOURTH, FIFTH, "new")).isInstanceOf(Unseen.class);
        assertThat(docs.bootstrap(FOURTH, "new")).isInstanceOf(Unseen.class);
    }

    @Test
    void shouldBootstrapAliasAndMarkerWhenThereIsNone() throws Exception {
        assertThat(docs.bootstrap(FOURTH, "old")).isInstanceOf(Moved.class);
        assertThat(server.aliases()).isEqualTo(Map.of("docs", "old", "docs@4@claim-a", "old"));
    }

    @Test
    void shouldLeaveTheAliasWhereItPointsWhenBootstrappingItsMarker() throws Exception {
        server.with("docs", "new");

        assertThat(docs.bootstrap(FOURTH, "old")).isInstanceOf(PartlyApplied.class);
        assertThat(server.aliases()).containsEntry("docs", "new");
    }

    @Test
    void shouldNotBootstrapWhenAMarkerStands() throws Exception {
        givenMarker(FIFTH);

        assertThat(docs.bootstrap(FOURTH, "new")).isInstanceOf(Stale.class);
        assertThat(server.aliases()).doesNotContainKey(FOURTH.aliasName());
    }

    @Test
    void shouldTakeItsMarkerBackWhenTwoBootstrapAtOnce() throws Exception {
        server.with("docs", "old");
        server.beforeNextUpdate(() -> server.with(OTHER_FIFTH.aliasName(), "old"));

        assertThat(docs.bootstrap(FOURTH, "old")).isInstanceOf(Stale.class);
        assertThat(server.aliases()).doesNotContainKey(FOURTH.aliasName()).containsKey(OTHER_FIFTH.aliasName());
    }

    @Test
    void shouldTellNothingMovedWhenABootstrapIsRefused() throws Exception {
        server.fail(Fault.FORBIDDEN);

        assertThat(docs.bootstrap(FOURTH, "old")).isInstanceOf(NothingMoved.class);
    }

    @Test
    void shouldDemandAHigherEpoch() {
        assertThatThrownBy(() -> docs.move(FOURTH, new Marker("docs", 4, "claim-z"), "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted: expected an epoch above 4, found 4");
    }

    @Test
    void shouldDemandMarkersOfItsOwnAlias() {
        Marker other = new Marker("other", 5, "x");

        assertThatThrownBy(() -> docs.move(FOURTH, other, "new")).hasMessageContaining("one of alias docs");
        assertThatThrownBy(() -> docs.move(new Marker("other", 4, "x"), FIFTH, "new"))
                .hasMessageContaining("one of alias docs");
        assertThatThrownBy(() -> docs.bootstrap(other, "new")).hasMessageContaining("one of alias docs");
    }
}

package io.lifeboat.restore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.backup.KeptFile;
import io.lifeboat.qdrant.snapshot.inspect.Inspection;
import io.lifeboat.qdrant.snapshot.inspect.SegmentPart;
import io.lifeboat.qdrant.snapshot.inspect.ShardPart;
import io.lifeboat.qdrant.snapshot.inspect.SnapshotKind;
import io.lifeboat.qdrant.snapshot.inspect.WalPart;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final QdrantTransport NOBODY = request -> {
        throw new AssertionError("nobody is asked");
    };
    private static final Node NODE = new Node(new Clients(NOBODY), URI.create("http://n1:6333"), Optional.empty());

    private static ReplicaMarks.Replica replica(long shard) {
        return new ReplicaMarks.Replica(NODE, shard);
    }

    private static ShardCuts.Cut cut(long shard, long before, long ids, long entries) {
        Inspection seen = new Inspection(
                "x",
                SnapshotKind.SHARD,
                1,
                "5a".repeat(32),
                Optional.empty(),
                Map.of(),
                List.of(new ShardPart(
                        0,
                        true,
                        List.of(new SegmentPart("a", OptionalLong.of(1), OptionalLong.of(ids))),
                        new WalPart(1, entries))),
                List.of(),
                Map.of(),
                List.of());
        return new ShardCuts.Cut(
                replica(shard), Optional.empty(), before, KeptFile.plain("x", 1, "5a".repeat(32)), seen);
    }

    private static ReplicaMarks marks(long... operations) {
        Map<ReplicaMarks.Replica, Long> marks = new HashMap<>();
        for (int shard = 0; shard < operations.length; shard++) {
            marks.put(replica(shard), operations[shard]);
        }
        return new ReplicaMarks(marks, Set.of());
    }

    private static Counts counts(List<Long> after, ReplicaMarks first, ReplicaMarks last) throws NotKept {
        return Counts.of(List.of(cut(0, 10, 10, 0), cut(1, 20, 20, 0)), after, first, last);
    }

    @Test
    void shouldBeSettledWhenNeitherCountsNorLogsMoved() throws Exception {
        assertThat(counts(List.of(10L, 20L), marks(3, 4), marks(3, 4))).isEqualTo(new Counts(30, 30, true));
    }

    @Test
    void shouldNotBeSettledWhenOneLogMovedOrIsUnknown() throws Exception {
        assertThat(counts(List.of(10L, 20L), marks(3, 4), marks(3, 5)).settled())
                .isFalse();
        assertThat(counts(List.of(10L, 20L), marks(3), marks(3)).settled()).isFalse();
        assertThat(counts(List.of(10L, 20L), marks(3, 4), marks(3)).settled()).isFalse();
        assertThat(counts(List.of(11L, 20L), marks(3, 4), marks(3, 4)).settled())
                .isFalse();
    }

    /** 30 before and 30 after, and yet the cuts may hold anything from 25 to 35. */
    @Test
    void shouldNotLetOneShardsGrowthHideAnothersLoss() throws Exception {
        assertThat(counts(List.of(15L, 15L), marks(3, 4), marks(8, 9))).isEqualTo(new Counts(25, 35, false));
    }

    @Test
    void shouldMissPointsInAShardThatNobodyWroteTo() {
        assertThatThrownBy(() -> Counts.of(List.of(cut(1, 20, 19, 0)), List.of(20L), marks(3, 4), marks(3, 4)))
                .isInstanceOf(NotKept.class)
                .hasMessage("shard 1: expected 20 points in its snapshot, found 19 ids");
    }

    @Test
    void shouldNotMissWhatALogCanBringOrDeletionsTook() throws Exception {
        assertThat(Counts.of(List.of(cut(0, 20, 19, 1)), List.of(20L), marks(3), marks(3))
                        .settled())
                .isTrue();
        assertThat(Counts.of(List.of(cut(0, 20, 15, 0)), List.of(15L), marks(3), marks(8))
                        .least())
                .isEqualTo(15);
    }
}

package io.lifeboat.restore.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ClusterStatus;
import io.lifeboat.qdrant.transport.RawAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final Clients NOBODY = new Clients(request -> {
        throw new AssertionError("nobody is asked");
    });
    private static final Answer<ClusterStatus> STANDALONE = new Answer.Ok<>(new ClusterStatus.Standalone(), 200);
    private static final Answer<ClusterStatus> SILENT = new Answer.Unreachable<>(RawAnswer.Cause.REFUSED, "refused");

    private static Node node(int number) {
        return new Node(NOBODY, URI.create("http://n" + number + ":6333"), Optional.empty());
    }

    private static Answer<ClusterStatus> member(String peer, long commit, String... peers) {
        Map<String, String> all =
                List.of(peers).stream().collect(Collectors.toMap(each -> each, each -> "http://" + each));
        return new Answer.Ok<>(
                new ClusterStatus.Member(peer, all, Optional.of("1"), "Follower", 1, commit, 0, "working"), 200);
    }

    @SafeVarargs
    private static Topology judge(Answer<ClusterStatus>... answers) {
        Map<Node, Answer<ClusterStatus>> byNode = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i++) {
            byNode.put(node(i + 1), answers[i]);
        }
        return Topology.judge(byNode);
    }

    private static String why(Topology topology) {
        return ((Topology.Unfit) topology).why();
    }

    @Test
    void shouldTellAServerOfItsOwn() {
        assertThat(judge(STANDALONE)).isEqualTo(new Topology.Alone(node(1)));
    }

    @Test
    void shouldAskTheNodeFirstThatKnowsMost() {
        Topology topology = judge(member("1", 5, "1", "2", "3"), SILENT, member("3", 9, "1", "2", "3"));

        assertThat(topology).isInstanceOfSatisfying(Topology.Cluster.class, cluster -> {
            assertThat(cluster.first()).isEqualTo(node(3));
            assertThat(cluster.nodes()).isEqualTo(Map.of(node(1), "1", node(3), "3"));
            assertThat(cluster.peers()).isEqualTo(3);
        });
    }

    @Test
    void shouldBeUnfitWhenNobodyAnswersAndPerhapsFitLater() {
        Topology topology = judge(SILENT, SILENT);

        assertThat(why(topology)).contains("http://n1:6333: no answer", "http://n2:6333: no answer");
        assertThat(((Topology.Unfit) topology).again()).isTrue();
    }

    @Test
    void shouldNotTakeServersOfTheirOwnForACluster() {
        assertThat(why(judge(STANDALONE, STANDALONE))).endsWith("expected nodes of one cluster");
        assertThat(why(judge(member("1", 1, "1", "2"), STANDALONE))).endsWith("expected nodes of one cluster");
        assertThat(why(judge(STANDALONE, SILENT))).endsWith("expected nodes of one cluster");
    }

    @Test
    void shouldNotTakeTwoClustersForOne() {
        assertThat(why(judge(member("1", 9, "1", "2"), member("7", 1, "7", "8"))))
                .isEqualTo(
                        "http://n2:6333 is peer 7, which is none of the cluster of http://n1:6333: expected nodes of one"
                                + " cluster");
    }

    @Test
    void shouldNotTakeOneNodeForTwo() {
        assertThat(why(judge(member("1", 9, "1", "2"), member("1", 9, "1", "2"))))
                .isEqualTo("http://n2:6333 is peer 1, as another address is");
    }
}

package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Fields;
import io.lifeboat.qdrant.answer.WrongShape;
import java.util.Map;
import java.util.Optional;

/** What one node thinks of its cluster. Peer ids are unsigned 64-bit numbers, kept as digits. */
public sealed interface ClusterStatus {

    /** A node on its own. */
    record Standalone() implements ClusterStatus {}

    /**
     * A member.
     *
     * @param peers peer id to address: membership, not liveness
     * @param leader empty if this node knows none
     * @param consensus {@code working}, {@code stopped} or {@code stopped_with_err}
     */
    record Member(
            String peerId,
            Map<String, String> peers,
            Optional<String> leader,
            String role,
            long term,
            long commit,
            long pendingOperations,
            String consensus)
            implements ClusterStatus {
        public Member {
            peers = Map.copyOf(peers);
        }
    }

    static ClusterStatus read(Fields fields) {
        return switch (fields.text("status")) {
            case "disabled" -> new Standalone();
            case "enabled" -> member(fields);
            default -> throw new WrongShape(fields.where() + ".status", "enabled or disabled");
        };
    }

    private static Member member(Fields fields) {
        Fields raft = fields.at("raft_info");
        return new Member(
                fields.at("peer_id").asUnsigned(),
                fields.at("peers").asMap(peer -> peer.text("uri")),
                raft.find("leader").map(Fields::asUnsigned).filter(leader -> !leader.equals("0")),
                raft.text("role"),
                raft.number("term"),
                raft.number("commit"),
                raft.number("pending_operations"),
                fields.at("consensus_thread_status").text("consensus_thread_status"));
    }
}

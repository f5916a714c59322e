package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * One shard.
 *
 * @param local this node's replica of it, if it has one
 * @param replicaStates peer id to state, as {@code Active} or {@code Dead}
 * @param recovering a partial snapshot is being applied or waited for
 */
public record ShardTelemetry(
        long id, Optional<LocalReplica> local, Map<String, String> replicaStates, boolean recovering) {

    /** {@code variant_name} of a shard that could not be loaded; its {@code status} still reads green (case 24). */
    private static final String DUMMY = "dummy shard";

    public ShardTelemetry {
        replicaStates = Map.copyOf(replicaStates);
    }

    static ShardTelemetry read(Fields fields) {
        return new ShardTelemetry(
                fields.number("id"),
                fields.find("local").map(LocalReplica::read),
                fields.find("replicate_states")
                        .map(states -> states.asMap(Fields::asText))
                        .orElse(Map.of()),
                fields.find("partial_snapshot")
                        .map(partial -> partial.flag("is_recovering"))
                        .orElse(false));
    }

    public boolean isDummy() {
        return local.map(replica -> replica.variant().equals(DUMMY)).orElse(false);
    }

    /**
     * This node's replica.
     *
     * @param points approximate
     * @param opNum last applied operation of this replica's own log, where told (1.17+); grows with each write, and
     *     cannot be compared with another replica's
     */
    public record LocalReplica(String variant, Optional<String> status, Optional<Long> points, Optional<Long> opNum) {
        static LocalReplica read(Fields fields) {
            return new LocalReplica(
                    fields.text("variant_name"),
                    fields.find("status").map(Fields::asText),
                    fields.find("num_points").map(Fields::asNumber),
                    fields.find("update_queue")
                            .flatMap(queue -> queue.find("op_num"))
                            .map(Fields::asNumber));
        }
    }
}

package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A telling of the recorded script: word by word, or with everything in it renamed. */
interface Script {
    /** A case with its answers. */
    ContractCase tell(ContractCase contract);

    /** A request of a preparation. */
    ObjectNode tell(ObjectNode preparation);

    /** The settings of a node. */
    Nodes.Settings settings(String node);

    static Script asRecorded() {
        return new Script() {
            @Override
            public ContractCase tell(ContractCase contract) {
                return contract;
            }

            @Override
            public ObjectNode tell(ObjectNode preparation) {
                return preparation;
            }

            @Override
            public Nodes.Settings settings(String node) {
                return node.equals("auth") ? Nodes.Settings.keys("admin-key", "reader-key") : Nodes.Settings.plain();
            }
        };
    }

    List<String> STANDALONE = List.of(
            "01-service-endpoints",
            "02-auth",
            "03-collection-lifecycle",
            "04-create-from-reported-config",
            "05-points",
            "06-aliases",
            "07-snapshot-create-list-download-delete",
            "08-snapshot-recover-new-name",
            "09-snapshot-recover-incompatible",
            "10-snapshot-recover-over-existing",
            "11-snapshot-upload",
            "26-telemetry",
            "27-full-snapshot",
            "28-cluster-calls-on-standalone",
            "31-strict-mode-fence",
            "32-delete-collection",
            "33-recovery-mode",
            "42-sigkill-durability",
            "44-alias-compare-and-set");

    /** What needs Qdrant's own files inside a snapshot, or its shard and partial snapshots. */
    List<String> NEEDS_REAL_FILES = List.of(
            "12-snapshot-rewritten-tar",
            "13-damaged-segment-json-missing",
            "14-damaged-segment-json-garbage",
            "15-damaged-segment-version-missing",
            "16-damaged-id-tracker-missing",
            "17-damaged-vector-bit-flip",
            "18-damaged-no-segments",
            "19-damaged-wal-missing",
            "20-damaged-config-missing",
            "21-damaged-version-info-missing",
            "22-damaged-payload-index-missing",
            "23-damaged-first-index-empty",
            "24-telemetry-with-dummy-shard",
            "25-restart-with-dummy-shard",
            "29-shard-snapshots",
            "30-partial-snapshots",
            "43-corrupt-at-rest");

    /** Without the one that damages the node's own files. */
    List<String> IN_CONTAINERS = Stream.concat(STANDALONE.stream(), NEEDS_REAL_FILES.stream())
            .filter(name -> !name.startsWith("43-"))
            .sorted()
            .toList();

    /** Without the one in which Qdrant counts twice what its index and its log both hold, and the one that lists its traces. */
    List<String> ON_STAND_IN = Stream.of(
                    STANDALONE,
                    NEEDS_REAL_FILES,
                    List.of("35-cluster-snapshot-on-standalone", "36-cluster-shard-snapshots-to-standalone"))
            .flatMap(List::stream)
            .filter(name -> !name.startsWith("16-") && !name.startsWith("24-"))
            .sorted()
            .toList();

    /** What needs a cluster of three. */
    List<String> NEEDS_CLUSTER = List.of(
            "34-cluster",
            "35-cluster-snapshot-on-standalone",
            "36-cluster-shard-snapshots-to-standalone",
            "37-cluster-node-killed",
            "38-cluster-quorum-lost",
            "39-cluster-back",
            "40-custom-sharding",
            "41-custom-sharding-restored-by-hand");

    /** All of them, in the order of their numbers. */
    List<String> REAL = Stream.of(STANDALONE, NEEDS_REAL_FILES, NEEDS_CLUSTER)
            .flatMap(List::stream)
            .sorted()
            .toList();

    /**
     * Without the cluster's, whose shards hold other numbers of points under other ids, and without the one that sums up in
     * numbers what the node did.
     */
    List<String> REAL_REWRITTEN = Stream.concat(STANDALONE.stream(), NEEDS_REAL_FILES.stream())
            .filter(name -> !name.startsWith("24-"))
            .sorted()
            .toList();
}

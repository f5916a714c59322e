package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

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
                return node.equals("auth")
                        ? new Nodes.Settings(Optional.of("admin-key"), Optional.of("reader-key"), Optional.empty())
                        : Nodes.Settings.plain();
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
}

package io.lifeboat.detector.probe;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.qdrant.secret.SecretReference;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One thing probed. Compared by value: the same configuration is the same target. */
public sealed interface ProbeTarget {

    TargetId id();

    /** Without a user, so that it may be shown. */
    URI address();

    ProbeSettings settings();

    /** Host and port as people write them. */
    default String where() {
        return address().getHost() + ":" + Addresses.port(address());
    }

    /** What belongs to a workspace, and is reported. */
    sealed interface OfWorkspace extends ProbeTarget {
        WorkspaceId workspace();
    }

    /**
     * One node of a site's Qdrant, asked itself and never through anything in between.
     *
     * @param collections those that must be there; empty: all that are found
     */
    record QdrantNode(
            WorkspaceId workspace,
            TargetId id,
            SiteId site,
            URI address,
            Optional<SecretReference> apiKey,
            List<WatchedCollection> collections,
            ProbeSettings settings)
            implements OfWorkspace {
        public QdrantNode {
            Addresses.require(address, "http", "https");
            collections = List.copyOf(collections);
        }
    }

    /**
     * An application's own health endpoint.
     *
     * @param status what it answers while all is well
     */
    record Application(WorkspaceId workspace, TargetId id, URI address, int status, ProbeSettings settings)
            implements OfWorkspace {
        public Application {
            Addresses.require(address, "http", "https");
            if (status < 100 || status > 599) {
                throw new IllegalArgumentException("status: expected 100 to 599, got " + status);
            }
        }
    }

    /** Something of the vantage's own surroundings: whoever cannot reach it should not speak of others. */
    record Control(TargetId id, URI address, ProbeSettings settings) implements ProbeTarget {
        public Control {
            Addresses.require(address, "tcp", "http", "https");
        }
    }
}

package io.lifeboat.lab.qdrant.contract;

import io.lifeboat.lab.qdrant.QdrantStandIn;
import io.lifeboat.lab.qdrant.StandInChild;
import io.lifeboat.lab.qdrant.StandInConfig;
import io.lifeboat.lab.qdrant.service.Keys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Stand-ins in this process, but for the one that is to be killed. */
final class StandInNodes implements Nodes {
    private static final String KILLED = "k9";

    private final Path root;
    private final Map<String, QdrantStandIn> inside = new HashMap<>();
    private final Map<String, StandInChild> children = new HashMap<>();

    StandInNodes(Path root) {
        this.root = root;
    }

    @Override
    public URI start(String name, Settings settings) throws IOException {
        if (name.equals(KILLED)) {
            String[] more = settings.toleratesLoadErrors() ? new String[] {"--handle-load-errors"} : new String[0];
            StandInChild child = StandInChild.start(directory(name), more);
            children.put(name, child);
            return child.url();
        }
        StandInConfig config =
                StandInConfig.in(directory(name)).withKeys(new Keys(settings.apiKey(), settings.readOnlyKey()));
        QdrantStandIn node = QdrantStandIn.start(
                settings.recoveryMode().map(config::withRecoveryMode).orElse(config));
        inside.put(name, node);
        return node.url();
    }

    @Override
    public void kill(String name) throws IOException {
        if (children.containsKey(name)) {
            children.remove(name).kill();
        } else {
            inside.remove(name).close();
        }
    }

    @Override
    public int startInVain(String name) throws IOException {
        return StandInChild.startInVain(directory(name));
    }

    @Override
    public boolean canCluster() {
        return false;
    }

    @Override
    public Path directory(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        for (QdrantStandIn node : inside.values()) {
            node.close();
        }
        for (StandInChild child : children.values()) {
            child.kill();
        }
    }
}

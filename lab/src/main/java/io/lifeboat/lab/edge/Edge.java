package io.lifeboat.lab.edge;

import io.lifeboat.lab.http.JsonServer;
import io.lifeboat.lab.process.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * The workspace's public address: forwards HTTP to the current target, which its admin call reads and compares-and-sets together
 * with an epoch and a claim. A running edge is thread-safe.
 */
public final class Edge implements Part {

    private static final Logger LOG = System.getLogger(Edge.class.getName());

    private final TrafficStore store;
    private final DataSide data;
    private final JsonServer admin;

    private Edge(TrafficStore store, DataSide data, JsonServer admin) {
        this.store = store;
        this.data = data;
        this.admin = admin;
    }

    /**
     * Starts an edge.
     *
     * @throws IllegalArgumentException if there is neither a stored nor a configured target
     * @throws IOException if a port is taken or the directory cannot be used
     */
    public static Edge start(EdgeConfig config) throws IOException, InterruptedException {
        TrafficStore store = TrafficStore.open(config.data(), config.target());
        try {
            return start(config, store, InstantSource.system());
        } catch (IOException | InterruptedException e) {
            store.close();
            throw e;
        }
    }

    private static Edge start(EdgeConfig config, TrafficStore store, InstantSource clock)
            throws IOException, InterruptedException {
        Optional<Instant> left = config.mirror().flatMap(pair -> firstLeft(store, pair));
        DataSide data = DataSide.start(config, store.current(), left, clock);
        TrafficSwitch traffic = new TrafficSwitch(store, data, clock);
        try {
            return new Edge(store, data, JsonServer.start(config.adminPort(), new EdgeAdmin(traffic, data).routes()));
        } catch (IOException e) {
            data.close();
            throw e;
        }
    }

    private static Optional<Instant> firstLeft(TrafficStore store, MirrorPair pair) {
        return store.journal().stream()
                .filter(made -> !made.to().target().equals(pair.from()))
                .map(Switch::at)
                .findFirst();
    }

    /** The public port. */
    public int port() {
        return data.port();
    }

    public int adminPort() {
        return admin.port();
    }

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public Map<String, Object> ready() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("port", port());
        ready.put("adminPort", adminPort());
        return ready;
    }

    @Override
    public void close() {
        admin.close();
        data.close();
        try {
            store.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "journal of switches not closed", e);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new EdgeCommand()).execute(args));
    }
}

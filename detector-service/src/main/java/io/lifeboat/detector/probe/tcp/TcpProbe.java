package io.lifeboat.detector.probe.tcp;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a connection to the target. When it is closed the probe connects again at once, and rings only if that is
 * refused: servers close idle connections all the time, but a killed one refuses the next within a millisecond. A
 * stopped process accepts connections and says nothing: that is for the probes that read.
 */
@Singleton
public final class TcpProbe implements Probe {
    private static final int MOST_CONNECT_MILLIS = 5_000;

    private final NetClient client;
    private final Map<ProbeTarget, HeldConnection> held = new ConcurrentHashMap<>();

    @Inject
    public TcpProbe(Vertx vertx) {
        this.client = vertx.createNetClient(
                new NetClientOptions().setTcpKeepAlive(true).setConnectTimeout(MOST_CONNECT_MILLIS));
    }

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return switch (target) {
            case ProbeTarget.QdrantNode node -> true;
            case ProbeTarget.Application application -> false;
            case ProbeTarget.Control control -> control.address().getScheme().equals("tcp");
        };
    }

    @Override
    public void watch(ProbeTarget target, Alarm alarm) {
        of(target).ringing(alarm);
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        HeldConnection connection = of(target);
        return target instanceof ProbeTarget.Control
                ? connection.knock(deadline.next())
                : connection.look(deadline.next());
    }

    @Override
    public void forget(ProbeTarget target) {
        HeldConnection connection = held.remove(target);
        if (connection != null) {
            connection.close();
        }
    }

    /** Ends all connections; from any thread. */
    @PreDestroy
    public void close() {
        held.values().forEach(HeldConnection::close);
        client.close();
    }

    private HeldConnection of(ProbeTarget target) {
        return held.computeIfAbsent(target, one -> new HeldConnection(client, one));
    }
}

package io.lifeboat.detector.probe.tcp;

import io.lifeboat.detector.probe.Addresses;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.http.Failures;
import io.lifeboat.detector.probe.http.Judge;
import io.lifeboat.detector.probe.http.Stopwatch;
import io.lifeboat.events.health.TargetState;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connection to one target. Belongs to one event loop. */
final class HeldConnection {
    /** A connection closed sooner was never really served. */
    private static final Duration SHORT_LIVED = Duration.ofMillis(100);

    /** That many short-lived ones in a row are a finding. */
    private static final int HANG_UPS = 3;

    private final NetClient client;
    private final ProbeTarget target;
    private Probe.Alarm alarm = seen -> {};
    private Duration patience;
    private @Nullable NetSocket socket;
    private Stopwatch life = Stopwatch.start();
    private int hangUps;
    private volatile boolean closed;

    HeldConnection(NetClient client, ProbeTarget target) {
        this.client = client;
        this.target = target;
        this.patience = target.settings().timeout();
    }

    void ringing(Probe.Alarm other) {
        alarm = other;
    }

    /** Whether the connection stands, or a new one can be had in time. */
    Future<ProbeResult> look(Duration timeout) {
        patience = timeout;
        if (socket != null && served()) {
            hangUps = 0;
        }
        return socket == null ? connect() : Future.succeededFuture(stands(Duration.ZERO));
    }

    /** Whether a new connection can be had in time: one that is held says nothing of a network that was cut. */
    Future<ProbeResult> knock(Duration timeout) {
        letGo();
        return look(timeout);
    }

    void close() {
        closed = true;
        letGo();
    }

    private void letGo() {
        NetSocket last = socket;
        socket = null;
        if (last != null) {
            last.close();
        }
    }

    private Future<ProbeResult> connect() {
        Stopwatch watch = Stopwatch.start();
        Future<NetSocket> connecting = client.connect(
                Addresses.port(target.address()), target.address().getHost());
        connecting.onSuccess(this::hold); // even if it comes late: it is a connection
        return connecting
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .transform(connected -> Future.succeededFuture(judged(connected, watch.elapsed())));
    }

    private ProbeResult judged(AsyncResult<NetSocket> connected, Duration latency) {
        if (connected.succeeded()) {
            return stands(latency);
        }
        Throwable failure = connected.cause();
        String evidence = "connecting to %s: %s".formatted(target.where(), Failures.detail(failure));
        return Judge.unreachable(Failures.cause(failure), evidence, latency);
    }

    private void hold(NetSocket fresh) {
        if (closed || socket != null) {
            fresh.close();
            return;
        }
        socket = fresh;
        life = Stopwatch.start();
        fresh.handler(bytes -> {}); // whatever it says unasked is of no interest
        fresh.exceptionHandler(failure -> {}); // a reset ends in closing, too
        fresh.closeHandler(end -> lost(fresh));
    }

    private void lost(NetSocket ended) {
        if (closed || !ended.equals(socket)) {
            return;
        }
        socket = null;
        hangUps = served() ? 0 : hangUps + 1;
        if (hangUps < HANG_UPS) {
            reconnect();
        }
    }

    private boolean served() {
        return life.elapsed().compareTo(SHORT_LIVED) >= 0;
    }

    /** Quiet if it succeeds. Not done after several hang-ups in a row: then it waits for the next look. */
    private void reconnect() {
        connect().onSuccess(result -> {
            if (!closed && result.state() == TargetState.DOWN) {
                alarm.ring(result);
            }
        });
    }

    private ProbeResult stands(Duration latency) {
        return hangUps < HANG_UPS
                ? ProbeResult.up("a connection to %s stands".formatted(target.where()), latency)
                : ProbeResult.degraded(
                        Reason.HANGS_UP,
                        "%s accepts connections and closes them at once".formatted(target.where()),
                        latency);
    }
}

package io.lifeboat.lab.edge;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** The public port with its forwarder and mirror, all on one event loop; the methods hand over to it. Thread-safe. */
final class DataSide implements Gate, AutoCloseable {

    private static final int MAX_HEADERS_BYTES = 64 << 10;
    private static final int IDLE_SECONDS = 75;
    private static final long MIRROR_LIMIT_BYTES = 1L << 30;

    private final EdgeLoop loop;
    private final InstantSource clock;
    private final Forwarder forwarder;
    private final Optional<Mirror> mirror;
    private final Optional<MirrorWorker> worker;
    private final HttpServer server;

    private DataSide(
            EdgeLoop loop,
            InstantSource clock,
            Forwarder forwarder,
            Optional<Mirror> mirror,
            Optional<MirrorWorker> worker,
            HttpServer server) {
        this.loop = loop;
        this.clock = clock;
        this.forwarder = forwarder;
        this.mirror = mirror;
        this.worker = worker;
        this.server = server;
    }

    /**
     * Opens the public port.
     *
     * @param leftCopiedSite when the target first left the mirrored site, if it ever did
     */
    static DataSide start(EdgeConfig config, Traffic traffic, Optional<Instant> leftCopiedSite, InstantSource clock)
            throws IOException, InterruptedException {
        EdgeLoop loop = new EdgeLoop();
        try {
            Optional<MirrorWorker> worker = Optional.empty();
            if (config.mirror().isPresent()) {
                worker = Optional.of(
                        new MirrorWorker(loop.vertx(), MirrorJournal.open(config.data(), MIRROR_LIMIT_BYTES)));
            }
            Optional<Mirror> mirror = worker.map(journal -> mirror(loop, config, journal, clock));
            Forwarder forwarder = loop.get(() -> new Forwarder(loop.vertx(), config, traffic, mirror));
            HttpServer server = loop.call(() -> listen(loop, config, forwarder));
            if (mirror.isPresent()) {
                Mirror copying = mirror.get();
                loop.run(() -> copying.begin(traffic, leftCopiedSite));
            }
            return new DataSide(loop, clock, forwarder, mirror, worker, server);
        } catch (IOException | TimeoutException | RuntimeException e) {
            loop.close();
            throw new IOException("the edge could not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            loop.close();
            throw e;
        }
    }

    private static Mirror mirror(EdgeLoop loop, EdgeConfig config, MirrorWorker worker, InstantSource clock) {
        MirrorPair pair = config.mirror().orElseThrow();
        StandbySender sender = new StandbySender(loop.vertx(), pair.to(), config.timeout(), config.connectTimeout());
        return new Mirror(loop.vertx(), pair, worker, sender, clock);
    }

    private static Future<HttpServer> listen(EdgeLoop loop, EdgeConfig config, Forwarder forwarder) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(config.port())
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(MAX_HEADERS_BYTES)
                .setMaxInitialLineLength(MAX_HEADERS_BYTES)
                .setHandle100ContinueAutomatically(true);
        return loop.vertx().createHttpServer(options).requestHandler(forwarder).listen();
    }

    int port() {
        return server.actualPort();
    }

    /** The value in effect. */
    Traffic traffic() throws InterruptedException, TimeoutException {
        return loop.get(forwarder::traffic);
    }

    Optional<Map<String, Object>> lag() throws InterruptedException, TimeoutException {
        return mirror.isEmpty() ? Optional.empty() : Optional.of(loop.get(mirror.get()::lag));
    }

    Optional<Map<String, Object>> unmirrored() throws InterruptedException, TimeoutException {
        return worker.isEmpty() ? Optional.empty() : Optional.of(loop.call(worker.get()::report));
    }

    @Override
    public void hold() throws InterruptedException, TimeoutException {
        loop.call(() -> {
            forwarder.hold();
            return mirror.map(Mirror::hold).orElseGet(Future::succeededFuture);
        });
    }

    @Override
    public void release() throws InterruptedException, TimeoutException {
        loop.run(() -> {
            mirror.ifPresent(Mirror::release);
            forwarder.release();
        });
    }

    @Override
    public void move(Traffic value) throws InterruptedException, TimeoutException {
        Instant now = clock.instant();
        loop.run(() -> {
            mirror.ifPresent(copying -> copying.follow(value, now));
            forwarder.move(value);
        });
    }

    @Override
    public void close() {
        worker.ifPresent(MirrorWorker::close);
        loop.close();
    }
}

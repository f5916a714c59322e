package io.lifeboat.lab.qdrant;

import io.lifeboat.lab.qdrant.collections.AliasesHandler;
import io.lifeboat.lab.qdrant.collections.CollectionsHandler;
import io.lifeboat.lab.qdrant.fault.ActiveFaults;
import io.lifeboat.lab.qdrant.fault.AdminHandler;
import io.lifeboat.lab.qdrant.fault.Fence;
import io.lifeboat.lab.qdrant.fault.RestoreFaults;
import io.lifeboat.lab.qdrant.fault.WireFaults;
import io.lifeboat.lab.qdrant.fault.WrongAnswers;
import io.lifeboat.lab.qdrant.http.HttpFront;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.http.Router;
import io.lifeboat.lab.qdrant.points.PointReadsHandler;
import io.lifeboat.lab.qdrant.points.PointWritesHandler;
import io.lifeboat.lab.qdrant.points.SearchHandler;
import io.lifeboat.lab.qdrant.service.AdminFrontend;
import io.lifeboat.lab.qdrant.service.Frontend;
import io.lifeboat.lab.qdrant.service.MetricsHandler;
import io.lifeboat.lab.qdrant.service.RequestCounts;
import io.lifeboat.lab.qdrant.service.ServiceHandler;
import io.lifeboat.lab.qdrant.service.TelemetryHandler;
import io.lifeboat.lab.qdrant.snapshots.FullSnapshotsHandler;
import io.lifeboat.lab.qdrant.snapshots.PartialSnapshotsHandler;
import io.lifeboat.lab.qdrant.snapshots.ShardSnapshotsHandler;
import io.lifeboat.lab.qdrant.snapshots.SnapshotFaults;
import io.lifeboat.lab.qdrant.snapshots.SnapshotsHandler;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A stand-in for one standalone Qdrant node, for the demo and for tests where no real one is at hand. It is held to
 * exchanges recorded with Qdrant 1.18.3 and keeps its data on disk. Not for production: it searches by brute force.
 */
public final class QdrantStandIn implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Storage storage;
    private final HttpFront data;
    private final HttpFront admin;

    private QdrantStandIn(StandInConfig config) throws IOException {
        this.storage = new Storage(config.storage(), config.recoveryMode(), config.toleratesLoadErrors());
        ActiveFaults faults = new ActiveFaults();
        Fence fence = new Fence(config.storage());
        RequestCounts counts = new RequestCounts();
        Frontend frontend = new Frontend(
                new Router(routes(config, storage, faults, counts)),
                config.keys(),
                fence,
                new WireFaults(faults),
                counts,
                storage);
        this.data = new HttpFront(HOST, config.httpPort(), frontend);
        AdminHandler calls = new AdminHandler(faults, fence, storage, data);
        this.admin = new HttpFront(HOST, config.adminPort(), new AdminFrontend(new Router(calls.routes())));
    }

    private static List<Route> routes(StandInConfig config, Storage storage, ActiveFaults faults, RequestCounts counts)
            throws IOException {
        String version = config.version();
        boolean recoveryMode = config.recoveryMode().isPresent();
        Clock clock = Clock.systemUTC();
        WrongAnswers wrong = new WrongAnswers(faults);
        List<Route> routes = new ArrayList<>(new ServiceHandler(version, storage).routes());
        routes.addAll(new TelemetryHandler(clock.instant(), version, recoveryMode, storage, counts).routes());
        routes.addAll(new MetricsHandler(version, recoveryMode, storage, counts).routes());
        routes.addAll(new AliasesHandler(storage).routes());
        routes.addAll(new CollectionsHandler(storage).routes());
        SnapshotFaults broken = new RestoreFaults(faults);
        routes.addAll(new SnapshotsHandler(storage, config.snapshots(), clock, broken).routes());
        routes.addAll(new ShardSnapshotsHandler(storage, config.snapshots(), clock, broken).routes());
        routes.addAll(new PartialSnapshotsHandler(storage, broken).routes());
        routes.addAll(new FullSnapshotsHandler(storage, config.snapshots(), clock).routes());
        routes.addAll(new PointReadsHandler(storage, wrong).routes());
        routes.addAll(new SearchHandler(storage, wrong).routes());
        routes.addAll(new PointWritesHandler(storage).routes());
        return routes;
    }

    /** Starts a node in this process; it listens when this returns. */
    public static QdrantStandIn start(StandInConfig config) throws IOException {
        return new QdrantStandIn(config);
    }

    public int httpPort() {
        return data.port();
    }

    public int adminPort() {
        return admin.port();
    }

    public URI url() {
        return URI.create("http://" + HOST + ":" + httpPort());
    }

    public URI adminUrl() {
        return URI.create("http://" + HOST + ":" + adminPort());
    }

    @Override
    public void close() throws IOException {
        admin.close();
        data.close();
        storage.close();
    }

    public static void main(String[] args) {
        int status = new CommandLine(new QdrantCommand()).execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}

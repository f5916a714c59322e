package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.layout.BackupFolder;
import io.lifeboat.backup.seal.ReferencedKeys;
import io.lifeboat.backup.seal.SealKey;
import io.lifeboat.backup.store.BackupStore;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.restore.StoreCatalogues;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.BackupSource;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes backups when they are due or wanted, on one virtual thread a workspace: one run at a time. Only the process that owns the
 * workspace's partition does, so replicas do not make the same one twice. Nothing of it is a step, and nothing waits for it. While a
 * recovery runs, none is begun: it would take the disk from what people wait for.
 */
@Singleton
public class BackupWatch {
    private static final Logger LOG = Logger.getLogger(BackupWatch.class);
    /** After the participant was started, and stopped before it is. */
    private static final int AFTER_HOST = 3000;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LifeboatConfig config;
    private final StoreCatalogues stores;
    private final Clients clients;
    private final Host host;
    private final MeterRegistry registry;
    private final Map<Place, Instant> failed = new ConcurrentHashMap<>();
    private final Map<Place, Instant> taken = new ConcurrentHashMap<>();
    private final Set<Place> wanted = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private List<Thread> threads = List.of();

    private record Place(WorkspaceId workspace, String source) {}

    BackupWatch(LifeboatConfig config, StoreCatalogues stores, Clients clients, Host host, MeterRegistry registry) {
        this.config = config;
        this.stores = stores;
        this.clients = clients;
        this.host = host;
        this.registry = registry;
    }

    void start(@Observes @Priority(AFTER_HOST) StartupEvent event) {
        threads = config.workspaces().stream()
                .filter(workspace -> workspace.backups() != null)
                .map(workspace ->
                        Thread.ofVirtual().name("backups-" + workspace.id()).start(() -> watch(workspace)))
                .toList();
    }

    void end(@Observes @Priority(1) ShutdownEvent event) {
        stop.countDown();
        threads.forEach(Thread::interrupt);
    }

    /** Asks for a backup of all sources of a workspace as soon as it can be; false if it keeps none. */
    public boolean wantNow(WorkspaceId workspace) {
        Optional<Backups> backups = config.workspace(workspace).map(WorkspaceConfig::backups);
        backups.ifPresent(kept -> kept.sources().forEach(source -> wanted.add(new Place(workspace, source.id()))));
        return backups.isPresent();
    }

    private void watch(WorkspaceConfig workspace) {
        try {
            host.participant().awaitReady();
            while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look(workspace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that cannot be reached now, or a bug, must not end the watch for good. */
    private void look(WorkspaceConfig workspace) throws InterruptedException {
        Backups backups = Objects.requireNonNull(workspace.backups());
        try {
            if (!host.owns(workspace.id())) {
                return;
            }
            Workspace state = host.participant().workspace(workspace.id());
            SiteId active = state.active();
            if (active == null || state.lockHolder().isPresent()) {
                return;
            }
            for (BackupSource source : backups.sources()) {
                if (source.type().equals("qdrant")) {
                    look(workspace, backups, source, workspace.site(active).orElseThrow());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "backups cannot be looked after workspace=%s", workspace.id());
        }
    }

    private void look(WorkspaceConfig workspace, Backups backups, BackupSource source, Site site)
            throws InterruptedException, IOException {
        Place place = new Place(workspace.id(), source.id());
        Optional<Instant> known = Optional.ofNullable(taken.get(place));
        boolean tried = known.isPresent() || failed.containsKey(place);
        if (tried && decide(place, source, known) instanceof Schedule.Decision.Wait) {
            return; // to list a store reads all that it keeps: only when one is due by what is known here
        }
        Catalogue catalogue = stores.of(workspace).orElseThrow();
        Optional<BackupRecord> newest = catalogue.list(workspace.id()).newest(source.id());
        tell(place, newest);
        Schedule.Decision decision = decide(place, source, newest.map(BackupRecord::taken));
        if (decision instanceof Schedule.Decision.Begin begin) {
            LOG.infof("backup begins workspace=%s source=%s why=%s", workspace.id(), source.id(), begin.why());
            make(
                    place,
                    workspace,
                    backups,
                    site,
                    newest.map(BackupRecord::bytes).orElse(0L));
            BackupStore store = stores.store(workspace).orElseThrow();
            sweep(store, catalogue.list(workspace.id()).records(), place, backups);
        }
    }

    private Schedule.Decision decide(Place place, BackupSource source, Optional<Instant> newest) {
        return wanted.contains(place)
                ? new Schedule.Decision.Begin("it was asked for")
                : Schedule.decide(
                        place.workspace().value(),
                        source,
                        newest,
                        Optional.ofNullable(failed.get(place)),
                        Instant.now());
    }

    private void make(Place place, WorkspaceConfig workspace, Backups backups, Site site, long lastBytes)
            throws InterruptedException, IOException {
        try {
            Optional<SecretRef> apiKey = workspace.apiKeyOf(site);
            QdrantBackup run = new QdrantBackup(
                    site.nodes().stream()
                            .map(address -> new Node(clients, address, apiKey))
                            .toList(),
                    stores.store(workspace).orElseThrow(),
                    Clock.systemUTC());
            BackupRecord kept = run.run(
                    order(place, backups, site, lastBytes),
                    line -> LOG.infof("backup workspace=%s source=%s %s", place.workspace(), place.source(), line));
            wanted.remove(place);
            failed.remove(place);
            tell(place, Optional.of(kept));
            LOG.infof(
                    "backup kept backup=%s collections=%d failed=%d bytes=%d millis=%d",
                    kept.id(),
                    kept.collections().size(),
                    kept.failed().size(),
                    kept.bytes(),
                    kept.took().toMillis());
        } catch (IOException | RuntimeException e) {
            failedNow(place); // a key that cannot be read, or a bug: neither may be tried again each second
            throw e;
        } catch (NotKept e) {
            failedNow(place);
            LOG.warnf("no backup workspace=%s source=%s reason=%s", place.workspace(), place.source(), e.getMessage());
        }
    }

    private void failedNow(Place place) {
        wanted.remove(place);
        failed.put(place, Instant.now());
    }

    private static QdrantBackup.Order order(Place place, Backups backups, Site site, long lastBytes)
            throws IOException {
        SecretRef reference = backups.encryption();
        String name = reference == null ? null : Clients.reference(reference).toString();
        SealKey key = name == null ? null : new ReferencedKeys().key(name);
        return new QdrantBackup.Order(
                place.workspace(), place.source(), site.id().value(), lastBytes, name, key);
    }

    /** What has expired, and what a run that was killed has left: a folder without a manifest that nobody writes to. */
    private static void sweep(BackupStore store, List<BackupRecord> records, Place place, Backups backups)
            throws IOException {
        List<BackupRecord> own = records.stream()
                .filter(backup -> backup.id().source().equals(place.source()))
                .toList();
        for (BackupId id : Retention.expired(own, backups.keep(), Instant.now())) {
            LOG.infof("backup expired backup=%s", id);
            store.deleteFolder(id.text());
        }
        String folder = place.workspace() + "/" + place.source() + "/full";
        for (BackupStore.Entry entry : store.list(folder)) {
            String path = folder + "/" + entry.name();
            boolean whole =
                    store.list(path).stream().anyMatch(file -> file.name().equals(BackupFolder.MANIFEST));
            if (entry.isFolder() && BackupId.isStamp(entry.name()) && !whole) {
                LOG.infof("a backup that did not come to its end is removed folder=%s", path);
                store.deleteFolder(path);
            }
        }
    }

    private void tell(Place place, Optional<BackupRecord> newest) {
        newest.ifPresent(backup -> {
            boolean first = taken.put(place, backup.taken()) == null;
            if (first) {
                registry.gauge(
                        "lifeboat.backup.age.seconds",
                        Tags.of("workspace", place.workspace().value(), "source", place.source()),
                        taken,
                        all -> Duration.between(all.getOrDefault(place, Instant.EPOCH), Instant.now())
                                        .toMillis()
                                / 1000.0);
            }
        });
    }
}

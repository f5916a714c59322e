package io.lifeboat.restore.action;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.alias.Alias;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.provision.PlaceName;
import io.lifeboat.restore.restore.CatalogueSource;
import io.lifeboat.restore.restore.OwnAddress;
import io.lifeboat.restore.restore.Pulls;
import io.lifeboat.restore.restore.RestoreRun;
import io.lifeboat.restore.restore.RestoreServer;
import io.lifeboat.restore.restore.RestoreSettings;
import io.lifeboat.restore.restore.Restored;
import io.lifeboat.restore.restore.RestoredCollections;
import io.lifeboat.restore.restore.VersionFit;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.ProtectedCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores the chosen backup's collections beside what is there, under names of this claim. KEYED: two attempts never share a
 * name, and nothing leads to it until a cut-over. A process that was killed has left what its successor drops.
 */
@Singleton
public class RestoreCollections implements StepAction {
    private final LifeboatConfig config;
    private final CatalogueSource catalogues;
    private final Clients clients;
    private final Pulls pulls;
    private final OwnAddress address;
    private final RestoreSettings settings;

    @Inject
    public RestoreCollections(
            LifeboatConfig config,
            CatalogueSource catalogues,
            Clients clients,
            Pulls pulls,
            OwnAddress address,
            RestoreSettings settings) {
        this.config = config;
        this.catalogues = catalogues;
        this.clients = clients;
        this.pulls = pulls;
        this.address = address;
        this.settings = settings;
    }

    @Override
    public StepType type() {
        return StepCatalogue.RESTORE_COLLECTIONS;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Where where = Where.of(context, config);
        Optional<Arguments> chosen = RestoredCollections.outputOf(context.incident(), StepCatalogue.CHOOSE_BACKUP);
        Optional<Catalogue> catalogue = catalogues.of(where.workspace());
        if (chosen.isEmpty() || catalogue.isEmpty()) {
            return StepOutcome.failed("no backup was chosen, or no catalogue is configured");
        }
        BackupId id = BackupId.parse(chosen.get().required("backup"));
        Optional<BackupRecord> backup;
        try {
            backup = catalogue.get().find(id);
        } catch (IOException e) {
            return new StepOutcome.Retry("the catalogue could not be read: " + e.getMessage());
        }
        return backup.isEmpty()
                ? StepOutcome.failed(id + " is no longer kept")
                : restore(context, where, catalogue.get(), backup.get());
    }

    private StepOutcome restore(StepContext context, Where where, Catalogue catalogue, BackupRecord backup)
            throws InterruptedException {
        RestoreServer server = new RestoreServer(
                clients,
                where.nodes().stream()
                        .map(node -> new RestoreServer.Reaching(node, address.reachedBy(node)))
                        .toList(),
                where.apiKey());
        List<CollectionRecord> wanted = wanted(context.arguments().texts("collections"), backup);
        Answer<Map<String, String>> aliases = aliases(server);
        Answer<String> version = server.client().service().info().map(info -> info.version());
        if (aliases instanceof Answer.Failure<?> failure) {
            return new StepOutcome.Retry("%s: %s".formatted(where.first(), failure.summary()));
        }
        if (version.value().isPresent()
                && VersionFit.of(backup.serverVersion(), version.value().get()) instanceof VersionFit.Refused refused) {
            return StepOutcome.failed("%s: %s".formatted(backup.id(), refused.why()));
        }
        RestoreRun run = run(context, where, catalogue, backup, server);
        long all = wanted.stream().mapToLong(run::bytes).sum();
        List<Restored> ended = run.run(wanted, new Paced(context, Clock.systemUTC(), all));
        return outcome(backup, wanted, ended, aliases.value().orElse(Map.of()));
    }

    private RestoreRun run(
            StepContext context, Where where, Catalogue catalogue, BackupRecord backup, RestoreServer server) {
        return new RestoreRun(
                server,
                catalogue,
                pulls,
                backup,
                where.workspace().collections().stream()
                        .map(ProtectedCollection::name)
                        .toList(),
                PlaceName.of(context.incident().id(), context.claim().claim()),
                context.deadline(),
                settings.budget(),
                settings.atOnce());
    }

    private static List<CollectionRecord> wanted(List<String> names, BackupRecord backup) {
        return backup.collections().stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
    }

    private static Answer<Map<String, String>> aliases(RestoreServer server) throws InterruptedException {
        return server.client().aliases().list().map(all -> {
            Map<String, String> byName = new LinkedHashMap<>();
            for (Alias alias : all) {
                byName.put(alias.name(), alias.collection());
            }
            return byName;
        });
    }

    private static StepOutcome outcome(
            BackupRecord backup, List<CollectionRecord> wanted, List<Restored> ended, Map<String, String> before) {
        List<Map<String, Object>> whole = new ArrayList<>();
        long points = 0;
        for (Restored each : ended) {
            switch (each) {
                case Restored.Whole done -> {
                    whole.add(entry(backup, done, before));
                    points += done.points();
                }
                case Restored.Refused refused -> {
                    return StepOutcome.failed(
                            "%s cannot be restored here: %s".formatted(refused.collection(), refused.why()));
                }
                case Restored.Broken broken -> {
                    String why = "%s could not be restored: %s".formatted(broken.collection(), broken.why());
                    return broken.again() ? new StepOutcome.Retry(why) : StepOutcome.failed(why);
                }
            }
        }
        if (whole.isEmpty()) {
            return StepOutcome.failed("%s holds none of the collections that are wanted".formatted(backup.id()));
        }
        Arguments output = Arguments.of("backup", backup.id().text()).with("collections", whole);
        return new StepOutcome.Done(
                output,
                "%d of %d collections with %d points restored beside what is there, as they were recorded"
                        .formatted(whole.size(), wanted.size(), points));
    }

    private static Map<String, Object> entry(BackupRecord backup, Restored.Whole done, Map<String, String> before) {
        List<String> aliases =
                backup.collection(done.collection()).map(CollectionRecord::aliases).orElse(List.of()).stream()
                        .filter(alias -> !alias.contains("@"))
                        .toList();
        // A name that applications use as it is becomes an alias where nothing stands under it (a recovery cluster).
        List<String> names = aliases.isEmpty() ? List.of(done.collection()) : aliases;
        Map<String, Object> was = new LinkedHashMap<>();
        names.stream().filter(before::containsKey).forEach(name -> was.put(name, before.get(name)));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("collection", done.collection());
        entry.put("restored", done.name());
        entry.put("points", done.points());
        entry.put("digest", done.root());
        entry.put("bytes", done.bytes());
        entry.put("millis", done.took().toMillis());
        entry.put("aliases", names);
        entry.put("was", was);
        done.leftOpen().ifPresent(open -> entry.put("leftOpen", open));
        return entry;
    }
}

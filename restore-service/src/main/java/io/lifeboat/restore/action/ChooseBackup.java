package io.lifeboat.restore.action;

import io.lifeboat.backup.BackupId;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.restore.BackupChoice;
import io.lifeboat.restore.restore.BackupWish;
import io.lifeboat.restore.restore.CatalogueSource;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.workspaces.config.LifeboatConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Names the backup to restore, with its chain, and says why it is that one. */
@Singleton
public class ChooseBackup implements StepAction {
    private static final Duration EACH = Duration.ofSeconds(5);

    private final LifeboatConfig config;
    private final CatalogueSource catalogues;
    private final Clients clients;

    @Inject
    public ChooseBackup(LifeboatConfig config, CatalogueSource catalogues, Clients clients) {
        this.config = config;
        this.catalogues = catalogues;
        this.clients = clients;
    }

    @Override
    public StepType type() {
        return StepCatalogue.CHOOSE_BACKUP;
    }

    @Override
    public StepOutcome run(StepContext context) throws InterruptedException {
        Where where = Where.of(context, config);
        Optional<Catalogue> catalogue = catalogues.of(where.workspace());
        if (catalogue.isEmpty()) {
            return StepOutcome.failed(where.workspace().id() + " keeps no backups");
        }
        Answer<String> version =
                clients.of(where.first(), where.apiKey(), EACH).service().info().map(info -> info.version());
        // A recovery cluster may not be there yet: then the version is judged when it restores.
        Optional<String> target = version.value();
        Catalogue.Listing listing;
        try {
            listing = catalogue.get().list(where.workspace().id());
        } catch (IOException e) {
            return new StepOutcome.Retry("the catalogue could not be read: " + e.getMessage());
        }
        return outcome(choose(listing.records(), context.arguments(), target), listing);
    }

    private static BackupChoice choose(List<BackupRecord> all, Arguments arguments, Optional<String> target) {
        BackupWish wish = new BackupWish(
                arguments.text("source").orElse("qdrant"),
                arguments.text("backup").map(BackupId::parse),
                arguments.text("at").map(Instant::parse),
                arguments.text("before").map(Instant::parse),
                arguments.text("maxAge").map(Duration::parse),
                arguments.texts("collections"),
                target);
        return BackupChoice.of(all, wish, Instant.now());
    }

    private static StepOutcome outcome(BackupChoice choice, Catalogue.Listing listing) {
        return switch (choice) {
            case BackupChoice.Chosen chosen -> new StepOutcome.Done(output(chosen), chosen.why());
            case BackupChoice.None none ->
                StepOutcome.failed(
                        listing.damaged().isEmpty()
                                ? none.why()
                                : "%s; %d more are damaged"
                                        .formatted(none.why(), listing.damaged().size()));
        };
    }

    private static Arguments output(BackupChoice.Chosen chosen) {
        return Arguments.of("backup", chosen.backup().id().text())
                .with("taken", chosen.backup().taken().toString())
                .with("proven", chosen.backup().isProven())
                .with(
                        "bytes",
                        chosen.chain().stream().mapToLong(BackupRecord::bytes).sum())
                .with(
                        "chain",
                        chosen.chain().stream().map(link -> link.id().text()).toList());
    }
}

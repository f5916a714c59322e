package io.lifeboat.restore.proof;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.command.KeyFiles;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.restore.provision.Provisioners;
import io.lifeboat.restore.restore.CatalogueSource;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Proves backups in the background: one at a time in this process, and only of workspaces whose partition it owns, so that
 * replicas do not prove the same. A proof that a kill ended is begun anew; what it left is destroyed then.
 */
@Singleton
public class ProofWatch {
    private static final Logger LOG = Logger.getLogger(ProofWatch.class);
    /** After the participant was started, and stopped before it is. */
    private static final int AFTER_HOST = 3000;

    private final LifeboatConfig config;
    private final ProofSettings settings;
    private final CatalogueSource catalogues;
    private final Provisioners provisioners;
    private final Prover prover;
    private final EndedProofs proofs;
    private final Host host;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    ProofWatch(
            LifeboatConfig config,
            ProofSettings settings,
            CatalogueSource catalogues,
            Provisioners provisioners,
            Prover prover,
            EndedProofs proofs,
            Host host) {
        this.config = config;
        this.settings = settings;
        this.catalogues = catalogues;
        this.provisioners = provisioners;
        this.prover = prover;
        this.proofs = proofs;
        this.host = host;
    }

    void start(@Observes @Priority(AFTER_HOST) StartupEvent event) {
        if (settings.provisioner().isEmpty()) {
            LOG.info("proves no backups: lifeboat.proof.provisioner is not set");
            return;
        }
        thread = Thread.ofVirtual().name("proofs").start(this::watch);
    }

    private void watch() {
        NextProof rule = new NextProof(settings.share(), settings.again());
        try {
            while (!stop.await(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
                for (WorkspaceConfig workspace : config.workspaces()) {
                    look(workspace, rule);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that cannot be read now, or a bug, must not end the watch for good. */
    private void look(WorkspaceConfig workspace, NextProof rule) throws InterruptedException {
        Optional<Catalogue> catalogue = catalogues.of(workspace);
        if (catalogue.isEmpty() || !host.owns(workspace.id())) {
            return;
        }
        try {
            Optional<BackupRecord> next =
                    rule.of(catalogue.get().list(workspace.id()).records(), Instant.now());
            if (next.isPresent()) {
                prove(catalogue.get(), workspace, next.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "proving failed workspace=%s", workspace.id());
        }
    }

    private void prove(Catalogue catalogue, WorkspaceConfig workspace, BackupRecord backup)
            throws IOException, InterruptedException {
        switch (prover.prove(catalogue, backup, scratch(workspace), settings.within())) {
            case Proving.Inconclusive open -> LOG.warnf("not proven backup=%s reason=%s", backup.id(), open.why());
            case Proving.Ended ended -> {
                Proof proof = signed(ended.proof());
                catalogue.keepProof(proof);
                proofs.put(EndedProofs.event(backup, proof));
                host.participant().poke(workspace.id());
                LOG.infof("proof ended backup=%s passed=%s", backup.id(), proof.passed());
            }
        }
    }

    private Scratch scratch(WorkspaceConfig workspace) {
        String type = settings.provisioner().orElseThrow();
        Arguments values = Arguments.none();
        if (settings.command().isPresent()) {
            values = values.with("command", settings.command().get());
        }
        if (settings.folder().isPresent()) {
            values = values.with("folder", settings.folder().get().toString());
        }
        if (settings.url().isPresent()) {
            values = values.with("url", settings.url().get().toString());
        }
        if (settings.restart().isPresent()) {
            values = values.with("restart", settings.restart().get());
        }
        return new Scratch(
                provisioners
                        .find(type)
                        .orElseThrow(() ->
                                new IllegalArgumentException("lifeboat.proof.provisioner: expected one of %s, got '%s'"
                                        .formatted(provisioners.types(), type))),
                new Settings(values, Path.of("")),
                Optional.ofNullable(workspace.apiKey()));
    }

    private Proof signed(Proof proof) throws IOException {
        return settings.key().isPresent()
                ? new ProofSigner(
                                settings.keyName(),
                                KeyFiles.readPrivate(settings.key().get()))
                        .sign(proof)
                : proof;
    }

    void end(@Observes ShutdownEvent event) {
        stop.countDown();
        thread.interrupt();
    }
}

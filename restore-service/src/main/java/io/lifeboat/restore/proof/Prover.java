package io.lifeboat.restore.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.BackupKind;
import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.Proof;
import io.lifeboat.events.serde.Json;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.provision.PlaceRequest;
import io.lifeboat.restore.provision.Provisioned;
import io.lifeboat.restore.restore.OwnAddress;
import io.lifeboat.restore.restore.Pulls;
import io.lifeboat.restore.restore.RestoreRun;
import io.lifeboat.restore.restore.RestoreServer;
import io.lifeboat.restore.restore.Restored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Proves a backup: restores all of it into a scratch server, restarts that one, and compares what it holds then with what was
 * recorded when it was kept. What a flipped bit has changed shows in the recorded digest, whatever the checksums say.
 */
@Singleton
public class Prover {
    private static final Logger LOG = Logger.getLogger(Prover.class);
    private static final long ALL_AT_ONCE = Long.MAX_VALUE;
    private static final int ATTEMPT_CHARS = 12;

    private final Clients clients;
    private final Pulls pulls;
    private final OwnAddress address;

    @Inject
    public Prover(Clients clients, Pulls pulls, OwnAddress address) {
        this.clients = clients;
        this.pulls = pulls;
        this.address = address;
    }

    /** @param within for all of it */
    public Proving prove(Catalogue catalogue, BackupRecord backup, Scratch scratch, Duration within)
            throws InterruptedException {
        if (backup.id().kind() != BackupKind.FULL || backup.collections().isEmpty()) {
            return new Proving.Inconclusive(backup.id() + ": only full backups of collections can be proven");
        }
        String attempt = UUID.randomUUID().toString().replace("-", "").substring(0, ATTEMPT_CHARS);
        PlaceRequest request = scratch.request(backup.id().workspace(), attempt, within);
        if (!scratch.kind().restarts(request)) {
            return new Proving.Inconclusive("a %s server cannot be restarted from here"
                    .formatted(scratch.kind().type()));
        }
        try {
            return switch (scratch.kind().provision(request)) {
                case Provisioned.NotReady not -> new Proving.Inconclusive("there is no scratch server: " + not.why());
                case Provisioned.Ready ready ->
                    proven(
                            catalogue,
                            backup,
                            scratch,
                            request,
                            ready.place().nodes().getFirst());
            };
        } finally {
            scratch.kind()
                    .destroy(request)
                    .ifPresent(why -> LOG.warnf("a scratch server stays place=%s reason=%s", request.name(), why));
        }
    }

    private Proving proven(Catalogue catalogue, BackupRecord backup, Scratch scratch, PlaceRequest request, URI node)
            throws InterruptedException {
        Instant began = Instant.now();
        RestoreServer server = new RestoreServer(clients, node, request.apiKey(), address.reachedBy(node));
        RestoreRun run = new RestoreRun(
                server,
                catalogue,
                pulls,
                backup,
                List.of(),
                request.name(),
                began.plus(request.within()),
                ALL_AT_ONCE,
                1);
        List<Restored> restored = run.run(backup.collections(), bytes -> {});
        try {
            Optional<Restored.Broken> broken = restored.stream()
                    .filter(Restored.Broken.class::isInstance)
                    .map(Restored.Broken.class::cast)
                    .findFirst();
            Optional<Restored.Refused> refused = restored.stream()
                    .filter(Restored.Refused.class::isInstance)
                    .map(Restored.Refused.class::cast)
                    .findFirst();
            if (refused.isPresent()) {
                return new Proving.Inconclusive("%s cannot be restored into the scratch server: %s"
                        .formatted(refused.get().collection(), refused.get().why()));
            }
            if (broken.isPresent()) {
                return broken(backup, broken.get(), began);
            }
            return switch (scratch.kind().restart(request)) {
                case Provisioned.NotReady not ->
                    ended(
                            backup,
                            "the server did not come back with it: " + not.why(),
                            began,
                            Json.mapper().createObjectNode());
                case Provisioned.Ready ready -> judged(backup, server, restored, began);
            };
        } finally {
            new ScratchSweep(server).drop(restored);
        }
    }

    private static Proving broken(BackupRecord backup, Restored.Broken broken, Instant began) {
        String why = "%s: %s".formatted(broken.collection(), broken.why());
        return broken.again()
                ? new Proving.Inconclusive(why)
                : ended(backup, why, began, Json.mapper().createObjectNode());
    }

    private static Proving judged(BackupRecord backup, RestoreServer server, List<Restored> restored, Instant began)
            throws InterruptedException {
        ObjectNode evidence = Json.mapper().createObjectNode();
        for (Restored each : restored) {
            Restored.Whole whole = (Restored.Whole) each;
            AfterRestart after = AfterRestart.look(
                    server, backup.collection(whole.collection()).orElseThrow(), whole.name());
            evidence.set(whole.collection(), after.toJson());
            if (after.difference().isPresent()) {
                return ended(
                        backup,
                        "%s: %s"
                                .formatted(
                                        whole.collection(), after.difference().get()),
                        began,
                        evidence);
            }
        }
        return ended(backup, "", began, evidence);
    }

    /** @param difference empty if there is none: then it is proven */
    private static Proving ended(BackupRecord backup, String difference, Instant began, ObjectNode evidence) {
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        boolean passed = difference.isEmpty();
        String why = passed
                ? "%d collections restored, restarted, all as recorded"
                        .formatted(backup.collections().size())
                : difference;
        return new Proving.Ended(new Proof(
                backup.id(),
                now,
                passed,
                why,
                Duration.between(began, now).isNegative() ? Duration.ZERO : Duration.between(began, now),
                backup.bytes(),
                evidence,
                null,
                null));
    }
}

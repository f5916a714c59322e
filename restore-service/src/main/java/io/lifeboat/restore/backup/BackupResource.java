package io.lifeboat.restore.backup;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.restore.node.Clients;
import io.lifeboat.restore.restore.StoreCatalogues;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Backups, for people and for what watches them. Whoever asks sends the token of the workspace's {@code backups}; where none is
 * configured, nobody is answered.
 */
@Path("/backups")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BackupResource {
    private final LifeboatConfig config;
    private final StoreCatalogues stores;
    private final BackupWatch watch;

    BackupResource(LifeboatConfig config, StoreCatalogues stores, BackupWatch watch) {
        this.config = config;
        this.stores = stores;
        this.watch = watch;
    }

    /** What is kept, newest first, and what cannot be read. */
    @GET
    public Response list(
            @QueryParam("workspace") @Nullable String workspace,
            @HeaderParam("Authorization") @Nullable String authorization)
            throws IOException {
        Optional<WorkspaceConfig> asked = authorized(workspace, authorization);
        if (asked.isEmpty()) {
            return refused();
        }
        Catalogue.Listing listing = listing(asked.get());
        return Response.ok(Map.of(
                        "backups",
                                listing.records().stream()
                                        .map(BackupResource::line)
                                        .toList(),
                        "damaged",
                                listing.damaged().stream().map(Object::toString).toList()))
                .build();
    }

    /** What is wrong with them before any disaster; an empty list if all is well. */
    @GET
    @Path("/risk")
    public Response risk(
            @QueryParam("workspace") @Nullable String workspace,
            @HeaderParam("Authorization") @Nullable String authorization)
            throws IOException {
        Optional<WorkspaceConfig> asked = authorized(workspace, authorization);
        if (asked.isEmpty()) {
            return refused();
        }
        Backups backups = java.util.Objects.requireNonNull(asked.get().backups());
        List<String> risks = Risk.of(backups, listing(asked.get()), Instant.now());
        return Response.ok(Map.of("atRisk", !risks.isEmpty(), "reasons", risks)).build();
    }

    /** Asks for a backup of all sources now; it is made by the process that owns the workspace. */
    @POST
    @Path("/now")
    public Response now(
            @QueryParam("workspace") @Nullable String workspace,
            @HeaderParam("Authorization") @Nullable String authorization) {
        Optional<WorkspaceConfig> asked = authorized(workspace, authorization);
        return asked.isPresent() && watch.wantNow(asked.get().id())
                ? Response.accepted(Map.of("asked", asked.get().id().value())).build()
                : refused();
    }

    private Catalogue.Listing listing(WorkspaceConfig workspace) throws IOException {
        return stores.of(workspace).orElseThrow().list(workspace.id());
    }

    private static Map<String, Object> line(BackupRecord backup) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", backup.id().text());
        line.put("taken", backup.taken().toString());
        line.put("millis", backup.took().toMillis());
        line.put("bytes", backup.bytes());
        line.put("collections", backup.collections().size());
        line.put("failed", backup.failed());
        line.put("proven", backup.isProven());
        return line;
    }

    /** An unknown workspace is refused as a wrong token is: nobody learns which ones there are. */
    private Optional<WorkspaceConfig> authorized(@Nullable String workspace, @Nullable String authorization) {
        return Optional.ofNullable(workspace)
                .filter(text -> config.workspaces().stream()
                        .anyMatch(known -> known.id().value().equals(text)))
                .flatMap(text -> config.workspace(new WorkspaceId(text)))
                .filter(found ->
                        found.backups() != null && isToken(found.backups().token(), authorization));
    }

    private static boolean isToken(@Nullable SecretRef token, @Nullable String authorization) {
        if (token == null || authorization == null) {
            return false;
        }
        byte[] expected = ("Bearer " + Clients.reference(token).resolve()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Response refused() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .entity(Map.of("error", "expected the token of a workspace that keeps backups"))
                .build();
    }
}

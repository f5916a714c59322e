package io.lifeboat.restore.action;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.restore.restore.RestoredCollections;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.SecretRef;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * On what nodes a step of a recovery acts: those that {@code provision} found or made, else the address in {@code into}, else
 * the site's own.
 *
 * @param nodes at least one
 */
record Where(WorkspaceConfig workspace, Site site, List<URI> nodes, Optional<SecretRef> apiKey) {

    /** @throws IllegalArgumentException naming what is not configured */
    static Where of(StepContext context, LifeboatConfig config) {
        WorkspaceConfig workspace = config.workspace(context.workspace().id())
                .orElseThrow(
                        () -> new IllegalArgumentException(context.workspace().id() + " is not configured here"));
        SiteId id = new SiteId(context.arguments().required("site"));
        Site site = workspace
                .site(id)
                .orElseThrow(() -> new IllegalArgumentException("%s has no site %s".formatted(workspace.id(), id)));
        return new Where(workspace, site, nodes(context, site), workspace.apiKeyOf(site));
    }

    private static List<URI> nodes(StepContext context, Site site) {
        Optional<Arguments> provisioned = RestoredCollections.outputOf(context.incident(), StepCatalogue.PROVISION);
        List<URI> made = provisioned.map(output -> output.texts("nodes")).orElse(List.of()).stream()
                .map(URI::create)
                .toList();
        if (!made.isEmpty()) {
            return made;
        }
        return context.arguments()
                .text("into")
                .map(into -> List.of(URI.create(into)))
                .orElse(site.nodes());
    }

    /** The one to speak to where any will do. */
    URI first() {
        return nodes.getFirst();
    }
}

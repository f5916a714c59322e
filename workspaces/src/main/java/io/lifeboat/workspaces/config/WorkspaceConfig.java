package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is protected, and how.
 *
 * @param address the public address: through this users reach the active site
 * @param apiKey of its Qdrants
 * @param lag answers how far the standby is behind: {@code {"operations": n, "seconds": s}}
 * @param acknowledged answers what was acknowledged to users, so that lost writes can be reported
 * @param collections those that must be there; empty: all that are found
 * @param verification what must be true after a recovery beside what is checked anyway
 * @param backups what is kept of it; null: nothing, and nothing can be restored
 */
public record WorkspaceConfig(
        WorkspaceId id,
        URI address,
        @Nullable SecretRef apiKey,
        Traffic traffic,
        List<Site> sites,
        @Nullable URI lag,
        @Nullable URI acknowledged,
        List<Application> applications,
        List<ProtectedCollection> collections,
        Verification verification,
        Probes probes,
        Policies policies,
        List<MaintenanceWindow> maintenance,
        Map<Scenario, ObjectiveOverride> objectives,
        Map<Scenario, PlanTemplate> plans,
        List<Contact> contacts,
        List<Channel> channels,
        @Nullable Backups backups) {
    public WorkspaceConfig {
        Objects.requireNonNull(id, "workspace.id");
        Objects.requireNonNull(address, "workspace.address");
        Objects.requireNonNull(traffic, "workspace.traffic");
        sites = List.copyOf(sites);
        if (sites.size() < 2) {
            throw new BadValue("sites", String.valueOf(sites.size()), "at least two");
        }
        applications = List.copyOf(applications);
        collections = List.copyOf(collections);
        Objects.requireNonNull(verification, "workspace.verification");
        Objects.requireNonNull(probes, "workspace.probes");
        Objects.requireNonNull(policies, "workspace.policies");
        maintenance = List.copyOf(maintenance);
        objectives = Checks.ordered(objectives);
        plans = Checks.ordered(plans);
        contacts = List.copyOf(contacts);
        channels = List.copyOf(channels);
    }

    public Optional<Site> site(SiteId wanted) {
        return sites.stream().filter(site -> site.id().equals(wanted)).findFirst();
    }

    /** The sites that could take over from the active one, in the order of the file. */
    public List<Site> standbysOf(SiteId active) {
        return sites.stream().filter(site -> !site.id().equals(active)).toList();
    }

    /** The key of a site's Qdrant: its own, or the workspace's. */
    public Optional<SecretRef> apiKeyOf(Site site) {
        return Optional.ofNullable(site.apiKey()).or(() -> Optional.ofNullable(apiKey));
    }

    /** Everything that is probed. */
    public List<Target> targets() {
        Stream<Target> nodes = sites.stream().flatMap(site -> site.targets().stream());
        return Stream.concat(nodes, applications.stream().map(WorkspaceConfig::target))
                .toList();
    }

    private static Target target(Application application) {
        return new Target.App(application.id(), application.url(), application.status());
    }
}

package io.lifeboat.workspaces.load;

import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.Scenario;
import io.lifeboat.events.incident.Severity;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.workspaces.config.Application;
import io.lifeboat.workspaces.config.Backups;
import io.lifeboat.workspaces.config.Channel;
import io.lifeboat.workspaces.config.Contact;
import io.lifeboat.workspaces.config.MaintenanceWindow;
import io.lifeboat.workspaces.config.ObjectiveOverride;
import io.lifeboat.workspaces.config.PlanTemplate;
import io.lifeboat.workspaces.config.Policies;
import io.lifeboat.workspaces.config.Probes;
import io.lifeboat.workspaces.config.ProtectedCollection;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Traffic;
import io.lifeboat.workspaces.config.Verification;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.objective.Objectives;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a workspace. */
final class WorkspaceReader {
    private final Sections sections;
    private final Findings findings;
    private final SiteReader sites;
    private final NoticeReader notices;
    private final VerificationReader verification;
    private final BackupsReader backups;

    WorkspaceReader(Sections sections) {
        this.sections = sections;
        this.findings = sections.findings();
        this.sites = new SiteReader(sections);
        this.notices = new NoticeReader(sections);
        this.verification = new VerificationReader(sections);
        this.backups = new BackupsReader(sections);
    }

    Optional<WorkspaceConfig> read(Cursor at) {
        List<Site> found = sections.list(at.get("sites"), sites::read);
        Optional<Traffic> traffic = sites.traffic(at.get("traffic"));
        List<Application> applications = sections.list(at.get("applications"), this::application);
        List<ProtectedCollection> collections = sections.list(at.get("collections"), this::collection);
        Verification verified = verification.read(at.get("verification"));
        Probes probes = probes(at.get("probes"));
        Policies policies = policies(at.get("policies"));
        List<MaintenanceWindow> maintenance = sections.list(at.get("maintenance"), this::maintenance);
        Map<Scenario, ObjectiveOverride> objectives = byScenario(at.get("objectives"), this::objective);
        Map<Scenario, PlanTemplate> plans = byScenario(at.get("plans"), planReader(traffic)::read);
        List<Contact> contacts = sections.list(at.get("contacts"), notices::contact);
        List<Channel> channels = notices.channels(at.get("channels"));
        Optional<Backups> kept = backups.read(at.get("backups"));
        return findings.attempt(
                at,
                () -> new WorkspaceConfig(
                        new WorkspaceId(at.get("id").text().orElseThrow()),
                        at.get("address").url().orElseThrow(),
                        sections.secret(at.get("apiKey")).orElse(null),
                        traffic.orElseThrow(),
                        found,
                        at.get("lag").url().orElse(null),
                        at.get("acknowledged").url().orElse(null),
                        applications,
                        collections,
                        verified,
                        probes,
                        policies,
                        maintenance,
                        objectives,
                        plans,
                        contacts,
                        channels,
                        kept.orElse(null)));
    }

    private PlanReader planReader(Optional<Traffic> traffic) {
        return new PlanReader(findings, traffic.map(Traffic::effect).orElse(EffectClass.BARE));
    }

    private Optional<Application> application(Cursor at) {
        return findings.attempt(
                at,
                () -> new Application(
                        new TargetId(at.get("id").text().orElseThrow()),
                        at.get("url").url().orElseThrow(),
                        at.get("status").number().orElse(Application.DEFAULT_STATUS)));
    }

    private Optional<ProtectedCollection> collection(Cursor at) {
        return findings.attempt(
                at,
                () -> new ProtectedCollection(
                        at.get("name").text().orElseThrow(),
                        at.get("golden").number().orElse(ProtectedCollection.DEFAULT_GOLDEN),
                        at.get("writeCanary").flag().orElse(false)));
    }

    private Probes probes(Cursor at) {
        return findings.attempt(at, () -> readProbes(at)).orElse(Probes.DEFAULT);
    }

    /** A time-out below the default of the least one brings that down with it. */
    private static Probes readProbes(Cursor at) {
        Probes otherwise = Probes.DEFAULT;
        Duration timeout = at.get("timeout").duration().orElse(otherwise.timeout());
        Duration least = timeout.compareTo(otherwise.minTimeout()) < 0 ? timeout : otherwise.minTimeout();
        return new Probes(
                at.get("period").duration().orElse(otherwise.period()),
                at.get("collectionsPeriod").duration().orElse(otherwise.collectionsPeriod()),
                timeout,
                at.get("minTimeout").duration().orElse(least),
                at.get("downAfter").number().orElse(otherwise.downAfter()),
                at.get("refusedAfter").number().orElse(otherwise.refusedAfter()),
                at.get("silence").duration().orElse(otherwise.silence()),
                at.get("upAfter").number().orElse(otherwise.upAfter()),
                at.get("jitter").decimal().orElse(otherwise.jitter()),
                at.get("readCanary").flag().orElse(otherwise.readCanary()));
    }

    private Policies policies(Cursor at) {
        return findings.attempt(at, () -> readPolicies(at)).orElse(Policies.DEFAULT);
    }

    private static Policies readPolicies(Cursor at) {
        Policies otherwise = Policies.DEFAULT;
        return new Policies(
                at.get("automatic").flag().orElse(otherwise.automatic()),
                at.get("regionAutomatic").flag().orElse(otherwise.regionAutomatic()),
                at.get("partitionAutomatic").flag().orElse(otherwise.partitionAutomatic()),
                at.get("coolDown").duration().orElse(otherwise.coolDown()),
                at.get("twoPersons").flag().orElse(otherwise.twoPersons()),
                at.get("maxLag").duration().orElse(otherwise.maxLag()),
                at.get("partitionGrace").duration().orElse(otherwise.partitionGrace()),
                at.get("fenceRequired").flag().orElse(otherwise.fenceRequired()),
                at.get("minVantages").number().orElse(otherwise.minVantages()));
    }

    private Optional<MaintenanceWindow> maintenance(Cursor at) {
        return findings.attempt(at, () -> new MaintenanceWindow(instant(at.get("from")), instant(at.get("until"))));
    }

    private static Instant instant(Cursor at) {
        return at.text().map(OffsetDateTime::parse).orElseThrow().toInstant();
    }

    private Optional<ObjectiveOverride> objective(Cursor at, Scenario scenario) {
        return findings.attempt(at, () -> {
            ObjectiveOverride read = new ObjectiveOverride(
                    at.get("severity").text().map(Severity::valueOf).orElse(null),
                    at.get("rtoTarget").duration().orElse(null),
                    at.get("rtoMax").duration().orElse(null),
                    at.get("rpoTarget").duration().orElse(null),
                    at.get("rpoMax").duration().orElse(null));
            Objectives.merge(scenario, read);
            return read;
        });
    }

    private <T> Map<Scenario, T> byScenario(Cursor at, BiFunction<Cursor, Scenario, Optional<T>> read) {
        Map<Scenario, T> found = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            Cursor section = at.get(scenario.name());
            if (section.isPresent()) {
                read.apply(section, scenario).ifPresent(value -> found.put(scenario, value));
            }
        }
        return found;
    }
}

package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.command.Operators;
import io.lifeboat.detector.incident.decide.ConfiguredPlaybook;
import io.lifeboat.detector.incident.decide.IncidentDecider;
import io.lifeboat.detector.incident.decide.Timings;
import io.lifeboat.detector.incident.quorum.Quorum;
import io.lifeboat.detector.incident.scenario.Classifier;
import io.lifeboat.detector.incident.scenario.Graces;
import io.lifeboat.detector.incident.scenario.Place;
import io.lifeboat.detector.incident.scenario.Topology;
import io.lifeboat.events.command.CommandVerifier;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.workspaces.config.Application;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Target;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a desk for each configured workspace. */
final class Desks {
    private final LifeboatConfig config;
    private final Timings timings;
    private final Duration partialGrace;
    private final CommandVerifier verifier;
    private final List<VantageId> vantages;
    private final Set<WorkspaceId> configured;

    private Desks(LifeboatConfig config, Timings timings, Duration partialGrace) {
        this.config = config;
        this.timings = timings;
        this.partialGrace = partialGrace;
        this.verifier = Operators.verifier(config.operators());
        this.vantages = config.vantages().stream().map(Vantage::id).toList();
        this.configured = config.workspaces().stream().map(WorkspaceConfig::id).collect(Collectors.toUnmodifiableSet());
    }

    static Map<WorkspaceId, Desk> of(LifeboatConfig config, Timings timings, Duration partialGrace) {
        Desks desks = new Desks(config, timings, partialGrace);
        return config.workspaces().stream().collect(Collectors.toUnmodifiableMap(WorkspaceConfig::id, desks::desk));
    }

    private Desk desk(WorkspaceConfig workspace) {
        Graces graces = new Graces(partialGrace, workspace.policies().partitionGrace());
        Quorum quorum = new Quorum(vantages, workspace.policies().minVantages());
        return new Desk(new Classifier(topology(workspace), quorum, graces), new IncidentDecider(charter(workspace)));
    }

    /** The first workspace is the first by name, not by place: all replicas agree on it however their file is sorted. */
    private IncidentDecider.Charter charter(WorkspaceConfig workspace) {
        WorkspaceId first = configured.stream().min(WorkspaceId::compareTo).orElseThrow();
        return new IncidentDecider.Charter(
                workspace.id(),
                configured,
                workspace.id().equals(first),
                config.brake(),
                workspace.maintenance(),
                new ConfiguredPlaybook(workspace),
                verifier,
                timings);
    }

    static Topology topology(WorkspaceConfig workspace) {
        Function<Site, Place> place = site -> new Place(
                site.id(),
                site.region(),
                site.targets().stream().map(Target::id).toList());
        return new Topology(
                workspace.id(),
                workspace.sites().stream().map(place).toList(),
                workspace.applications().stream().map(Application::id).toList());
    }
}

package io.lifeboat.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Step;
import io.lifeboat.events.serde.Json;
import java.util.Map;

/** What the log says now, for other programs: one JSON object. Pure. */
final class StatusJson {
    private final LogState log;
    private final Map<WorkspaceId, Lag> lags;

    StatusJson(LogState log, Map<WorkspaceId, Lag> lags) {
        this.log = log;
        this.lags = Map.copyOf(lags);
    }

    String text() {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("at", log.newest().toString());
        ArrayNode workspaces = root.putArray("workspaces");
        log.workspaces().values().forEach(workspace -> workspace(workspaces.addObject(), workspace));
        ObjectNode fleet = root.putObject("fleet");
        fleet.put("version", log.fleet().version());
        fleet.put("held", log.fleet().held());
        ArrayNode services = root.putArray("services");
        log.alive()
                .forEach(member -> services.addObject()
                        .put("service", member.service().text())
                        .put("instance", member.instance())
                        .put("process", member.process().toString())
                        .put("folded", member.folded()));
        vantages(root.putArray("vantages"));
        return Json.text(root);
    }

    private void workspace(ObjectNode node, Workspace workspace) {
        node.put("id", workspace.id().value());
        node.set("active", Json.mapper().valueToTree(workspace.active()));
        node.put("epoch", workspace.epoch());
        node.put("version", workspace.version());
        node.put("held", workspace.held());
        node.set("maintenance", Json.mapper().valueToTree(workspace.maintenance()));
        node.set("coolDownUntil", Json.mapper().valueToTree(workspace.coolDownUntil()));
        node.set(
                "baselineAt",
                Json.mapper()
                        .valueToTree(
                                workspace.baseline() == null
                                        ? null
                                        : workspace.baseline().takenAt()));
        Lag lag = lags.get(workspace.id());
        if (lag != null) {
            node.putObject("lag")
                    .put("operations", lag.operations())
                    .put("seconds", lag.age().toMillis() / 1000.0);
        }
        ObjectNode owners = node.putObject("owners");
        for (Service service : Service.values()) {
            log.owner(workspace.id(), service)
                    .ifPresent(
                            owner -> owners.put(service.text(), owner.process().toString()));
        }
        ArrayNode incidents = node.putArray("incidents");
        workspace.open().forEach(incident -> incident(incidents.addObject(), incident));
    }

    private static void incident(ObjectNode node, Incident incident) {
        node.put("id", incident.id().value());
        node.put("scenario", incident.scenario().name());
        node.put("severity", incident.severity().name());
        node.put("stage", incident.stage().name());
        node.put("why", incident.why());
        node.put("startedAt", incident.startedAt().toString());
        node.put("openedAt", incident.openedAt().toString());
        node.set("recoveredAt", Json.mapper().valueToTree(incident.recoveredAt()));
        ArrayNode steps = node.putArray("steps");
        for (Step step : incident.plan().steps()) {
            steps.addObject()
                    .put("id", step.id().value())
                    .put("owner", step.spec().owner().text())
                    .set("status", Json.mapper().valueToTree(incident.status(step.id())));
        }
    }

    private void vantages(ArrayNode node) {
        log.vantages().values().stream()
                .sorted(java.util.Comparator.comparing(beat -> beat.vantage()))
                .forEach(beat -> {
                    ObjectNode vantage =
                            node.addObject().put("id", beat.vantage().value());
                    vantage.put("abstains", beat.abstains());
                    ArrayNode targets = vantage.putArray("targets");
                    log.reports().values().stream()
                            .filter(report -> report.vantage().equals(beat.vantage()))
                            .sorted(java.util.Comparator.comparing(report -> report.target()))
                            .forEach(report -> targets.add(Json.mapper().<ObjectNode>valueToTree(report)));
                });
    }
}

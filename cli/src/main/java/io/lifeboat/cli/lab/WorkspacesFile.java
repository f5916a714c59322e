package io.lifeboat.cli.lab;

import io.lifeboat.events.id.SiteId;
import java.util.stream.Collectors;

/** The lab's {@code workspaces.yaml}. Pure. */
final class WorkspacesFile {
    private WorkspacesFile() {}

    static String text(LabPorts ports) {
        return """
                # The lab's workspace, as its services read it. Written by `lifeboat lab up`.
                vantages:
                %s
                operators:
                  - {subject: %s, key: %s, publicKey: "file:keys/operator.pub", roles: [operator, approver]}
                workspaces:
                  - id: %s
                    address: %s
                    traffic: {switch: edge, admin: "%s"}
                    sites:
                %s
                    lag: %s/lag
                    acknowledged: %s/acknowledged
                    applications:
                      - {id: app, url: "%s/health"}
                    collections:      # golden queries where nothing is written: elsewhere their answers change all the time
                      - {name: docs, golden: 0, writeCanary: true}
                      - {name: archive, golden: 3}
                    verification:
                      endpoints: [{name: ask, url: "%s/ask?q=ferries", path: "$.answers[0].id"}]
                    # A dead process refuses at once: patience with slow answers costs nothing where a dozen JVMs share two cores.
                    probes: {period: 250ms, collectionsPeriod: 2s, timeout: 2s, minTimeout: 1500ms, downAfter: 2, upAfter: 3}
                """.formatted(
                        vantages(ports),
                        LabShape.OPERATOR,
                        LabShape.OPERATOR_KEY,
                        LabShape.WORKSPACE,
                        LabPorts.url(ports.edge()),
                        LabPorts.url(ports.edgeAdmin()),
                        LabShape.SITES.stream().map(site -> site(site, ports)).collect(Collectors.joining("\n")),
                        LabPorts.url(ports.edgeAdmin()),
                        LabPorts.url(ports.app()),
                        LabPorts.url(ports.app()),
                        LabPorts.url(ports.app()));
    }

    /** What a vantage must reach to trust its own eyes: parts of the lab that no fault of a site takes away. */
    private static String vantages(LabPorts ports) {
        return LabShape.VANTAGES.stream()
                .map(vantage -> "  - {id: %s, controls: [\"tcp://%s\", \"tcp://%s\"]}"
                        .formatted(vantage, LabPorts.address(ports.supervisor()), LabPorts.address(ports.kafka())))
                .collect(Collectors.joining("\n"));
    }

    private static String site(SiteId site, LabPorts ports) {
        return """
                - id: %s
                  region: %s
                  value: "%s"
                  nodes: ["%s"]
                  fence: {switch: http, url: "%s/processes/%s/fence", token: "file:secrets/fence-token"}""".formatted(
                        site,
                        site.equals(LabShape.BLUE) ? "lab-1" : "lab-2",
                        LabPorts.address(ports.qdrant(site)),
                        LabPorts.url(ports.qdrant(site)),
                        LabPorts.url(ports.supervisor()),
                        LabShape.qdrant(site))
                .indent(6)
                .stripTrailing();
    }
}

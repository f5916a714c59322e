package io.lifeboat.cli.lab;

import io.lifeboat.cli.terminal.Table;
import io.lifeboat.events.id.SiteId;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the lab's processes with their ports. */
@Command(name = "status", description = "List the lab's processes and ports.", mixinStandardHelpOptions = true)
final class LabStatusCommand implements Callable<Integer> {
    @Mixin
    private LabOptions lab = new LabOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (RunningLab running = RunningLab.require(lab.layout())) {
            Table table = new Table("PROCESS", "STATE", "PID", "PORT", "ADMIN", "RESTARTS");
            for (LabProcess process : running.processes()) {
                table.row(
                        process.name(),
                        process.state().toLowerCase(Locale.ROOT),
                        process.pid().isPresent() ? Long.toString(process.pid().getAsLong()) : "-",
                        port(process.name(), running.info().ports()),
                        admin(process.name(), running.info()),
                        Integer.toString(process.restarts()));
            }
            spec.commandLine().getOut().print(table.text());
        }
        return 0;
    }

    private static String port(String process, LabPorts ports) {
        for (SiteId site : LabShape.SITES) {
            if (process.equals(LabShape.qdrant(site))) {
                return Integer.toString(ports.qdrant(site));
            }
        }
        return switch (process) {
            case LabShape.KAFKA -> Integer.toString(ports.kafka());
            case LabShape.EDGE -> Integer.toString(ports.edge());
            case LabShape.APP -> Integer.toString(ports.app());
            default ->
                LabShape.SERVICES.stream()
                        .filter(service -> service.name().equals(process))
                        .map(service -> Integer.toString(ports.service(service)))
                        .findFirst()
                        .orElse("-");
        };
    }

    private static String admin(String process, LabInfo info) {
        for (SiteId site : LabShape.SITES) {
            if (process.equals(LabShape.qdrant(site))) {
                return info.qdrant().isPresent()
                        ? "-"
                        : Integer.toString(info.ports().qdrantAdmin(site));
            }
        }
        return process.equals(LabShape.EDGE) ? Integer.toString(info.ports().edgeAdmin()) : "-";
    }
}

package io.lifeboat.cli.status;

import io.lifeboat.cli.log.Beating;
import io.lifeboat.cli.log.LogState;
import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.terminal.Table;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.StepStatus;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What the log says now, for people. Pure: times are told from the newest record. */
final class StatusText {
    private static final int SHORT_ID = 8;
    private static final int WIDTH = 100;

    private final LogState log;
    private final Map<WorkspaceId, Lag> lags;

    /** @param lags how far the standbys are behind, where that could be asked */
    StatusText(LogState log, Map<WorkspaceId, Lag> lags) {
        this.log = log;
        this.lags = Map.copyOf(lags);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        log.workspaces().values().forEach(workspace -> text.append(workspace(workspace)));
        if (log.workspaces().isEmpty()) {
            text.append("the log names no workspace yet\n\n");
        }
        return text.append(fleet()).append(services()).append(vantages()).toString();
    }

    private String workspace(Workspace workspace) {
        StringBuilder text = new StringBuilder("workspace %s\n".formatted(workspace.id()));
        line(
                text,
                "traffic",
                "%s, epoch %d, decision version %d"
                        .formatted(
                                workspace.active() == null ? "not known yet" : workspace.active(),
                                workspace.epoch(),
                                workspace.version()));
        line(text, "standby", lag(workspace));
        line(text, "baseline", baseline(workspace));
        line(text, "effects", workspace.stopped(log.newest(), true).orElse("allowed"));
        if (workspace.isCoolingDown(log.newest())) {
            line(text, "cool-down", "no automatic failover for another " + until(workspace.coolDownUntil()));
        }
        workspace.open().forEach(incident -> text.append(incident(incident)));
        if (workspace.open().findAny().isEmpty()) {
            line(text, "incidents", "none open");
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(Texts.pad(name, 11)).append(value).append('\n');
    }

    private String lag(Workspace workspace) {
        Lag lag = lags.get(workspace.id());
        return lag == null
                ? "lag not known"
                : "%d operations behind, %s".formatted(lag.operations(), Span.of(lag.age()));
    }

    private String baseline(Workspace workspace) {
        return workspace.baseline() == null
                ? "none yet"
                : "of %s, %s ago, %d collections"
                        .formatted(
                                workspace.baseline().site(),
                                Span.of(ago(workspace.baseline().takenAt())),
                                workspace.baseline().collections().size());
    }

    private Duration ago(Instant at) {
        Duration ago = Duration.between(at, log.newest());
        return Duration.ofSeconds(Math.max(0, ago.toSeconds()));
    }

    private String until(Instant at) {
        return Span.of(Duration.ofSeconds(
                Math.max(0, Duration.between(log.newest(), at).toSeconds())));
    }

    private String incident(Incident incident) {
        StringBuilder text = new StringBuilder("  %s %s, %s, %s for %s\n"
                .formatted(
                        incident.id(),
                        incident.scenario(),
                        incident.severity(),
                        words(incident.stage()),
                        Span.of(ago(incident.stageSince()))));
        Texts.wrap(Texts.harmless(incident.why()), WIDTH)
                .forEach(line -> text.append("    ").append(line).append('\n'));
        Table table = new Table("    STEP", "OWNER", "STATE", "ATTEMPT", "SINCE OR WHY");
        for (Step step : incident.plan().steps()) {
            StepStatus status = incident.status(step.id());
            table.row(
                    "    " + step.id(),
                    step.spec().owner().text(),
                    words(status.state().getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_")),
                    status.attempt() == 0 ? "-" : Integer.toString(status.attempt()),
                    detail(status));
        }
        return text.append(table.text()).toString();
    }

    private String detail(StepStatus status) {
        String escalated = status.escalated() ? ", escalated" : "";
        return switch (status.state()) {
            case StepState.Pending pending -> "waits for other steps" + escalated;
            case StepState.AwaitingApproval awaiting ->
                "%s, %d approved%s"
                        .formatted(
                                Span.of(ago(awaiting.since())),
                                status.approvals().size(),
                                escalated);
            case StepState.Ready ready -> Span.of(ago(ready.since())) + escalated;
            case StepState.Claimed claimed ->
                "%s, by %s%s%s"
                        .formatted(
                                Span.of(ago(claimed.since())),
                                shortId(claimed.process()),
                                claimed.epoch() > 0 ? ", epoch " + claimed.epoch() : "",
                                escalated);
            case StepState.Succeeded succeeded -> Span.of(ago(succeeded.at())) + " ago";
            case StepState.Failed failed -> failed.why() + (failed.unsealed() ? " (unsealed)" : "");
            case StepState.Skipped skipped -> skipped.why();
        };
    }

    private String fleet() {
        return "fleet\n  %s%s\n\n"
                .formatted(
                        Texts.pad("effects", 11),
                        log.fleet().held() == null
                                ? "allowed"
                                : "held: " + log.fleet().held());
    }

    private String services() {
        Table table = new Table("SERVICE", "INSTANCE", "PROCESS", "OWNS");
        for (Beating member : log.alive()) {
            table.row(
                    member.service().text(),
                    member.instance(),
                    shortId(member.process()),
                    "%d partitions".formatted(owned(member)));
        }
        return log.alive().isEmpty() ? "no service is alive\n\n" : table.text() + "\n";
    }

    private long owned(Beating member) {
        return log.partitions().values().stream()
                .filter(partition -> owns(partition, member))
                .count();
    }

    private static boolean owns(Partition partition, Beating member) {
        return partition
                .owner(member.service())
                .filter(owner -> owner.process().equals(member.process()))
                .isPresent();
    }

    private String vantages() {
        Table table = new Table("VANTAGE", "VOTES", "TARGET", "STATE", "EVIDENCE");
        log.vantages().values().stream()
                .sorted(java.util.Comparator.comparing(VantageBeat::vantage))
                .forEach(beat -> rows(table, beat));
        return log.vantages().isEmpty() ? "no vantage has been heard of\n" : table.text();
    }

    private void rows(Table table, VantageBeat beat) {
        String votes = beat.abstains() == null ? "yes" : "abstains: " + beat.abstains();
        var reports = log.reports().values().stream()
                .filter(report -> report.vantage().equals(beat.vantage()))
                .sorted(java.util.Comparator.comparing(report -> report.workspace() + "/" + report.target()))
                .toList();
        if (reports.isEmpty()) {
            table.row(beat.vantage().value(), votes, "-", "-", "-");
        }
        reports.forEach(report -> table.row(
                beat.vantage().value(),
                votes,
                report.workspace() + "/" + report.target(),
                words(report.state()),
                Texts.cut(Texts.harmless(report.evidence()), 60)));
    }

    private static String shortId(ProcessId process) {
        return process.toString().substring(0, SHORT_ID);
    }

    private static String words(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

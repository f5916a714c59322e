package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.terminal.Marks;
import io.lifeboat.cli.terminal.Span;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The picture of one moment, line by line. Pure. */
final class Dashboard {
    private static final int NAME = 16;
    private static final int COLUMNS = 4;

    private final Style style;
    private final Marks marks;

    Dashboard(Style style, Marks marks) {
        this.style = style;
        this.marks = marks;
    }

    List<String> lines(Frame frame) {
        return switch (frame.stage()) {
            case DemoStage.Starting starting -> starting(frame);
            case DemoStage.Settling settling -> settling(frame, settling.waitsFor());
            case DemoStage.Healthy healthy -> running(frame, style.good("all is well"));
            case DemoStage.Due due -> running(frame, style.good("all is well"));
            case DemoStage.Unnoticed unnoticed -> running(frame, style.bad("nobody has noticed yet"));
            case DemoStage.Recovering recovering -> running(frame, style.warning("recovering"));
            case DemoStage.Concluding concluding -> running(frame, style.good("service is back"));
            case DemoStage.Succeeded succeeded -> running(frame, style.good("service is back"));
            case DemoStage.Failed failed -> running(frame, style.bad("it does not go on"));
        };
    }

    private List<String> starting(Frame frame) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + style.bold("starting")
                + style.faint("  " + Span.of(frame.sinceBegin().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))));
        lines.add("");
        lines.addAll(processes(frame.seen().processes()));
        return lines;
    }

    private List<String> processes(List<LabProcess> processes) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < processes.size(); i += COLUMNS) {
            StringBuilder line = new StringBuilder("  ");
            processes
                    .subList(i, Math.min(processes.size(), i + COLUMNS))
                    .forEach(process -> line.append(Texts.pad(mark(process) + " " + process.name(), NAME + 2)));
            lines.add(line.toString());
        }
        return lines;
    }

    private String mark(LabProcess process) {
        return switch (process.state()) {
            case "READY" -> style.good(marks.good());
            case "STARTING", "RESTARTING" -> style.warning(marks.busy());
            case "EXITED", "FENCED", "STOPPED", "PAUSED" -> style.bad(marks.bad());
            default -> style.faint(marks.idle());
        };
    }

    private List<String> settling(Frame frame, String waitsFor) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + style.bold("settling") + style.faint("  waiting for " + waitsFor));
        lines.add("");
        lines.addAll(traffic(frame));
        lines.addAll(users(frame));
        return lines;
    }

    private List<String> running(Frame frame, String mood) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  " + mood + clock(frame));
        lines.add("");
        lines.addAll(traffic(frame));
        lines.addAll(users(frame));
        newest(frame).ifPresent(incident -> lines.addAll(incident(frame, incident)));
        return lines;
    }

    private String clock(Frame frame) {
        return frame.faultAt()
                .map(fault -> style.faint("  %s since the kill"
                        .formatted(
                                Span.offset(Duration.between(fault, frame.seen().at())))))
                .orElse("");
    }

    private List<String> traffic(Frame frame) {
        Optional<Workspace> workspace = DemoRules.workspace(frame.seen());
        Optional<SiteId> active = workspace.map(Workspace::active);
        StringBuilder line = new StringBuilder(
                "  " + Texts.pad("traffic", NAME) + "users " + marks.to() + " edge " + marks.to() + " ");
        line.append(active.map(site -> site(frame, site, true)).orElse("?"));
        for (SiteId site : LabShape.SITES) {
            if (active.filter(site::equals).isEmpty()) {
                line.append("    ").append(site(frame, site, false));
            }
        }
        workspace.ifPresent(known -> line.append(style.faint("    epoch " + known.epoch())));
        return List.of(line.toString());
    }

    private String site(Frame frame, SiteId site, boolean active) {
        boolean up = frame.seen().processes().stream()
                .anyMatch(process -> process.name().equals(LabShape.qdrant(site)) && process.isReady());
        String sign = up ? style.good(marks.good()) : style.bad(marks.bad());
        String name = active ? style.bold(site.value()) : style.faint(site + " (standby)");
        return name + " " + sign;
    }

    private List<String> users(Frame frame) {
        return frame.seen()
                .users()
                .map(users -> List.of(
                        kind("reads", users.reads(), frame.before().map(UserStats::reads)),
                        kind("writes", users.writes(), frame.before().map(UserStats::writes))))
                .orElse(List.of("  " + Texts.pad("users", NAME) + style.faint("not known yet")));
    }

    private String kind(String name, UserStats.Kind now, Optional<UserStats.Kind> before) {
        UserStats.Kind since = before.map(now::since).orElse(now);
        String failed = since.failed() == 0
                ? style.faint("0 failed")
                : style.warning(String.format(Locale.ROOT, "%,d failed", since.failed()));
        String gap = now.failing().isZero() ? "" : style.bad("   no good answer for " + Span.of(now.failing()));
        return "  " + Texts.pad(name, NAME) + String.format(Locale.ROOT, "%,d answered   ", since.good()) + failed
                + gap;
    }

    private static Optional<Incident> newest(Frame frame) {
        return DemoRules.workspace(frame.seen()).stream()
                .flatMap(Workspace::open)
                .reduce((first, second) -> second);
    }

    private List<String> incident(Frame frame, Incident incident) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                "  %s  %s  %s".formatted(style.bold(incident.id().value()), incident.scenario(), incident.severity()));
        incident.plan().steps().stream()
                .filter(step -> !(incident.status(step.id()).state() instanceof StepState.Skipped))
                .filter(step -> !isBranch(incident, step))
                .forEach(step -> lines.add(step(frame, incident, step)));
        return lines;
    }

    /** Steps that only a failure calls for are shown once it has called. */
    private static boolean isBranch(Incident incident, Step step) {
        return incident.status(step.id()).state() instanceof StepState.Pending
                && step.needs().stream().anyMatch(need -> need.outcome() == io.lifeboat.events.plan.Outcome.FAILED);
    }

    private String step(Frame frame, Incident incident, Step step) {
        String sentence = frame.sentences().getOrDefault(step.id(), "");
        return "  %s %s%s%s"
                .formatted(
                        mark(incident.status(step.id()).state()),
                        Texts.pad(step.id().value(), NAME + 2),
                        Texts.pad(step.spec().owner().text(), 10),
                        style.faint(sentence));
    }

    private String mark(StepState state) {
        return switch (state) {
            case StepState.Succeeded succeeded -> style.good(marks.good());
            case StepState.Failed failed -> style.bad(marks.bad());
            case StepState.Claimed claimed -> style.warning(marks.busy());
            case StepState.Ready ready -> style.warning(marks.idle());
            case StepState.AwaitingApproval awaiting -> style.warning("?");
            case StepState.Pending pending -> style.faint(marks.idle());
            case StepState.Skipped skipped -> style.faint("-");
        };
    }
}

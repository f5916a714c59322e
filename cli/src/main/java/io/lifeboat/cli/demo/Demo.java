package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.QdrantChoice;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.terminal.Screen;
import io.lifeboat.cli.terminal.Style;
import io.lifeboat.cli.terminal.Texts;
import io.lifeboat.cli.timeline.EntryLine;
import io.lifeboat.events.fold.Incident;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A demonstration with its view, and what is told at its end. */
final class Demo {
    private static final int LAST_WORDS = 8;

    private final RunningLab lab;
    private final Screen screen;
    private final PrintWriter out;
    private final DemoLimits limits;
    private final QdrantChoice qdrant;
    private final Style style;
    private final Recording recording = new Recording();

    Demo(RunningLab lab, Screen screen, PrintWriter out, DemoLimits limits, QdrantChoice qdrant) {
        this.lab = lab;
        this.screen = screen;
        this.out = out;
        this.limits = limits;
        this.qdrant = qdrant;
        this.style = screen.style();
    }

    /** Whether all came to a good end. */
    boolean show() throws IOException, InterruptedException {
        try (Observer observer = new Observer(lab, recording)) {
            DemoRun run;
            DemoStage end;
            try (DemoView view = view()) {
                view.say("%s  workspace %s, sites %s, Qdrant: %s\n"
                        .formatted(style.bold("Lifeboat"), LabShape.WORKSPACE, LabShape.SITES, qdrant));
                run = new DemoRun(
                        lab, new DemoRules(limits, new Diagnosis()), view, observer, recording, Instant.now());
                end = run.run();
            }
            return conclude(end, observer, run.before());
        }
    }

    private DemoView view() {
        return screen.live()
                ? new LiveView(out, new Dashboard(style, screen.marks()), screen.width())
                : new PlainView(out, new EntryLine(style, screen.width()));
    }

    private boolean conclude(DemoStage end, Observer observer, Optional<UserStats> before)
            throws IOException, InterruptedException {
        if (end instanceof DemoStage.Succeeded succeeded && before.isPresent()) {
            tell(succeeded, observer, before.get());
            return true;
        }
        if (end instanceof DemoStage.Failed failed) {
            explain(failed.reasons());
        }
        return false;
    }

    private void tell(DemoStage.Succeeded end, Observer observer, UserStats before)
            throws IOException, InterruptedException {
        Summary summary = new Summary(style, screen.width());
        Incident incident = DemoRules.workspace(observer.look())
                .flatMap(workspace -> workspace.find(end.incident()))
                .orElseThrow();
        Aftermath aftermath = observer.aftermath(before, end.faultAt());
        out.print(summary.timeline(incident, recording.all(), end.faultAt()));
        out.print(summary.objectives(incident, aftermath));
        out.print(summary.users(aftermath));
        out.flush();
    }

    private void explain(List<String> reasons) throws IOException, InterruptedException {
        out.println("\n" + style.bad("The demo did not come to its end") + "\n");
        reasons.forEach(reason -> out.println("  " + reason));
        for (LabProcess process : lab.processes()) {
            if (!process.isReady() && !process.name().startsWith("qdrant-")) {
                lastWords(process.name());
            }
        }
        out.flush();
    }

    /** The log goes with the lab: what it said last is told here. */
    private void lastWords(String process) throws IOException {
        Path log = lab.layout().log(process);
        List<String> lines = Files.isRegularFile(log) ? Files.readAllLines(log) : List.of();
        out.printf("%n  %s said last:%n", process);
        lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size())
                .forEach(line -> out.println("    " + Texts.harmless(line)));
    }
}

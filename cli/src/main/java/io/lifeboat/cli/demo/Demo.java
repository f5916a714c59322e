package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
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

/** A demonstration with its view, and what is told at its end. */
final class Demo {
    private static final int LAST_WORDS = 8;

    private final RunningLab lab;
    private final Screen screen;
    private final PrintWriter out;
    private final DemoLimits limits;
    private final String what;
    private final Style style;
    private final Recording recording = new Recording();

    /** @param what the scenario and the Qdrant that it is shown with, for the first line */
    Demo(RunningLab lab, Screen screen, PrintWriter out, DemoLimits limits, String what) {
        this.lab = lab;
        this.screen = screen;
        this.out = out;
        this.limits = limits;
        this.what = what;
        this.style = screen.style();
    }

    /** Whether all came to a good end. */
    boolean show() throws IOException, InterruptedException {
        try (Observer observer = new Observer(lab, recording)) {
            DemoRun run;
            DemoStage end;
            try (DemoView view = view()) {
                view.say("%s  workspace %s, sites %s, scenario %s\n"
                        .formatted(style.bold("Lifeboat"), LabShape.WORKSPACE, LabShape.SITES, what));
                run = new DemoRun(
                        lab, new DemoRules(limits, new Diagnosis()), view, observer, recording, Instant.now());
                end = run.run();
            }
            return conclude(end, observer, run);
        }
    }

    private DemoView view() {
        return screen.live()
                ? new LiveView(out, new Dashboard(style, screen.marks()), screen.width())
                : new PlainView(out, new EntryLine(style, screen.width()));
    }

    private boolean conclude(DemoStage end, Observer observer, DemoRun run) throws IOException, InterruptedException {
        if (end instanceof DemoStage.Succeeded succeeded) {
            tell(succeeded, observer, run.before().orElseThrow());
            return true;
        }
        if (end instanceof DemoStage.Failed failed) {
            run.faultAt().ifPresent(this::tellHowFar);
            explain(failed.reasons());
        }
        return false;
    }

    private void tell(DemoStage.Succeeded end, Observer observer, UserStats before)
            throws IOException, InterruptedException {
        Summary summary = new Summary(style, screen.width(), end.faultAt());
        Incident incident = DemoRules.workspace(observer.look())
                .flatMap(workspace -> workspace.find(end.incident()))
                .orElseThrow();
        Aftermath aftermath = observer.aftermath(before, end.faultAt());
        out.print(summary.timeline(recording.all()));
        out.print(summary.objectives(incident, aftermath));
        out.print(summary.users(aftermath));
        out.flush();
    }

    /** Where lines were printed as they came there is nothing to repeat. */
    private void tellHowFar(Instant faultAt) {
        if (screen.live() && !recording.all().isEmpty()) {
            out.print(new Summary(style, screen.width(), faultAt).timeline(recording.all()));
        }
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

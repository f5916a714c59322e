package io.lifeboat.cli.demo;

import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.lab.RunningLab;
import io.lifeboat.cli.timeline.TimelineEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One demonstration: looks, shows, and injects the fault when all is well. Recovering is the services' work alone. Not thread-safe. */
final class DemoRun {
    private static final Duration PERIOD = Duration.ofMillis(100);

    private final RunningLab lab;
    private final DemoRules rules;
    private final DemoView view;
    private final Observer observer;
    private final Recording recording;
    private final Instant begun;
    private Optional<Instant> faultAt = Optional.empty();
    private Optional<UserStats> before = Optional.empty();

    DemoRun(RunningLab lab, DemoRules rules, DemoView view, Observer observer, Recording recording, Instant begun) {
        this.lab = lab;
        this.rules = rules;
        this.view = view;
        this.observer = observer;
        this.recording = recording;
        this.begun = begun;
    }

    /** Goes through all stages; returns the last one. */
    DemoStage run() throws IOException, InterruptedException {
        DemoStage stage = new DemoStage.Starting(begun);
        while (!stage.isOver()) {
            Observation seen = observer.look();
            stage = rules.next(stage, seen);
            if (stage instanceof DemoStage.Due due) {
                stage = inject(due);
            }
            tell();
            view.show(new Frame(stage, seen, begun, faultAt, before, recording.sentences()));
            if (!stage.isOver()) {
                Thread.sleep(PERIOD); // three things are looked at, and none of them has a call that waits
            }
        }
        return stage;
    }

    private DemoStage inject(DemoStage.Due due) throws IOException, InterruptedException {
        String process = LabShape.qdrant(due.active());
        before = observer.users();
        recording.arm();
        Instant at = Instant.now();
        LabProcess killed = lab.act(process, "kill");
        faultAt = Optional.of(at);
        view.say("\n  killed %s (SIGKILL), the active site of workspace %s; it is %s\n"
                .formatted(process, LabShape.WORKSPACE, killed.state().toLowerCase(java.util.Locale.ROOT)));
        return new DemoStage.Unnoticed(at, due.active(), due.seq());
    }

    private void tell() {
        for (TimelineEntry entry : recording.fresh()) {
            Duration since =
                    Duration.between(faultAt.orElse(begun), entry.record().appendedAt());
            view.event(entry, since);
        }
    }

    /** What users had got when the fault was injected. */
    Optional<UserStats> before() {
        return before;
    }
}

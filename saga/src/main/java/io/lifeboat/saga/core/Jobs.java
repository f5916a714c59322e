package io.lifeboat.saga.core;

import io.lifeboat.events.fold.ClaimRules;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.Guard;
import io.lifeboat.events.fold.Incident;
import io.lifeboat.events.fold.StepState;
import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.plan.Step;
import io.lifeboat.saga.step.SealableAction;
import io.lifeboat.saga.step.StepAction;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Claims of this process, from read-back to verdict: barrier, action, time-out, stop, seal. Not thread-safe: it belongs to
 * the loop.
 */
final class Jobs {
    private static final int REMEMBERED = 1_000;

    /** What the jobs need of their participant. */
    interface Head {
        Workspace workspace(WorkspaceId id);

        Fleet fleet();

        /** Publishes the verdict, and returns it. */
        StepEnded verdict(Job job, StepOutcome outcome);

        /** Publishes a verdict again that the log has lost. */
        void again(StepEnded verdict);

        void progress(Job job, String note, Arguments detail);
    }

    private final Settings self;
    private final Ports ports;
    private final Map<StepType, StepAction> actions;
    private final Head head;
    private final Map<ClaimId, Job> jobs = new LinkedHashMap<>();
    private final Map<ClaimId, Optional<StepEnded>> finished = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClaimId, Optional<StepEnded>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final List<Barrier> barriers = new ArrayList<>();

    private record Barrier(Job job, long fleetEnd) {}

    Jobs(Settings self, Ports ports, List<StepAction> actions, Head head) {
        this.self = self;
        this.ports = ports;
        this.head = head;
        this.actions = new HashMap<>();
        for (StepAction action : actions) {
            if (this.actions.put(action.type(), action) != null) {
                throw new IllegalArgumentException("two actions for step type " + action.type());
            }
        }
    }

    boolean isRunning(ClaimId claim) {
        return jobs.containsKey(claim);
    }

    boolean isIdle() {
        return jobs.isEmpty();
    }

    /** A claim that counts was read back: if this process made it, its work starts. */
    boolean start(StepClaimed claimed) {
        StepState.Claimed current = current(claimed).orElse(null);
        boolean mine = current != null && claimed.process().equals(self.process());
        if (!mine || jobs.containsKey(claimed.claim()) || finished.containsKey(claimed.claim())) {
            return false;
        }
        begin(claimed, current);
        return true;
    }

    /** A claim of this process is current after a refold: goes on with it, or repeats the verdict that the log has lost. */
    void resume(StepClaimed claimed) {
        Optional<StepEnded> verdict = finished.getOrDefault(claimed.claim(), Optional.empty());
        if (verdict.isPresent()) {
            head.again(verdict.get());
        } else {
            start(claimed);
        }
    }

    /** Only the simulator comes here, to show what happens without the read-back. */
    void startUnread(StepClaimed claimed, long epoch) {
        if (!jobs.containsKey(claimed.claim()) && !finished.containsKey(claimed.claim())) {
            begin(
                    claimed,
                    new StepState.Claimed(
                            claimed.claim(), claimed.process(), epoch, claimed.arguments(), ports.now(), false));
        }
    }

    private void begin(StepClaimed claimed, StepState.Claimed claim) {
        Job job = new Job(claimed, claim, ports.now());
        jobs.put(claim.claim(), job);
        ports.after(timeout(job), () -> timedOut(job));
        if (claim.stopRequested()) {
            seal(job, "it was stopped");
        } else if (self.guards().stops(Guard.BARRIER, true)) {
            askForBarrier(job);
        } else {
            act(job);
        }
    }

    private void askForBarrier(Job job) {
        ports.endOfFleet(end -> onBarrier(job, end));
    }

    private void onBarrier(Job job, OptionalLong end) {
        if (!isCurrent(job, Job.Phase.BARRIER)) {
            return;
        }
        if (end.isEmpty()) {
            ports.after(self.resend().dividedBy(4), () -> {
                if (isCurrent(job, Job.Phase.BARRIER)) {
                    askForBarrier(job);
                }
            });
            return;
        }
        barriers.add(new Barrier(job, end.getAsLong()));
        fleetAdvanced();
    }

    /** The fleet has been folded further: whoever waited for that acts. */
    void fleetAdvanced() {
        long folded = head.fleet().next();
        for (Barrier barrier : List.copyOf(barriers)) {
            if (barrier.fleetEnd() <= folded) {
                barriers.remove(barrier);
                if (isCurrent(barrier.job(), Job.Phase.BARRIER)) {
                    actUnlessHeld(barrier.job());
                }
            }
        }
    }

    private void actUnlessHeld(Job job) {
        Optional<String> stopped = stopped(job);
        if (stopped.isPresent()) {
            end(job, new StepOutcome.NotStarted(stopped.get()));
        } else {
            act(job);
        }
    }

    private Optional<String> stopped(Job job) {
        Workspace workspace = head.workspace(job.workspace());
        Incident incident = workspace.find(job.incident()).orElse(null);
        Step step = incident == null ? null : incident.plan().find(job.step()).orElse(null);
        if (step == null || ClaimRules.isNotice(step)) {
            return Optional.empty();
        }
        String held = head.fleet().held();
        if (held != null) {
            return Optional.of("the fleet is held: " + held);
        }
        Optional<String> stopped = workspace.stopped(ports.now(), incident.automatic());
        return self.guards().stops(Guard.WORKSPACE_HOLD, stopped.isPresent()) ? stopped : Optional.empty();
    }

    private void act(Job job) {
        StepAction action = action(job);
        if (action == null) {
            end(
                    job,
                    StepOutcome.failed(
                            "this version of %s has no action for this step type".formatted(self.service())));
            return;
        }
        run(job, Job.Phase.RUNNING, () -> action.run(context(job)));
    }

    private void run(Job job, Job.Phase phase, Callable<StepOutcome> work) {
        job.enter(phase, null);
        Ports.Work started = ports.start(job.step() + "/" + job.claim().claim(), work, result -> {
            if (isCurrent(job, phase)) {
                end(job, outcome(result));
            }
        });
        if (isCurrent(job, phase)) {
            job.enter(phase, started);
        }
    }

    private static StepOutcome outcome(Ports.Result<StepOutcome> result) {
        return switch (result) {
            case Ports.Result.Value<StepOutcome> value -> value.value();
            case Ports.Result.Thrown<StepOutcome> thrown -> new StepOutcome.Retry("unexpected: " + thrown.cause());
        };
    }

    private void timedOut(Job job) {
        if (isCurrent(job, Job.Phase.BARRIER)) {
            end(job, new StepOutcome.NotStarted("the barrier could not be read in time"));
        } else if (isCurrent(job, Job.Phase.RUNNING)) {
            stop(job, "it timed out after " + timeout(job));
        }
    }

    private void stop(Job job, String why) {
        job.cancelWork();
        if (action(job) instanceof SealableAction) {
            seal(job, why);
        } else {
            end(job, new StepOutcome.Retry(why));
        }
    }

    private void seal(Job job, String why) {
        if (action(job) instanceof SealableAction sealable && self.guards().stops(Guard.SEALING, true)) {
            run(job, Job.Phase.SEALING, () -> sealable.seal(context(job)));
        } else {
            end(job, new StepOutcome.Retry(why));
        }
    }

    private void end(Job job, StepOutcome outcome) {
        job.enter(Job.Phase.ENDED, null);
        barriers.removeIf(barrier -> barrier.job() == job);
        job.verdict(head.verdict(job, outcome));
    }

    /** The verdict stands in the log, or the claim is not the current one any more. */
    void forget(ClaimId claim) {
        Job job = jobs.remove(claim);
        if (job != null) {
            finished.put(claim, job.verdict());
            job.cancelWork();
            barriers.removeIf(barrier -> barrier.job() == job);
        }
    }

    /** Looks at the jobs of a workspace in the light of its newest state: superseded ones end, stopped ones are sealed. */
    void review(Workspace workspace) {
        for (Job job : List.copyOf(jobs.values())) {
            if (job.workspace().equals(workspace.id())) {
                review(job);
            }
        }
    }

    private void review(Job job) {
        Optional<StepState.Claimed> current = current(job.claimed());
        boolean unread = self.guards().stops(Guard.READ_BACK, true) && current.isEmpty();
        if (unread) {
            forget(job.claim().claim());
        } else if (current.isPresent() && current.get().stopRequested() && !isSealed(job)) {
            stop(job, "it was stopped");
        }
    }

    private static boolean isSealed(Job job) {
        return job.isIn(Job.Phase.SEALING) || job.isIn(Job.Phase.ENDED);
    }

    private Optional<StepState.Claimed> current(StepClaimed claimed) {
        return head.workspace(claimed.workspace())
                .find(claimed.incident())
                .flatMap(incident -> incident.find(claimed.step()))
                .map(status -> status.currentClaim())
                .filter(claim -> claim.claim().equals(claimed.claim()));
    }

    private boolean isCurrent(Job job, Job.Phase phase) {
        return jobs.get(job.claim().claim()) == job && job.isIn(phase);
    }

    private @Nullable StepAction action(Job job) {
        return step(job).map(step -> actions.get(step.type())).orElse(null);
    }

    private Optional<Step> step(Job job) {
        return head.workspace(job.workspace())
                .find(job.incident())
                .flatMap(incident -> incident.plan().find(job.step()));
    }

    private Duration timeout(Job job) {
        return step(job).map(Step::timeout).orElse(Step.DEFAULT_TIMEOUT);
    }

    private StepContext context(Job job) {
        Workspace workspace = head.workspace(job.workspace());
        Incident incident = workspace.find(job.incident()).orElseThrow();
        Step step = incident.plan().find(job.step()).orElseThrow();
        Instant deadline = job.since().plus(step.timeout());
        return new StepContext(
                workspace,
                incident,
                step,
                job.claim(),
                job.claimed().attempt(),
                deadline,
                (note, detail) -> ports.after(Duration.ZERO, () -> {
                    if (isCurrent(job, Job.Phase.RUNNING)) {
                        head.progress(job, note, detail);
                    }
                }));
    }
}

package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.Beating;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services stand still for half a minute and then go on where they were, not knowing that time has passed. */
@SystemTest
@SuppressWarnings("try") // what stands still is only held, for as long as the block lasts
class PauseSystemTest {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Beats of a process that goes on: by then it has read what it missed, and decided more than once. */
    private static final Duration AWAKE = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    /** No other failover process is there to take over; the first notice waits too, and nothing waits for it. */
    @Test
    void shouldSwitchOnceWhenFailoverIsPausedAtTheSwitchAndTheNotifierAtTheFirstNotice() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            Beating failover = lab.owner(Service.FAILOVER);
            ProcessHandle process = lab.handle(SystemLab.nameOf(failover));
            ProcessHandle notifier = lab.handle("notifier");
            Failover recovery = Failover.begin(lab);
            recovery.awaitClaimed("notify-first");
            try (Frozen silent = Frozen.stop(notifier)) {
                recovery.awaitClaimed(Failover.SWITCH);
                try (Frozen frozen = Frozen.stop(process)) {
                    awaitEndOf(lab, frozen);
                }
            }

            awaitAwake(lab, failover.process());
            recovery.awaitEnd();

            recovery.assertOneSwitchAndWholeTimeline();
        }
    }

    @Test
    void shouldSwitchOnceWhenTheOwningDetectorIsPausedAtTheOpeningAndTheVerifierAtTheVerification() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            Beating owner = lab.owner(Service.DETECTOR);
            ProcessHandle detector = lab.handle(SystemLab.nameOf(owner));
            ProcessHandle verifier = lab.handle("verifier");
            Failover recovery = Failover.begin(lab);
            recovery.awaitOpened();
            try (Frozen silent = Frozen.stop(detector)) {
                recovery.awaitClaimed(Failover.VERIFY);
                try (Frozen frozen = Frozen.stop(verifier)) {
                    awaitEndOf(lab, frozen);
                }
            }

            awaitAwake(lab, owner.process());
            recovery.awaitEnd();

            recovery.assertOneSwitchAndWholeTimeline();
            assertThat(lab.owner(Service.DETECTOR).process()).isNotEqualTo(owner.process());
        }
    }

    /**
     * The edge is held while the owner makes its switch, so that the owner stands still with its request under way; a second
     * process takes the step over and ends it, and the first one goes on then.
     */
    @Test
    void shouldSwitchOnceWhenTheOwnerStandsStillInItsSwitchAndAnotherTakesOver() throws Exception {
        try (SystemLab lab = SystemLab.start(folder)) {
            Beating owner = lab.owner(Service.FAILOVER);
            ProcessHandle zombie = lab.handle(SystemLab.nameOf(owner));
            ProcessHandle edge = lab.handle(LabShape.EDGE);
            SiteId active = lab.workspace().orElseThrow().active();
            ProcessHandle qdrant = lab.handle(LabShape.qdrant(active));
            try (Replica replica = Replica.start(lab, Service.FAILOVER)) {
                Failover recovery;
                try (Frozen fence = Frozen.stop(lab.supervisor())) {
                    recovery = Failover.begin(lab, active, qdrant);
                    recovery.awaitClaimed("fence-old"); // the supervisor does not answer: the switch has to wait
                    freezeInSwitch(lab, recovery, fence, edge, zombie);
                }
            }
        }
    }

    private static void freezeInSwitch(
            SystemLab lab, Failover recovery, Frozen fence, ProcessHandle edge, ProcessHandle zombie)
            throws IOException, InterruptedException {
        ProcessId owner = lab.owner(Service.FAILOVER).process();
        Frozen frozen;
        try (Frozen held = Frozen.stop(edge)) {
            fence.close();
            recovery.awaitClaimed(Failover.SWITCH);
            frozen = Frozen.stop(zombie);
        }
        try (frozen) {
            recovery.awaitEnd();
            assertThat(recovery.status(Failover.SWITCH).orElseThrow().attempt()).isGreaterThan(1);
            awaitEndOf(lab, frozen);
        }
        awaitAwake(lab, owner);

        recovery.assertOneSwitchAndWholeTimeline();
        assertThat(lab.owner(Service.FAILOVER).process()).isNotEqualTo(owner);
    }

    /** The clock is all there is to wait for. */
    private static void awaitEndOf(SystemLab lab, Frozen frozen) throws InterruptedException {
        lab.await(
                "the end of the pause",
                () -> Instant.now().isAfter(frozen.since().plus(PAUSE)));
    }

    private static void awaitAwake(SystemLab lab, ProcessId process) throws InterruptedException {
        Instant awake = Instant.now().plus(AWAKE);
        lab.await(
                "a process that goes on",
                () -> Optional.ofNullable(lab.log().members().get(process))
                        .filter(member -> member.folded() && member.at().isAfter(awake))
                        .isPresent());
    }
}

package io.lifeboat.failover.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.failover.Configs;
import io.lifeboat.failover.PlannedSteps;
import io.lifeboat.failover.Story;
import io.lifeboat.failover.traffic.SwitchKinds;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.workspaces.config.LifeboatConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch by the site's own programs: here two that write and print a file. */
class BareSwitchTest {
    private static final String BLUE = "127.0.0.1:6333";
    private static final String GREEN = "127.0.0.1:6343";

    @TempDir
    private Path directory;

    private final CommandRunner runner = new CommandRunner();
    private Path stored;

    @BeforeEach
    void write() throws Exception {
        stored = directory.resolve("value");
        Files.writeString(stored, BLUE);
        script("set", "printf %s \"$1\" > " + stored);
        script("get", "cat " + stored);
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private void script(String name, String body) throws Exception {
        Path script = directory.resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private SwitchTraffic action(boolean automatic) throws Exception {
        LifeboatConfig config = Configs.shop(
                directory,
                "{switch: exec, automatic: %s, set: [%s/set], get: [%s/get]}"
                        .formatted(automatic, directory, directory));
        return new SwitchTraffic(config, SwitchKinds.exec(config, runner));
    }

    private static StepContext claim(boolean automatic) {
        return new Story()
                .blueIsActive()
                .opened(
                        automatic,
                        PlannedSteps.assess("green"),
                        PlannedSteps.move(EffectClass.BARE, "exec", "green", GREEN)
                                .build())
                .ended("assess", Verdict.SUCCEEDED)
                .claim("move");
    }

    @Test
    void shouldNotMoveByItselfWhenThatWasNotAllowed() throws Exception {
        StepOutcome outcome = action(false).run(claim(true));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("it needs an approval, or automatic: true");
        assertThat(stored).hasContent(BLUE);
    }

    @Test
    void shouldMoveAndReadBackWhenItMayMoveByItself() throws Exception {
        StepOutcome outcome = action(true).run(claim(true));

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(stored).hasContent(GREEN);
    }

    @Test
    void shouldMoveWhenAPersonOpenedTheIncident() throws Exception {
        StepOutcome outcome = action(false).run(claim(false));

        assertThat(outcome).isInstanceOf(StepOutcome.Done.class);
        assertThat(stored).hasContent(GREEN);
    }

    @Test
    void shouldTryAgainWhenTheProgramSaysThatItFailed() throws Exception {
        script("set", "exit 3");

        assertThat(action(true).run(claim(true))).isInstanceOf(StepOutcome.Retry.class);
    }

    @Test
    void shouldTryAgainWhenAnotherValueIsReadBack() throws Exception {
        script("set", "true");

        StepOutcome outcome = action(true).run(claim(true));

        assertThat(outcome).isInstanceOf(StepOutcome.Retry.class);
        assertThat(outcome.why()).contains("set, but the switch says " + BLUE);
    }

    @Test
    void shouldSayThatItCannotBeSealedWhenItWasStopped() throws Exception {
        StepOutcome outcome = action(true).seal(claim(true));

        assertThat(outcome).isInstanceOf(StepOutcome.Unsealed.class);
        assertThat(outcome.why()).contains("cannot be sealed");
    }

    @Test
    void shouldBeDoneWhenItHadLandedBeforeItWasStopped() throws Exception {
        Files.writeString(stored, GREEN);

        assertThat(action(true).seal(claim(true))).isInstanceOf(StepOutcome.Done.class);
    }
}

package io.lifeboat.failover.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.plan.Step;
import io.lifeboat.events.step.StepCatalogue;
import io.lifeboat.failover.Story;
import io.lifeboat.saga.step.StepContext;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.command.CommandRunner;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecTest {
    private final CommandRunner runner = new CommandRunner();
    private final Exec action = new Exec(runner);

    @AfterEach
    void close() {
        runner.close();
    }

    private static StepContext claim(Duration timeLeft, String... command) {
        Step step = Step.of("run", StepCatalogue.EXEC)
                .argument("command", List.of(command))
                .build();
        return new Story().blueIsActive().opened(true, step).claim("run", timeLeft);
    }

    @Test
    void shouldSucceedWithTheOutputWhenTheProgramSucceeds() throws Exception {
        StepOutcome outcome = action.run(claim(Duration.ofSeconds(30), "sh", "-c", "cat"));

        assertThat(outcome).isInstanceOfSatisfying(StepOutcome.Done.class, done -> {
            assertThat(done.output().required("output"))
                    .contains("\"workspace\":\"shop\"")
                    .contains("\"scenario\":\"CLUSTER_FAILURE\"");
            assertThat(done.output().values()).containsEntry("status", 0);
        });
    }

    @Test
    void shouldFailWithStatusAndOutputWhenTheProgramFails() throws Exception {
        StepOutcome outcome = action.run(claim(Duration.ofSeconds(30), "sh", "-c", "echo no; exit 9"));

        assertThat(outcome).isInstanceOfSatisfying(StepOutcome.Failed.class, failed -> {
            assertThat(failed.why()).isEqualTo("sh: it ended with status 9");
            assertThat(failed.output().values()).containsEntry("status", 9).containsEntry("output", "no");
        });
    }

    @Test
    void shouldFailWhenTheStepsTimeIsOver() throws Exception {
        StepOutcome outcome = action.run(claim(Duration.ofMillis(700), "sleep", "300"));

        assertThat(outcome).isInstanceOf(StepOutcome.Failed.class);
        assertThat(outcome.why()).contains("it was killed after");
    }

    @Test
    void shouldFailWhenNoProgramIsNamed() throws Exception {
        assertThat(action.run(claim(Duration.ofSeconds(30)))).isInstanceOf(StepOutcome.Failed.class);
    }
}

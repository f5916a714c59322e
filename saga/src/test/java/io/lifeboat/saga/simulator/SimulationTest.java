package io.lifeboat.saga.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.events.fold.Guard;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
    private static final long SEEDS = 2_000;

    @Test
    void shouldFindNoViolationAndExerciseEverythingWhenAllGuardsStand() {
        Simulation.Report report = Simulation.run(new SimulationOptions(SEEDS, 1, null), false);

        assertThat(report.violating()).isEmpty();
        assertThat(report.unexercised()).isEmpty();
        assertThat(report.runs()).isEqualTo(SEEDS);
    }

    static List<Guard> guards() {
        return Simulation.guards();
    }

    @ParameterizedTest
    @MethodSource("guards")
    void shouldFindHarmWhenAGuardIsTakenOut(Guard guard) {
        Simulation.Report report = Simulation.run(new SimulationOptions(SEEDS, 1, guard), true);

        assertThat(report.violating()).as("harm without %s", guard.text()).isNotEmpty();
    }

    @Test
    void shouldTellTheSameHistoryWhenTheSeedIsTheSame() {
        assertThat(Simulation.timeline(7, null)).isNotEmpty().isEqualTo(Simulation.timeline(7, null));
        assertThat(Simulation.timeline(8, null)).isNotEqualTo(Simulation.timeline(7, null));
    }

    @Test
    void shouldPrintTheTimelineAndHowToRunItAgainWhenASeedFails() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int status = Simulation.run(
                new SimulationOptions(3, 1, Guard.ENDED_STEPS), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).isEqualTo(1);
        assertThat(text)
                .contains("== REOPEN", "run it again: ./lifeboat simulate --runs 1 --seed 1 --without ended-steps");
        assertThat(text.lines().toList().getLast()).matches("3 runs, [1-3] violations");
    }

    @Test
    void shouldEndWithTheCountWhenNoSeedFails() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int status = Simulation.run(
                new SimulationOptions(5, 100, null), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(status).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .isEqualTo("5 runs, 0 violations");
    }

    @Test
    void shouldRefuseWhenThereIsNothingToRun() {
        assertThatThrownBy(() -> new SimulationOptions(0, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("runs: expected 1 or more, got 0");
    }
}

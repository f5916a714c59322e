package io.lifeboat.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.cli.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab as processes, without the services: those are tried where all of them are built. */
class LabLifeTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Set<String> NO_SERVICES =
            LabShape.SERVICES.stream().map(LabService::name).collect(Collectors.toSet());

    @TempDir
    Path folder;

    @Test
    void shouldLeaveNothingBehindWhenItIsEnded() throws Exception {
        // given
        List<String> told = new ArrayList<>();
        List<ProcessHandle> processes;
        try (RunningLab lab = start(false)) {
            new LabReadiness(lab, LIMIT).await(told::add);
            processes = handles(lab);

            // when
            lab.end();
        }

        // then
        assertThat(told).hasSize(5).allMatch(line -> line.endsWith("is ready"));
        assertThat(processes).hasSize(5).noneMatch(ProcessHandle::isAlive);
        assertThat(RunningLab.find(new LabLayout(folder))).isEmpty();
    }

    @Test
    void shouldFindItsDataUnderTheSameAddressesWhenItIsStartedAgain() throws Exception {
        // given
        int before;
        try (RunningLab lab = start(false)) {
            before = lab.info().base();
            lab.end();
        }

        // when
        int after;
        try (RunningLab lab = start(false)) {
            after = lab.info().base();
            lab.end();
        }

        // then
        assertThat(after).isEqualTo(before);
    }

    @Test
    void shouldRefuseASecondLabInTheSameFolder() throws Exception {
        try (RunningLab lab = start(true)) {
            assertThatThrownBy(() -> start(true))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("runs in " + folder)
                    .hasMessageContaining("already");
            lab.end();
        }
    }

    @Test
    void shouldKeepADeadQdrantDeadButStartTheEdgeAgain() throws Exception {
        try (RunningLab lab = start(true)) {
            new LabReadiness(lab, LIMIT).await(line -> {});

            // when
            LabProcess qdrant = lab.act("qdrant-blue", "kill");
            lab.act("edge", "kill");

            // then
            assertThat(qdrant.state()).isEqualTo("EXITED");
            awaitReady(lab, "edge");
            lab.end();
        }
    }

    @Test
    void shouldShowItsSecretsToItsOwnerAlone() throws Exception {
        try (RunningLab lab = start(true)) {
            LabLayout layout = lab.layout();
            assertThat(Files.getPosixFilePermissions(layout.fenceToken())).hasSize(2);
            assertThat(Files.getPosixFilePermissions(layout.privateKey())).hasSize(2);
            lab.end();
        }
    }

    private RunningLab start(boolean tied) throws Exception {
        return new LabStarter(folder)
                .start(new LabStarter.Options(new LabLayout(folder), new QdrantChoice.StandIn(), tied, NO_SERVICES));
    }

    private static List<ProcessHandle> handles(RunningLab lab) throws Exception {
        return lab.processes().stream()
                .flatMap(process -> ProcessHandle.of(process.pid().orElseThrow()).stream())
                .toList();
    }

    private static void awaitReady(RunningLab lab, String name) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (lab.processes().stream()
                .noneMatch(process -> process.name().equals(name) && process.isReady() && process.restarts() > 0)) {
            assertThat(System.nanoTime()).as("limit for " + name).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

package io.lifeboat.lab.qdrant;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lifeboat.lab.qdrant.contract.ContractRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the stand-in to what a real Qdrant 1.18.3 answered, as recorded and with everything renamed. */
class QdrantContractTest {
    @TempDir
    private Path directory;

    private final List<ContractRun> runs = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ContractRun run : runs) {
            run.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerAsRecorded() throws IOException {
        return play(ContractRun.onStandIn(directory));
    }

    @TestFactory
    Stream<DynamicTest> shouldAnswerWithOtherNamesDimensionsAndValues() throws IOException {
        return play(ContractRun.onStandInRewritten(directory));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldForARealQdrant() throws IOException {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        return binary == null
                ? skipped("no real Qdrant: -Dlifeboat.qdrant.binary is not set")
                : play(ContractRun.onBinary(Path.of(binary), directory));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldForARealQdrantWithOtherNamesDimensionsAndValues() throws IOException {
        String binary = System.getProperty("lifeboat.qdrant.binary");
        return binary == null
                ? skipped("no real Qdrant: -Dlifeboat.qdrant.binary is not set")
                : play(ContractRun.onBinaryRewritten(Path.of(binary), directory));
    }

    @TestFactory
    Stream<DynamicTest> shouldHoldForQdrantInContainers() throws IOException {
        Optional<String> obstacle = ContractRun.obstacleToContainers();
        return obstacle.isPresent() ? skipped("no containers: " + obstacle.get()) : play(ContractRun.onContainers());
    }

    /** A test that is reported as skipped: an assumption that fails in the factory itself would not be seen. */
    private static Stream<DynamicTest> skipped(String reason) {
        return Stream.of(DynamicTest.dynamicTest("skipped", () -> assumeTrue(false, reason)));
    }

    private Stream<DynamicTest> play(ContractRun run) {
        runs.add(run);
        return run.cases().stream().map(name -> DynamicTest.dynamicTest(name, () -> run.play(name)));
    }
}

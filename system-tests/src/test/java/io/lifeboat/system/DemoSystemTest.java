package io.lifeboat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.LifeboatCli;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a command of its own, as a user calls it. */
@SystemTest
class DemoSystemTest {
    @TempDir
    Path folder;

    @Test
    void shouldNameTheServiceThatIsMissingAndLeaveNothingRunning() throws Exception {
        try (Demo demo = Demo.start(folder, "without", "verifier")) {
            awaitEnds(demo);

            assertThat(demo.status()).as(demo.output()).isEqualTo(1);
            assertThat(demo.output()).contains("the verifier service is missing");
            demo.assertNothingRuns();
            assertNoLabIsLeft();
        }
    }

    private static void awaitEnds(Demo... demos) throws InterruptedException {
        // counted, so that each of them is looked at each time
        while (Stream.of(demos).filter(Demo::isRunning).count() > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The folder is their temporary one: what guards ports against one another stays there, labs do not. */
    private void assertNoLabIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left)
                    .isNotEmpty()
                    .noneMatch(path -> path.getFileName().toString().startsWith("lifeboat-demo-"));
        }
    }

    /** A running demonstration, and all processes that were seen below it. */
    private static final class Demo implements AutoCloseable {
        private static final int ALL = 10;

        private final Process process;
        private final Path output;
        private final Set<ProcessHandle> seen = new HashSet<>();

        private Demo(Process process, Path output) {
            this.process = process;
            this.output = output;
        }

        /** @param without services that shall be missing */
        static Demo start(Path folder, String name, String without) throws IOException {
            Path output = folder.resolve(name + ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djava.io.tmpdir=" + folder,
                            "-Dlifeboat.root=" + System.getProperty("lifeboat.root"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LifeboatCli.class.getName(),
                            "demo",
                            "--plain",
                            "--fast"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("LIFEBOAT_DEMO_WITHOUT", without);
            builder.environment().remove("LIFEBOAT_QDRANT");
            return new Demo(builder.start(), output);
        }

        /** Whether it runs; looks at what runs below it. */
        boolean isRunning() {
            process.descendants().forEach(seen::add);
            return process.isAlive();
        }

        int status() {
            return process.exitValue();
        }

        String output() throws IOException {
            return Files.readString(output);
        }

        void assertNothingRuns() {
            assertThat(seen)
                    .as("processes of the demonstration")
                    .hasSizeGreaterThan(ALL)
                    .noneMatch(ProcessHandle::isAlive);
        }

        @Override
        public void close() {
            seen.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

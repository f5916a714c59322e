package io.lifeboat.service.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final CommandRunner runner = new CommandRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    private CommandResult run(String... command) throws InterruptedException {
        return runner.run(List.of(command), "", Map.of(), LONG);
    }

    @Test
    void shouldTellStatusAndOutputWhenAProgramEnds() throws Exception {
        CommandResult result = run("sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(result).isEqualTo(new CommandResult.Ended(7, "out\nerr"));
    }

    @Test
    void shouldGiveTheInputAndTheEnvironmentWhenAProgramReadsThem() throws Exception {
        CommandResult result = runner.run(
                List.of("sh", "-c", "cat; echo $LIFEBOAT_KEY"), "{\"incident\":1}", Map.of("LIFEBOAT_KEY", "k1"), LONG);

        assertThat(result.output()).isEqualTo("{\"incident\":1}k1");
    }

    @Test
    void shouldPassArgumentsAsTheyAreWhenTheyWouldMeanSomethingToAShell() throws Exception {
        assertThat(run("echo", "$HOME; `id` *").output()).isEqualTo("$HOME; `id` *");
    }

    @Test
    void shouldKeepOnlyTheEndWhenAProgramPrintsMuch() throws Exception {
        CommandResult result = run("sh", "-c", "seq 1 200000; echo the end");

        assertThat(result.output()).startsWith("...").endsWith("the end").hasSizeLessThan(4200);
    }

    @Test
    void shouldSayThatItCouldNotBeStartedOrEndWithAStatusWhenThereIsNoSuchProgram() throws Exception {
        CommandResult result = run("/nowhere/program");

        assertThat(result).isNotEqualTo(new CommandResult.Ended(0, ""));
        assertThat(result.why() + result.output()).contains("/nowhere/program");
    }

    @Test
    void shouldKillTheProgramAndWhatItStartedWhenItsTimeIsOver() throws Exception {
        Path pids = directory.resolve("pids");

        CommandResult result = runner.run(
                List.of("sh", "-c", "sleep 300 & echo $! $$ > " + pids + "; wait"),
                "",
                Map.of(),
                Duration.ofSeconds(2));

        assertThat(result).isInstanceOf(CommandResult.TimedOut.class);
        for (String pid : Files.readString(pids).strip().split(" ")) {
            await(() -> isGone(Long.parseLong(pid)));
        }
    }

    @Test
    void shouldKillTheProgramWhenTheStepIsInterrupted() throws Exception {
        Path pid = directory.resolve("pid");
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread step = Thread.ofVirtual()
                .start(() -> ended.complete(thrownBy(
                        "sh", "-c", "echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 300")));
        await(() -> Files.exists(pid));

        step.interrupt();

        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        long killed = Long.parseLong(Files.readString(pid).strip());
        await(() -> isGone(killed));
    }

    @Test
    void shouldKillTheProgramWhenTheServiceIsKilled() throws Exception {
        assumeTrue(new Lifeline().isThere(), "setpriv is not installed");
        Path pid = directory.resolve("pid");
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        "sh",
                        "-c",
                        "echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; exec sleep 300")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("service.log").toFile())
                .start();
        try {
            await(() -> Files.exists(pid));
        } finally {
            service.destroyForcibly().waitFor();
        }

        long child = Long.parseLong(Files.readString(pid).strip());
        await(() -> isGone(child));
    }

    @Test
    void shouldRunProgramsAsTheyAreWhenSetprivIsMissing() {
        Lifeline without = new Lifeline(directory.toString());

        assertThat(without.isThere()).isFalse();
        assertThat(without.around(List.of("true"))).containsExactly("true");
    }

    @Test
    void shouldNotStartAnythingWhenNoProgramIsNamed() throws Exception {
        assertThat(run()).isEqualTo(new CommandResult.NotStarted("no program was named"));
    }

    private Throwable thrownBy(String... command) {
        try {
            run(command);
            return new AssertionError("it ended");
        } catch (InterruptedException e) {
            return e;
        }
    }

    private static boolean isGone(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(LONG);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("gave up waiting").isBefore(end);
            Thread.sleep(20);
        }
    }
}

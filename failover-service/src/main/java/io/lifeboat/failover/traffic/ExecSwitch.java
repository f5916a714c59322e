package io.lifeboat.failover.traffic;

import io.lifeboat.events.serde.Json;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.workspaces.config.Settings;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs that set and get the value: {@code set} gets it as its last argument and its epoch and claim on standard input,
 * {@code get} prints it alone. BARE: nothing is compared. Thread-safe.
 */
final class ExecSwitch implements TrafficSwitch {
    private static final Duration GET_WITHIN = Duration.ofSeconds(2);
    private static final Duration SET_WITHIN = Duration.ofSeconds(5);

    private final CommandRunner runner;
    private final List<String> set;
    private final List<String> get;

    ExecSwitch(CommandRunner runner, List<String> set, List<String> get) {
        this.runner = runner;
        this.set = required("set", set);
        this.get = required("get", get);
    }

    private static List<String> required(String field, List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException(
                    "traffic.%s: expected a program and its arguments, got nothing".formatted(field));
        }
        return List.copyOf(command);
    }

    @Override
    public EffectClass effect() {
        return EffectClass.BARE;
    }

    @Override
    public Reading read() throws IOException, InterruptedException {
        CommandResult result = runner.run(get, "", Map.of(), GET_WITHIN);
        if (result instanceof CommandResult.Ended ended
                && ended.isSuccess()
                && !ended.output().isBlank()) {
            return new Reading(ended.output(), 0, "");
        }
        throw new IOException("%s told no value: %s %s"
                .formatted(get.getFirst(), result.why(), result.output())
                .strip());
    }

    /** Nothing is compared; false if the program says that it failed. */
    @Override
    public boolean compareAndSet(Reading expected, Reading wanted) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(set.stream(), Stream.of(wanted.value())).toList();
        CommandResult result =
                runner.run(command, Json.text(wanted), Map.of("LIFEBOAT_KEY", wanted.claim()), SET_WITHIN);
        return switch (result) {
            case CommandResult.Ended ended -> ended.isSuccess();
            case CommandResult.NotStarted never -> false;
            case CommandResult.TimedOut late -> throw new IOException("%s: %s".formatted(set.getFirst(), late.why()));
        };
    }

    /** {@code switch: exec}, with {@code set} and {@code get}. */
    @Singleton
    static class Kind implements SwitchKind {
        private final CommandRunner runner;

        Kind(CommandRunner runner) {
            this.runner = runner;
        }

        @Override
        public String type() {
            return "exec";
        }

        @Override
        public TrafficSwitch of(WorkspaceConfig workspace) {
            Settings settings = workspace.traffic().settings();
            return new ExecSwitch(runner, settings.texts("set"), settings.texts("get"));
        }
    }
}

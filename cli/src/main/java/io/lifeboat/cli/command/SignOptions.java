package io.lifeboat.cli.command;

import io.lifeboat.cli.Failure;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.LogOptions;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.CommandSigner;
import io.lifeboat.events.command.KeyFiles;
import io.lifeboat.events.id.Person;
import io.lifeboat.workspaces.config.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who commands, with which key, on what basis. */
final class SignOptions {
    @Mixin
    private LogOptions log = new LogOptions();

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, PEM; that of the lab by default.")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--key-name",
            defaultValue = LabShape.OPERATOR_KEY,
            description = "The key's name in the configuration; ${DEFAULT-VALUE} by default.")
    private String keyName = LabShape.OPERATOR_KEY;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            defaultValue = LabShape.OPERATOR,
            description = "Who commands; ${DEFAULT-VALUE} by default.")
    private String person = LabShape.OPERATOR;

    @Option(names = "--basis", description = "The decision version that it rests on; the current one by default.")
    private Optional<Long> basis = Optional.empty();

    @Option(names = "--reason", description = "Why, for the timeline.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long it may be obeyed, at most 60s; ${DEFAULT-VALUE} by default.")
    private String valid = "30s";

    @Option(names = "--save", paramLabel = "FILE", description = "Keep the signed command in a file, too.")
    private Optional<Path> save = Optional.empty();

    LogOptions log() {
        return log;
    }

    /** @throws Failure if the key cannot be read */
    CommandSigner signer() throws IOException {
        Path file = key.orElseGet(() -> log.layout().privateKey());
        try {
            return new CommandSigner(keyName, KeyFiles.readPrivate(file));
        } catch (java.nio.file.NoSuchFileException e) {
            throw Failure.usage("--key: expected a private key, found no file %s", file);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--key: %s", e.getMessage());
        }
    }

    Person person() {
        try {
            return new Person(person);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--as: %s", e.getMessage());
        }
    }

    long basis(long current) {
        return basis.orElse(current);
    }

    Optional<String> reason() {
        return reason;
    }

    Duration valid() {
        Duration wanted;
        try {
            wanted = Durations.parse(valid);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--valid: %s", e.getMessage());
        }
        if (wanted.isZero() || wanted.compareTo(CommandEnvelope.MOST_VALID) > 0) {
            throw Failure.usage("--valid: expected more than zero and at most 60s, got %s", valid);
        }
        return wanted;
    }

    Optional<Path> save() {
        return save;
    }
}

package io.lifeboat.cli.command;

import com.fasterxml.jackson.core.JacksonException;
import io.lifeboat.cli.Failure;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A signed command in a file: signed here, sent from elsewhere. */
final class SignedFile {
    private static final long MOST_BYTES = 128 * 1024;

    private SignedFile() {}

    static void write(Path file, SignedCommand command) throws IOException {
        Files.write(file, Json.bytes(command));
    }

    /** @throws Failure if there is none in the file */
    static SignedCommand read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw Failure.usage("FILE: expected a signed command, found none in %s", file);
        }
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), SignedCommand.class);
        } catch (JacksonException e) {
            throw Failure.usage("FILE: expected a signed command in %s, but %s", file, e.getOriginalMessage());
        }
    }
}

package io.lifeboat.verifier.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes reports so that a file that is there is whole. Thread-safe: names differ from claim to claim. */
final class ReportFiles {
    private final Path folder;

    /** @param folder gets a folder for each incident */
    ReportFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** A file and the SHA-256 of its bytes. */
    record Written(Path path, String sha256) {}

    /** @param name without ending, another one for each attempt */
    Written markdown(RecoveryReport report, String name) throws IOException {
        return write(report.incident(), name + ".md", Markdown.of(report).getBytes(StandardCharsets.UTF_8));
    }

    Written html(RecoveryReport report, String name) throws IOException {
        return write(report.incident(), name + ".html", Html.of(report).getBytes(StandardCharsets.UTF_8));
    }

    Written json(RecoveryReport report, String name) throws IOException {
        return write(report.incident(), name + ".json", json(report));
    }

    static byte[] json(RecoveryReport report) throws JsonProcessingException {
        String text = Json.mapper()
                .copy()
                .registerModule(new Jdk8Module())
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(report);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private Written write(IncidentId incident, String name, byte[] bytes) throws IOException {
        Path home = Files.createDirectories(folder.resolve(incident.value()));
        Path part = home.resolve(name + ".part");
        try (FileChannel file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Path path = home.resolve(name);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        return new Written(path, Json.sha256(bytes));
    }
}

package io.lifeboat.cli.lab;

import com.fasterxml.jackson.core.JacksonException;
import io.lifeboat.cli.Failure;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a lab was started with, kept in {@code lab.json}: so a lab that is started again finds its data under the same addresses.
 *
 * @param base the first of its ports
 * @param qdrant the real Qdrant that it runs; absent: the stand-in
 */
public record LabInfo(int base, Optional<String> qdrant) {

    public LabPorts ports() {
        return new LabPorts(base);
    }

    static Optional<LabInfo> find(LabLayout layout) throws IOException {
        if (!Files.isRegularFile(layout.info())) {
            return Optional.empty();
        }
        try {
            var node = Json.mapper().readTree(Files.readAllBytes(layout.info()));
            return Optional.of(new LabInfo(
                    node.path("base").asInt(),
                    Optional.ofNullable(node.path("qdrant").textValue())));
        } catch (JacksonException | IllegalArgumentException e) {
            throw Failure.usage("%s: expected what `lab up` writes, found something else", layout.info());
        }
    }

    /** @throws Failure if there is no lab in the folder */
    public static LabInfo read(LabLayout layout) throws IOException {
        return find(layout)
                .orElseThrow(() -> Failure.failed(
                        "there is no lab in %s: start one with `lab up`, or say --dir or --kafka", layout.folder()));
    }

    void write(LabLayout layout) throws IOException {
        Path file = layout.info();
        var node = Json.mapper().createObjectNode().put("base", base);
        qdrant.ifPresent(path -> node.put("qdrant", path));
        Files.write(file, Json.bytes(node));
    }
}

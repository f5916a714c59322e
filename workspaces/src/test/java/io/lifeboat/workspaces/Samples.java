package io.lifeboat.workspaces;

import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Workspaces as a file would say them, for tests of what is made from them. */
public final class Samples {
    /** A workspace of two sites behind an edge; tests add to it or replace parts of it. */
    public static final String YAML = """
            vantages: [north, south, west]
            workspaces:
              - id: shop
                address: http://127.0.0.1:8080
                traffic: {switch: edge, admin: "http://127.0.0.1:8081"}
                sites:
                  - {id: blue, region: eu-1, value: "127.0.0.1:6333", nodes: ["http://127.0.0.1:6333"], fence: {switch: http, url: "http://127.0.0.1:9000/"}}
                  - {id: green, region: eu-2, value: "127.0.0.1:6343", nodes: ["http://127.0.0.1:6343"]}
            """;

    private Samples() {}

    /** The workspace with more lines at its end. */
    public static WorkspaceConfig workspace(String... lines) {
        return load(YAML + String.join("\n", lines)).workspaces().getFirst();
    }

    /** The workspace with a text replaced. */
    public static WorkspaceConfig replaced(String old, String by) {
        if (!YAML.contains(old)) {
            throw new IllegalArgumentException("the sample does not contain: " + old);
        }
        return load(YAML.replace(old, by)).workspaces().getFirst();
    }

    /** @throws IllegalArgumentException with all problems, if it is not valid */
    public static LifeboatConfig load(String yaml) {
        try {
            Path folder = Files.createTempDirectory("lifeboat-sample");
            Path file = Files.writeString(folder.resolve("workspaces.yaml"), yaml);
            LifeboatConfig config = ConfigLoader.load(file).orThrow();
            Files.delete(file);
            Files.delete(folder);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

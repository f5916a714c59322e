package io.lifeboat.failover;

import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.load.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration of one workspace, shop, with the sites blue and green: as people write it. */
public final class Configs {
    private Configs() {}

    /** @param workspace further lines of the workspace, each indented by four spaces */
    public static LifeboatConfig shop(Path folder, String traffic, String blue, String green, String workspace)
            throws IOException {
        Path file = folder.resolve("workspaces.yaml");
        Files.writeString(file, """
                vantages:
                  - {id: north, controls: ["tcp://192.0.2.1:53"]}
                workspaces:
                  - id: shop
                    address: http://127.0.0.1:8080
                    traffic: %s
                    sites:
                      - {id: blue, value: "127.0.0.1:6333", %s}
                      - {id: green, value: "127.0.0.1:6343", %s}
                """.formatted(traffic, blue, green) + workspace.indent(4));
        return ConfigLoader.load(file).orThrow();
    }

    public static LifeboatConfig shop(Path folder, String traffic) throws IOException {
        return shop(folder, traffic, "nodes: [\"http://127.0.0.1:6333\"]", "nodes: [\"http://127.0.0.1:6343\"]", "");
    }
}

package io.lifeboat.cli.lab;

import java.nio.file.Path;

/** Where a lab keeps what. */
public record LabLayout(Path folder) {

    public LabLayout {
        folder = folder.toAbsolutePath().normalize();
    }

    /** What others need to find it: {@link LabInfo}. */
    public Path info() {
        return folder.resolve("lab.json");
    }

    Path processes() {
        return folder.resolve("processes.json");
    }

    public Path workspaces() {
        return folder.resolve("workspaces.yaml");
    }

    Path supervisorOutput() {
        return folder.resolve("supervisor.log");
    }

    /** Written by the supervisor: port, token and process id. */
    Path supervisorFile() {
        return folder.resolve("supervisor.json");
    }

    /** The token for the fences of {@code workspaces.yaml}; readable for its owner alone. */
    Path fenceToken() {
        return folder.resolve("secrets").resolve("fence-token");
    }

    public Path privateKey() {
        return folder.resolve("keys").resolve("operator.key");
    }

    Path publicKey() {
        return folder.resolve("keys").resolve("operator.pub");
    }

    /** What a process writes, and where it runs. */
    Path data(String process) {
        return folder.resolve("data").resolve(process);
    }

    /** What a process printed. */
    public Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }
}

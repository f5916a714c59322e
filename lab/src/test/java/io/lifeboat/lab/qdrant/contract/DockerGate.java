package io.lifeboat.lab.qdrant.contract;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether containers can be started: Docker answers and the image is there. */
final class DockerGate {
    private DockerGate() {}

    /** Why not; empty if they can. */
    static Optional<String> obstacle() {
        if (!succeeds("docker", "version")) {
            return Optional.of("Docker does not answer `docker version`");
        }
        return succeeds("docker", "image", "inspect", ContainerNodes.IMAGE)
                ? Optional.empty()
                : Optional.of("the image " + ContainerNodes.IMAGE + " is not there, and none is pulled");
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

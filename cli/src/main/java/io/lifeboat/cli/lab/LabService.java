package io.lifeboat.cli.lab;

import io.lifeboat.events.id.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's process in the lab.
 *
 * @param name of the process
 * @param instance what it calls itself; for a detector the vantage that it is
 */
public record LabService(String name, Service service, String instance) {
    // A heap starts with a 64th of the machine's memory, or all that it may have: what is never given back when it is
    // idle.
    private static final List<String> SMALL =
            List.of("-Xms16m", "-Xmn8m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    // Digests want the optimising compiler: with the first one alone SHA-256 is fifteen times slower.
    private static final List<String> COMPUTING = List.of("-Xms24m", "-Xmn12m", "-Xmx96m", "-XX:+UseSerialGC");
    private static final int UNSAFE_FLAG_SINCE = 23;

    static LabService vantage(String vantage) {
        return new LabService("detector-" + vantage, Service.DETECTOR, vantage);
    }

    static LabService of(Service service) {
        return new LabService(service.text(), service, service.text());
    }

    /** What the build made of it. */
    Path jar(Path root) {
        return root.resolve(service.text() + "-service").resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"));
    }

    boolean isBuilt(Path root) {
        return Files.isRegularFile(jar(root));
    }

    /** What it trained for, where the build could. A JVM that does not fit it says so in its log, and does without. */
    Path cache(Path root) {
        return root.resolve(service.text() + "-service").resolve(Path.of("target", "service.aot"));
    }

    /** The flags of its JVM. */
    List<String> flags(Path root) {
        List<String> flags = new ArrayList<>(service == Service.VERIFIER ? COMPUTING : SMALL);
        flags.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= UNSAFE_FLAG_SINCE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (Files.isRegularFile(cache(root))) {
            flags.add("-XX:AOTCache=" + cache(root));
        }
        return List.copyOf(flags);
    }
}

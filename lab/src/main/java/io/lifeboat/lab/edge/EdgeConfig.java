package io.lifeboat.lab.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an edge is started.
 *
 * @param data directory of the traffic value and the journals
 * @param port of the workspace's public address, 0 for a free one
 * @param adminPort of the admin calls, 0 for a free one
 * @param target the first target, needed only where none is stored yet
 * @param mirror copying of writes, if wanted
 * @param timeout from a request's arrival to the head of its answer, and between parts of its body
 * @param connectTimeout to reach the target
 */
public record EdgeConfig(
        Path data,
        int port,
        int adminPort,
        Optional<Target> target,
        Optional<MirrorPair> mirror,
        Duration timeout,
        Duration connectTimeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);

    public EdgeConfig {
        requirePort("port", port);
        requirePort("adminPort", adminPort);
        requirePositive("timeout", timeout);
        requirePositive("connectTimeout", connectTimeout);
    }

    /** Free ports, no mirror, default times. */
    public static EdgeConfig of(Path data, Target target) {
        return new EdgeConfig(
                data, 0, 0, Optional.of(target), Optional.empty(), DEFAULT_TIMEOUT, DEFAULT_CONNECT_TIMEOUT);
    }

    public EdgeConfig withMirror(MirrorPair pair) {
        return new EdgeConfig(data, port, adminPort, target, Optional.of(pair), timeout, connectTimeout);
    }

    public EdgeConfig withTimeout(Duration newTimeout) {
        return new EdgeConfig(data, port, adminPort, target, mirror, newTimeout, connectTimeout);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + ": expected 0 to 65535, was " + port);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + ": expected at least 1 ms, was " + duration);
        }
    }
}

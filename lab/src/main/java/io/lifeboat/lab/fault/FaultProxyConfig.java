package io.lifeboat.lab.fault;

import io.lifeboat.lab.edge.Target;

/**
 * How a fault proxy is started.
 *
 * @param target the real server
 * @param port clients connect to, 0 for a free one
 * @param adminPort of the admin calls, 0 for a free one
 */
public record FaultProxyConfig(Target target, int port, int adminPort) {

    public FaultProxyConfig {
        requirePort("port", port);
        requirePort("adminPort", adminPort);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + ": expected 0 to 65535, was " + port);
        }
    }
}

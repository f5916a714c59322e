package io.lifeboat.lab.edge;

/**
 * Where requests are sent.
 *
 * @param host a name or an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65535
 */
public record Target(String host, int port) {

    public Target {
        if (!host.matches("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]")) {
            throw new IllegalArgumentException("host: expected a name or an address, was '" + host + "'");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: expected 1 to 65535, was " + port);
        }
    }

    /** Reads {@code host:port}. */
    public static Target parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("target: expected host:port, was '" + text + "'");
        }
        return new Target(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package io.lifeboat.detector.probe;

import java.net.URI;
import java.util.Arrays;

/** What the address of a target must be. */
public final class Addresses {
    private Addresses() {}

    static void require(URI address, String... schemes) {
        if (!Arrays.asList(schemes).contains(address.getScheme())) {
            throw new IllegalArgumentException("address: expected a scheme of %s, got %s"
                    .formatted(Arrays.toString(schemes), address.getScheme()));
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("address: expected a host, got none");
        }
        if (address.getScheme().equals("tcp") && address.getPort() < 1) {
            throw new IllegalArgumentException("address of " + address.getHost() + ": expected a port, got none");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "address of " + address.getHost() + ": expected no user (keys go by reference)");
        }
    }

    /** The port, or the scheme's own. */
    public static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? 443 : 80;
    }
}

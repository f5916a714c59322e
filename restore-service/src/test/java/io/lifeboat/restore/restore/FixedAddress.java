package io.lifeboat.restore.restore;

import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings and addresses of a service that does not run. */
public final class FixedAddress {
    private FixedAddress() {}

    public static RestoreSettings settings(URI pulls, Path store) {
        return new RestoreSettings() {
            @Override
            public Optional<URI> address() {
                return Optional.of(pulls);
            }

            @Override
            public Optional<Path> store() {
                return Optional.of(store);
            }

            @Override
            public int atOnce() {
                return 2;
            }

            @Override
            public long budget() {
                return 1 << 30;
            }
        };
    }

    public static OwnAddress of(RestoreSettings settings) {
        return new OwnAddress(settings, new HttpServer() {
            @Override
            public int getPort() {
                return 1;
            }

            @Override
            public int getSecurePort() {
                return 1;
            }

            @Override
            public int getManagementPort() {
                return 1;
            }

            @Override
            public URI getLocalBaseUri() {
                return URI.create("http://127.0.0.1:1");
            }
        });
    }
}

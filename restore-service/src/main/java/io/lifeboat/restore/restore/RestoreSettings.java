package io.lifeboat.restore.restore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** How collections are restored. */
@ConfigMapping(prefix = "lifeboat.restore")
public interface RestoreSettings {
    /** Where servers that restore reach this service; by default its own HTTP address. */
    Optional<URI> address();

    /** The folder of the local store that backups are restored from. */
    Optional<Path> store();

    /** Collections at once on one server. */
    @WithDefault("2")
    int atOnce();

    /** Bytes of snapshots at once on one server: it needs about twice that on its disk. A larger one is restored alone. */
    @WithDefault("68719476736")
    long budget();
}

package io.lifeboat.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the audit consumer; how it reaches Kafka stands in its channel, {@code mp.messaging.incoming.incidents.*}. */
@ConfigMapping(prefix = "lifeboat.audit")
public interface AuditSettings {

    /** The folder that gets a folder for each day. */
    @WithDefault("audit")
    Path directory();
}

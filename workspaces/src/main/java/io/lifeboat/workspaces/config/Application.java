package io.lifeboat.workspaces.config;

import io.lifeboat.events.id.TargetId;
import java.net.URI;
import java.util.Objects;

/**
 * An application of the workspace, judged by one address.
 *
 * @param status the HTTP status of a healthy answer, 200 unless said otherwise
 */
public record Application(TargetId id, URI url, int status) {

    public static final int DEFAULT_STATUS = 200;

    public Application {
        Objects.requireNonNull(id, "application.id");
        Objects.requireNonNull(url, "application.url");
        Checks.within("status", status, 100, 599);
    }
}

package io.lifeboat.restore;

import io.lifeboat.service.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class RestoreMain {
    RestoreMain() {}

    public static void main(String... args) {
        ServiceMain.run(args);
    }
}

package io.lifeboat.failover;

import io.lifeboat.service.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class FailoverMain {
    private FailoverMain() {}

    public static void main(String... args) {
        ServiceMain.run(args);
    }
}

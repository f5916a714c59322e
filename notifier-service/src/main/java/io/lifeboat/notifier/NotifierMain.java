package io.lifeboat.notifier;

import io.lifeboat.service.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class NotifierMain {
    private NotifierMain() {}

    public static void main(String... args) {
        ServiceMain.run(args);
    }
}

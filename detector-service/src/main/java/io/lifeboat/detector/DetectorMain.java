package io.lifeboat.detector;

import io.lifeboat.service.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class DetectorMain {
    private DetectorMain() {}

    public static void main(String... args) {
        ServiceMain.run(args);
    }
}

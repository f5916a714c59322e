package io.lifeboat.verifier;

import io.lifeboat.service.ServiceMain;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class VerifierMain {
    private VerifierMain() {}

    public static void main(String... args) {
        ServiceMain.run(args);
    }
}

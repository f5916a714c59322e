package io.lifeboat.restore.provision;

import java.util.Optional;

/**
 * Makes a place to restore to: one file a kind, found by its type. Every method may be called again for the same name, after
 * a kill at any point, and ends in the same state. Thread-safe.
 */
public interface Provisioner {

    /** As configuration names it. */
    String type();

    /** Makes the place, or finds it made, after destroying what rival attempts for the same purpose have left. */
    Provisioned provision(PlaceRequest request) throws InterruptedException;

    /** Whether {@link #restart} can do anything with this request. */
    default boolean restarts(PlaceRequest request) {
        return true;
    }

    /** Stops the server and starts it on the same data. */
    Provisioned restart(PlaceRequest request) throws InterruptedException;

    /**
     * Takes the place away with all that is in it, if it is there.
     *
     * @return what could not be taken away; empty if nothing is left
     */
    Optional<String> destroy(PlaceRequest request) throws InterruptedException;
}

package io.lifeboat.restore.provision;

/** How the making of a place ended. */
public sealed interface Provisioned {

    /** It is there, and has answered reads. */
    record Ready(Place place) implements Provisioned {}

    /**
     * It is not. What was begun has been destroyed, as far as it could be.
     *
     * @param why in one sentence
     */
    record NotReady(String why) implements Provisioned {}
}

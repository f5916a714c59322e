package io.lifeboat.lab.edge;

import java.util.concurrent.TimeoutException;

/** The data side as a switch sees it. Called by one thread at a time, never by the data side's own. */
interface Gate {

    /** Returns once no write can be acknowledged and no copy to the standby is under way, until released or moved. */
    void hold() throws InterruptedException, TimeoutException;

    /** Goes on as before: nothing was switched. */
    void release() throws InterruptedException, TimeoutException;

    /** Goes on with the new value: held writes of a site left are refused. Returns when it is in effect. */
    void move(Traffic value) throws InterruptedException, TimeoutException;
}

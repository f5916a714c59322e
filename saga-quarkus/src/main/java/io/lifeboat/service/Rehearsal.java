package io.lifeboat.service;

/**
 * What a recovery will run, run in memory before it is needed: the first use of code costs a JVM many times what the second
 * does, and without this the first use would be the incident. A CDI bean, one a subject. It has no effect outside.
 */
public interface Rehearsal {

    /** How often it is played. */
    int rounds();

    /**
     * Plays once; at most some tenths of a second, for others wait.
     *
     * @param number from 0
     * @throws Exception if it went wrong: that ends this rehearsal alone, and is logged
     */
    void play(int number) throws Exception;
}

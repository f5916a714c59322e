/**
 * The participant runtime in a simulated world: an in-memory log, a virtual clock and a seeded schedule that crashes,
 * duplicates, delays, loses answers, lets requests land after their sender died, lets zombies wake and truncates tails.
 */
package io.lifeboat.saga.simulator;

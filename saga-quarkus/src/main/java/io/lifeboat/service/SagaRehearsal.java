package io.lifeboat.service;

import io.lifeboat.saga.simulator.Simulation;
import io.lifeboat.saga.simulator.SimulationOptions;
import jakarta.inject.Singleton;

/** Codec, folds, claims and traffic protocol: the simulator plays whole incidents with the very classes. */
@Singleton
final class SagaRehearsal implements Rehearsal {

    @Override
    public int rounds() {
        return 6;
    }

    @Override
    public void play(int number) {
        Simulation.Report report = Simulation.run(new SimulationOptions(1, number, null), true);
        if (!report.violating().isEmpty()) {
            throw new IllegalStateException("a rehearsed history broke a rule: " + report.violating());
        }
    }
}

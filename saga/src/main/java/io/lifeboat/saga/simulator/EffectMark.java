package io.lifeboat.saga.simulator;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.plan.Step;

/** Says of an effect in the simulated world where it came from. */
record EffectMark(
        int workspace, IncidentId incident, long seq, boolean automatic, Step step, ClaimId claim, ProcessId process) {}

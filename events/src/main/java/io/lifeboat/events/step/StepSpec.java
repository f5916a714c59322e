package io.lifeboat.events.step;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.StepType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of the step catalogue.
 *
 * @param type the name that plans use
 * @param owner the only service whose events count for such a step
 * @param effects the effect classes that an implementation of it may declare
 * @param moves what its success moves
 * @param arguments what it takes; unknown arguments are refused
 */
public record StepSpec(
        StepType type, Service owner, Set<EffectClass> effects, Moves moves, List<ArgumentSpec> arguments) {

    public StepSpec {
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("effects: expected at least one effect class for " + type);
        }
        effects = Collections.unmodifiableSet(EnumSet.copyOf(effects));
        arguments = List.copyOf(arguments);
    }
}

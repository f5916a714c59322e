package io.lifeboat.events.plan;

import io.lifeboat.events.id.StepId;
import io.lifeboat.events.id.StepType;
import io.lifeboat.events.step.EffectClass;
import io.lifeboat.events.step.StepCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a step down in the order in which people think of it. Not thread-safe. */
public final class StepBuilder {
    private final StepId id;
    private final StepType type;
    private final List<Need> needs = new ArrayList<>();
    private @Nullable EffectClass effect;
    private Arguments arguments = Arguments.none();
    private Approval approval = Approval.NONE;
    private @Nullable Duration timeout;
    private @Nullable Duration claimWithin;
    private Retry retry = Retry.NONE;
    private OnFailure onFailure = OnFailure.ESCALATE;
    private @Nullable StepId compensates;
    private boolean mayRunTwice;
    private boolean evenIfAborted;

    StepBuilder(StepId id, StepType type) {
        this.id = id;
        this.type = type;
    }

    public StepBuilder effect(EffectClass value) {
        effect = value;
        return this;
    }

    public StepBuilder argument(String name, Object value) {
        arguments = arguments.with(name, value);
        return this;
    }

    public StepBuilder needs(Need... more) {
        needs.addAll(List.of(more));
        return this;
    }

    public StepBuilder approvedBy(int persons) {
        approval = new Approval(persons);
        return this;
    }

    public StepBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    public StepBuilder claimWithin(Duration value) {
        claimWithin = value;
        return this;
    }

    public StepBuilder retry(int times, Duration backoff) {
        retry = new Retry(times, backoff);
        return this;
    }

    public StepBuilder onFailure(OnFailure value) {
        onFailure = value;
        return this;
    }

    public StepBuilder compensates(String step) {
        compensates = new StepId(step);
        return this;
    }

    public StepBuilder mayRunTwice() {
        mayRunTwice = true;
        return this;
    }

    public StepBuilder evenIfAborted() {
        evenIfAborted = true;
        return this;
    }

    /** @throws IllegalArgumentException if the type is unknown, or has several effect classes and none was chosen */
    public Step build() {
        return new Step(
                id,
                type,
                chosenEffect(),
                arguments,
                needs,
                approval,
                timeout,
                claimWithin,
                retry,
                onFailure,
                compensates,
                mayRunTwice,
                evenIfAborted);
    }

    private EffectClass chosenEffect() {
        if (effect != null) {
            return effect;
        }
        var allowed = StepCatalogue.get(type).effects();
        if (allowed.size() != 1) {
            throw new IllegalArgumentException("step.effect: expected one of %s for %s".formatted(allowed, type));
        }
        return allowed.iterator().next();
    }
}

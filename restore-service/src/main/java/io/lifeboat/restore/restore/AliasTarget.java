package io.lifeboat.restore.restore;

import io.lifeboat.events.step.EffectClass;
import io.lifeboat.qdrant.alias.AliasAction;
import io.lifeboat.qdrant.alias.AliasCalls;
import io.lifeboat.qdrant.alias.AliasState;
import io.lifeboat.qdrant.alias.AliasSwitch;
import io.lifeboat.qdrant.alias.Marker;
import io.lifeboat.qdrant.alias.SwitchOutcome;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.saga.traffic.Reading;
import io.lifeboat.saga.traffic.TrafficSwitch;
import java.io.IOException;
import java.util.List;

/**
 * An alias as something that is compared and set: its value is the collection that it leads to, its epoch and claim stand in its
 * marker. Where no marker stands yet, one of epoch 0 is put beside it first; that alone moves nothing, so it needs no condition.
 */
public final class AliasTarget implements TrafficSwitch {
    /** What the marker says of a claim before there was one. */
    private static final String NOBODY = "nobody";

    private final AliasCalls calls;
    private final AliasSwitch alias;

    public AliasTarget(AliasCalls calls, String alias) {
        this.calls = calls;
        this.alias = new AliasSwitch(calls, alias);
    }

    @Override
    public EffectClass effect() {
        return EffectClass.CAS;
    }

    /** The value is empty where the alias is missing. */
    @Override
    public Reading read() throws IOException, InterruptedException {
        AliasState seen = ok(alias.look(), "its aliases");
        String value = seen.collection().orElse("");
        return seen.last()
                .map(marker -> new Reading(value, marker.epoch(), claim(marker)))
                .orElseGet(() -> new Reading(value, 0, ""));
    }

    private static String claim(Marker marker) {
        return marker.claimId().equals(NOBODY) ? "" : marker.claimId();
    }

    @Override
    public boolean compareAndSet(Reading expected, Reading wanted) throws IOException, InterruptedException {
        Marker before = marker(expected);
        if (expected.claim().isEmpty()) {
            putMarker(before, expected.value().isEmpty() ? wanted.value() : expected.value());
        }
        return wanted.value().isEmpty()
                ? renamed(before, marker(wanted))
                : moved(alias.move(before, marker(wanted), wanted.value()));
    }

    private Marker marker(Reading reading) {
        return new Marker(alias.alias(), reading.epoch(), reading.claim().isEmpty() ? NOBODY : reading.claim());
    }

    private void putMarker(Marker first, String collection) throws IOException, InterruptedException {
        if (collection.isEmpty()) {
            throw new IOException(
                    "alias %s leads nowhere, and there is nothing to lead it to".formatted(alias.alias()));
        }
        ok(
                calls.update(List.of(new AliasAction.Create(first.aliasName(), collection))),
                "the marker of " + alias.alias());
    }

    /** Of an alias that is missing only the marker can be sealed. */
    private boolean renamed(Marker before, Marker wanted) throws IOException, InterruptedException {
        ok(calls.update(List.of(new AliasAction.Rename(before.aliasName(), wanted.aliasName()))), "the marker");
        return true;
    }

    private boolean moved(SwitchOutcome outcome) throws IOException {
        return switch (outcome) {
            case SwitchOutcome.Moved moved -> true;
            case SwitchOutcome.Stale stale -> false;
            case SwitchOutcome.NothingMoved nothing ->
                throw new IOException(nothing.why().summary());
            case SwitchOutcome.PartlyApplied partly ->
                throw new IOException("alias %s: only its marker was moved".formatted(alias.alias()));
            case SwitchOutcome.Unseen unseen ->
                throw new IOException(unseen.why().summary());
        };
    }

    private static <T> T ok(Answer<T> answer, String what) throws IOException {
        return switch (answer) {
            case Answer.Ok<T> ok -> ok.result();
            case Answer.Accepted<T> accepted -> throw new IOException(what + ": accepted, not answered");
            case Answer.Failure<T> failure -> throw new IOException(what + ": " + failure.summary());
        };
    }
}

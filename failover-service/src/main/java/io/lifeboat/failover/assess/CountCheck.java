package io.lifeboat.failover.assess;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The exact number of points. It must be the recorded one where nothing was written here since; where something was, more than
 * half of the recorded ones gone is taken for a loss.
 */
@Singleton
final class CountCheck implements StandbyCheck {

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        return Each.of(standby.recorded(), collection -> check(standby, collection));
    }

    private static Finding check(Standby standby, CollectionBaseline collection) throws InterruptedException {
        String name = "count of " + collection.name();
        return switch (standby.entry().points(collection.name()).count()) {
            case Answer.Ok<Long> ok -> judge(name, collection, ok.result(), standby.isUnwritten(collection));
            case Answer.Accepted<Long> accepted -> Finding.fail(name, "it was not answered");
            case Answer.Failure<Long> failure -> Finding.of(name, "count", failure);
        };
    }

    private static Finding judge(String name, CollectionBaseline collection, long count, Optional<Boolean> unwritten) {
        String detail = "%d points, %d were recorded".formatted(count, collection.count());
        if (unwritten.orElse(false)) {
            return count == collection.count()
                    ? Finding.pass(name, detail)
                    : Finding.fail(name, detail + ", and nothing was written since");
        }
        return count < (collection.count() + 1) / 2
                ? Finding.fail(name, detail)
                : Finding.pass(name, detail + (unwritten.isPresent() ? ", written since" : ", perhaps written since"));
    }
}

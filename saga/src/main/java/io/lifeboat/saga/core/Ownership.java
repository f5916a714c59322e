package io.lifeboat.saga.core;

import io.lifeboat.events.fold.Owner;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.incident.OwnerMarked;
import java.util.Optional;

/**
 * When a process marks itself owner of a partition: nobody is, or the owner's beat has stopped, and it is the first among the
 * living. The log decides whether the mark counts. Not thread-safe.
 */
final class Ownership {
    private final Settings self;
    private final Members members;

    Ownership(Settings self, Members members) {
        this.self = self;
        this.members = members;
    }

    boolean owns(Partition partition) {
        return partition.owner(self.service()).filter(this::isSelf).isPresent();
    }

    private boolean isSelf(Owner owner) {
        return owner.process().equals(self.process());
    }

    /** The mark to append now, if any. */
    Optional<OwnerMarked> mark(Partition partition) {
        Optional<Owner> owner = partition.owner(self.service());
        boolean vacant = owner.isEmpty() || isGone(owner.get());
        boolean first = members.first(self.service(), partition.number())
                .filter(self.process()::equals)
                .isPresent();
        long term = owner.map(Owner::term).orElse(0L) + 1;
        return vacant && first ? Optional.of(new OwnerMarked(self.service(), self.process(), term)) : Optional.empty();
    }

    private boolean isGone(Owner owner) {
        boolean alive = members.isAlive(self.service(), owner.process());
        boolean left = members.hasLeft(self.service(), owner.process());
        return left || !alive && members.hasListened();
    }
}

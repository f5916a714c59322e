package io.lifeboat.service;

import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.saga.kafka.KafkaParticipant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What a service is in the saga: one bean in each service. */
public interface Role {

    Service service();

    /** Who decides. Most services only claim their steps. */
    default Decider decider(Settings self, Predicate<ClaimId> running) {
        return new StepDecider(self, running);
    }

    /** Workspaces to decide about although the log does not name them yet. */
    default Collection<WorkspaceId> known() {
        return List.of();
    }

    default KafkaParticipant.Extra extra() {
        return KafkaParticipant.Extra.NONE;
    }
}

package io.lifeboat.events.fold;

import io.lifeboat.events.command.Action;
import io.lifeboat.events.command.CommandEnvelope;
import io.lifeboat.events.command.SignedCommand;
import io.lifeboat.events.id.CommandId;
import io.lifeboat.events.id.Person;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands as they stand in events. The folds look at the payload only: who has the keys checked the signature before. */
final class Asked {
    static final Person ALICE = new Person("alice");
    static final Person BOB = new Person("bob");
    static final Duration VALID = Duration.ofSeconds(60);

    private Asked() {}

    static SignedCommand by(Person subject, Instant issued) {
        return by(subject, Log.SHOP, issued);
    }

    static SignedCommand forFleet(Instant issued) {
        return by(ALICE, null, issued);
    }

    static SignedCommand by(Person subject, @Nullable WorkspaceId workspace, Instant issued) {
        return signed(Json.text(new CommandEnvelope(
                new CommandId(UUID.randomUUID()),
                workspace,
                null,
                Action.HOLD,
                Arguments.none(),
                0,
                issued,
                issued.plus(VALID),
                "0123456789abcdef",
                subject)));
    }

    static SignedCommand signed(String payload) {
        return new SignedCommand("a-key", payload, "c2lnbmVk");
    }
}

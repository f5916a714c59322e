package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.TrafficObserved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moves data binds an epoch as traffic does, and leaves the active site as it is. */
class DataMoveTest {
    private final Log log = Log.with(Plans.of(Plans.cutOver()));

    @BeforeEach
    void knowTheActiveSite() {
        log.append(Service.FAILOVER, new TrafficObserved(Log.SHOP, new SiteId("blue"), 3));
    }

    @Test
    void shouldBindAnEpochOfItsOwnToEachClaim() {
        log.claim("cut");
        long first = log.claimOf("cut").epoch();

        log.claim("cut");

        assertThat(first).isEqualTo(4);
        assertThat(log.claimOf("cut").epoch()).isEqualTo(5);
        assertThat(log.shop().epoch()).isEqualTo(5);
    }

    @Test
    void shouldLeaveTheActiveSiteWhenItSucceeds() {
        log.done("cut");

        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
    }

    @Test
    void shouldNotBeginACoolDown() {
        log.claim("cut");

        assertThat(log.shop().coolDownUntil()).isNull();
    }

    @Test
    void shouldAskForASealWhenItIsSkippedWhileClaimed() {
        log.claim("cut");

        log.skip("cut");

        assertThat(log.claimOf("cut").stopRequested()).isTrue();
    }

    @Test
    void shouldHoldTheLockOfTheWorkspace() {
        log.claim("cut");

        assertVoid(
                log.open(2, Log.SECOND, false, Plans.of(Plans.cutOver()), null),
                Log.FIRST + " is still recovering, and its plan moves traffic or data");
    }
}

package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.BaselineRecorded;
import io.lifeboat.events.incident.TrafficObserved;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private final Log log = new Log();

    @BeforeEach
    void knowTheActiveSite() {
        log.append(Service.FAILOVER, new TrafficObserved(Log.SHOP, new SiteId("blue"), 1));
    }

    private static BaselineRecorded of(String site, Instant takenAt) {
        return new BaselineRecorded(Log.SHOP, new SiteId(site), takenAt, List.of());
    }

    @Test
    void shouldKeepTheNewestBaselineOfTheActiveSite() {
        assertEffective(log.append(Service.VERIFIER, of("blue", Log.START)));
        assertEffective(log.append(Service.VERIFIER, of("blue", Log.START.plusSeconds(60))));

        assertThat(log.shop().baseline()).isEqualTo(of("blue", Log.START.plusSeconds(60)));
    }

    @Test
    void shouldVoidABaselineWhenItIsNotNewerThanTheLast() {
        log.append(Service.VERIFIER, of("blue", Log.START));

        assertVoid(log.append(Service.VERIFIER, of("blue", Log.START)), "there is one of 2026-03-01T08:00:00Z already");
        assertVoid(
                log.append(Service.VERIFIER, of("blue", Log.START.minusMillis(1))),
                "there is one of 2026-03-01T08:00:00Z already");
    }

    @Test
    void shouldVoidABaselineWhenItWasTakenOnAnotherSite() {
        assertVoid(log.append(Service.VERIFIER, of("green", Log.START)), "taken on green, but blue is active");
    }

    @Test
    void shouldVoidABaselineWhenNoSiteIsActive() {
        Log unknown = new Log();

        assertVoid(unknown.append(Service.VERIFIER, of("blue", Log.START)), "taken on blue, but null is active");
    }

    @Test
    void shouldVoidABaselineWhenAnotherServiceWroteIt() {
        assertVoid(log.append(Service.FAILOVER, of("blue", Log.START)), "written by failover, expected verifier");
    }
}

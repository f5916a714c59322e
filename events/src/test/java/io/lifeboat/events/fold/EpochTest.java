package io.lifeboat.events.fold;

import static io.lifeboat.events.fold.RulingAssert.assertEffective;
import static io.lifeboat.events.fold.RulingAssert.assertVoid;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.incident.EpochObserved;
import io.lifeboat.events.incident.StepEnded.Verdict;
import io.lifeboat.events.incident.TrafficObserved;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Epochs strictly rise, and one site at most is active. */
class EpochTest {
    private final Log log = Log.with(Plans.of(Plans.move(), Plans.assess()));

    private Ruling observe(long epoch) {
        return log.append(Service.FAILOVER, new EpochObserved(Log.SHOP, epoch));
    }

    private Ruling observeTraffic(String site, long epoch) {
        return log.append(Service.FAILOVER, new TrafficObserved(Log.SHOP, new SiteId(site), epoch));
    }

    @Test
    void shouldRaiseTheEpochAndBindItWhenATrafficStepIsClaimed() {
        observe(4);

        log.claim("move");

        assertThat(log.shop().epoch()).isEqualTo(5);
        assertThat(log.claimOf("move").epoch()).isEqualTo(5);
    }

    @Test
    void shouldRaiseTheEpochAgainWhenATrafficClaimIsTakenOver() {
        log.claim("move");

        log.claim("move");

        assertThat(log.shop().epoch()).isEqualTo(2);
        assertThat(log.claimOf("move").epoch()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheEpochWhenAStepMovesNoTraffic() {
        observe(4);

        log.claim("assess");

        assertThat(log.shop().epoch()).isEqualTo(4);
        assertThat(log.claimOf("assess").epoch()).isZero();
    }

    @Test
    void shouldFollowTheHighestEpochWhenTargetsCarryOthers() {
        LongStream.of(3, 9, 1, 9).forEach(epoch -> assertEffective(observe(epoch)));

        assertThat(log.shop().epoch()).isEqualTo(9);
    }

    @Test
    void shouldObserveAnEpochWhoeverWroteIt() {
        assertEffective(log.append(Service.NOTIFIER, new EpochObserved(Log.SHOP, 3)));
        assertThat(log.shop().epoch()).isEqualTo(3);
    }

    @Test
    void shouldKeepTheActiveSiteWhenOnlyAnEpochIsObserved() {
        observeTraffic("blue", 1);

        observe(4);

        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
    }

    @Test
    void shouldActivateTheSiteWhereTrafficWasFoundWhenNothingWasKnown() {
        assertEffective(observeTraffic("blue", 7));

        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
        assertThat(log.shop().epoch()).isEqualTo(7);
    }

    @Test
    void shouldVoidWhatWasFoundWhenTheLogKnowsTheActiveSite() {
        observeTraffic("blue", 7);

        assertVoid(observeTraffic("green", 8), "the log already says that blue is active");
        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
        assertThat(log.shop().epoch()).isEqualTo(7);
    }

    @Test
    void shouldVoidWhatWasFoundWhenAnotherServiceSaysSo() {
        Ruling ruling = log.append(Service.VERIFIER, new TrafficObserved(Log.SHOP, new SiteId("green"), 1));

        assertVoid(ruling, "written by verifier, expected failover");
        assertThat(log.shop().active()).isNull();
    }

    @Test
    void shouldActivateTheClaimsSiteOnlyWhenItsStepHasSucceeded() {
        observeTraffic("blue", 1);

        log.claim("move");
        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
        log.end("move", Verdict.SUCCEEDED);
        assertThat(log.shop().active()).isEqualTo(new SiteId("green"));
        assertThat(log.shop().epoch()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheActiveSiteWhenTheSwitchFailed() {
        observeTraffic("blue", 1);
        log.claim("move");

        log.end("move", Verdict.FAILED);

        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
    }

    @Test
    void shouldKeepTheActiveSiteWhenAStepThatMovesNothingSucceeds() {
        observeTraffic("blue", 1);

        log.done("assess");

        assertThat(log.shop().active()).isEqualTo(new SiteId("blue"));
    }
}

package io.lifeboat.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.cli.Story;
import io.lifeboat.cli.lab.LabProcess;
import io.lifeboat.cli.lab.LabService;
import io.lifeboat.cli.lab.LabShape;
import io.lifeboat.cli.log.LogStates;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.Stage;
import io.lifeboat.events.incident.StepEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRulesTest {
    private static final Instant NOW = Story.START.plusSeconds(10);
    private static final DemoLimits LIMITS = DemoLimits.of(true);
    private static final Set<String> ALL = Set.of("north", "south", "west", "failover", "verifier", "notifier");

    private final DemoRules rules = new DemoRules(LIMITS, new Diagnosis());

    @Test
    void shouldWaitUntilAllProcessesAreReady() {
        DemoStage stage = new DemoStage.Starting(NOW);

        assertThat(rules.next(stage, seen(new Story(), ALL, processes("STARTING", 0))))
                .isEqualTo(stage);
        assertThat(rules.next(stage, seen(new Story(), ALL, processes("READY", 0))))
                .isInstanceOf(DemoStage.Settling.class);
    }

    @Test
    void shouldFailAtOnceWhenAProcessKeepsDying() {
        DemoStage next = rules.next(new DemoStage.Starting(NOW), seen(new Story(), ALL, processes("RESTARTING", 3)));

        assertThat(reasons(next)).anyMatch(reason -> reason.startsWith("verifier dies whenever it is started"));
    }

    @Test
    void shouldNameWhatIsNotReadyWhenTheTimeIsOver() {
        DemoStage begun = new DemoStage.Starting(NOW.minus(LIMITS.start()));

        DemoStage next = rules.next(begun, seen(new Story(), ALL, processes("STARTING", 0)));

        assertThat(reasons(next)).contains("verifier is not ready: starting");
    }

    @Test
    void shouldHarmNobodyBeforeTheBaselineIsRecorded() {
        // given
        Story story = new Story();
        story.tell(Service.FAILOVER, new io.lifeboat.events.incident.TrafficObserved(Story.SHOP, Story.BLUE, 0));

        // when
        DemoStage next = rules.next(new DemoStage.Settling(NOW, ""), ready(story, ALL));

        // then
        assertThat(next)
                .isInstanceOfSatisfying(
                        DemoStage.Settling.class,
                        settling ->
                                assertThat(settling.waitsFor()).contains("verifier service to record the baseline"));
    }

    @Test
    void shouldHarmNobodyBeforeTheVantagesSeeTheSiteUp() {
        Observation blind = new Observation(
                NOW,
                processes("READY", 0),
                Optional.of(LogStates.of(new Story().healthy(), Set.of(), ALL)),
                Optional.of(served()));

        assertThat(rules.next(new DemoStage.Settling(NOW, ""), blind))
                .isInstanceOfSatisfying(
                        DemoStage.Settling.class,
                        settling -> assertThat(settling.waitsFor()).contains("vantages to see blue up"));
    }

    @Test
    void shouldInjectTheFaultOnTheActiveSiteOnceAllIsWell() {
        // given
        Observation well = ready(new Story().healthy(), ALL);

        // when
        DemoStage healthy = rules.next(new DemoStage.Settling(NOW, ""), well);
        DemoStage due = rules.next(healthy, well);

        // then
        assertThat(healthy).isEqualTo(new DemoStage.Healthy(NOW, Story.BLUE));
        assertThat(due).isEqualTo(new DemoStage.Due(Story.BLUE, 0));
    }

    @Test
    void shouldNameTheVerifierWhenNoBaselineIsEverRecorded() {
        // given
        DemoStage begun = new DemoStage.Settling(NOW.minus(LIMITS.settle()), "");
        Set<String> others = Set.of("north", "south", "west", "failover", "notifier");

        // when
        DemoStage next = rules.next(begun, ready(new Story(), others));

        // then
        assertThat(reasons(next)).anyMatch(reason -> reason.startsWith("the verifier service is missing"));
    }

    @Test
    void shouldNameTheDetectorsWhenNobodyNotices() {
        // given
        DemoStage begun = new DemoStage.Unnoticed(NOW.minus(LIMITS.notice()), Story.BLUE, 0);

        // when
        DemoStage next = rules.next(begun, ready(new Story().healthy(), Set.of("failover", "verifier", "notifier")));

        // then
        assertThat(reasons(next))
                .anyMatch(reason -> reason.startsWith("the detector service of vantage north is missing"))
                .anyMatch(reason -> reason.startsWith("no incident was opened"));
    }

    @Test
    void shouldTakeNoEarlierIncidentForTheOneOfTheFault() {
        DemoStage stage = new DemoStage.Unnoticed(NOW, Story.BLUE, 1);

        assertThat(rules.next(stage, ready(new Story().recovered(), ALL))).isEqualTo(stage);
    }

    @Test
    void shouldSucceedWhenTheIncidentIsRecoveredAndAllStepsHaveEnded() {
        // given
        Observation recovered = ready(new Story().recovered(), ALL);
        DemoStage stage = new DemoStage.Unnoticed(NOW, Story.BLUE, 0);

        // when
        DemoStage recovering = rules.next(stage, recovered);
        DemoStage concluding = rules.next(recovering, recovered);
        DemoStage end = rules.next(concluding, later(recovered, LIMITS.aftermath()));

        // then
        assertThat(concluding).isEqualTo(new DemoStage.Concluding(NOW, Story.INCIDENT, NOW));
        assertThat(end).isEqualTo(new DemoStage.Succeeded(NOW, Story.INCIDENT));
    }

    @Test
    void shouldNameTheOwnerOfAStepThatNobodyClaims() {
        // given
        Story story = new Story().healthy().at(1_000).opened();
        DemoStage stage = new DemoStage.Recovering(NOW.minus(LIMITS.recover()), Story.BLUE, Story.INCIDENT);

        // when
        DemoStage next = rules.next(stage, ready(story, ALL));

        // then
        assertThat(reasons(next))
                .contains(
                        "step switch-traffic has not been claimed by the failover service",
                        "step notify-first has not been claimed by the notifier service");
    }

    @Test
    void shouldFailWhenAPersonIsNeeded() {
        // given
        Story story = new Story()
                .healthy()
                .at(1_000)
                .opened()
                .claimed(Service.FAILOVER, "switch-traffic", 1, 1, "it is ready")
                .ended(Service.FAILOVER, "switch-traffic", 1, StepEnded.Verdict.FAILED, "the edge does not answer")
                .advanced(Stage.NEEDS_PERSON, 0, "a person is needed");

        // when
        DemoStage next = rules.next(new DemoStage.Recovering(NOW, Story.BLUE, Story.INCIDENT), ready(story, ALL));

        // then
        assertThat(reasons(next)).contains("step switch-traffic failed: the edge does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "south", "west", "failover", "verifier", "notifier"})
    void shouldNotSucceedWithoutAnyOneServiceThoughTheRestRecovered(String missing) {
        // given
        Set<String> alive = new java.util.HashSet<>(ALL);
        alive.remove(missing);
        DemoStage stage = new DemoStage.Concluding(NOW, Story.INCIDENT, NOW.minus(LIMITS.aftermath()));

        // when
        DemoStage next = rules.next(stage, ready(new Story().recovered(), alive));

        // then
        assertThat(reasons(next)).singleElement().asString().contains(missing);
    }

    private static List<String> reasons(DemoStage stage) {
        assertThat(stage).isInstanceOf(DemoStage.Failed.class);
        return ((DemoStage.Failed) stage).reasons();
    }

    private static Observation ready(Story story, Set<String> alive) {
        return seen(story, alive, processes("READY", 0));
    }

    private static Observation seen(Story story, Set<String> alive, List<LabProcess> processes) {
        return new Observation(
                NOW,
                processes,
                Optional.of(LogStates.of(story, Set.of("north", "south", "west"), alive)),
                Optional.of(served()));
    }

    private static Observation later(Observation seen, Duration by) {
        return new Observation(seen.at().plus(by), seen.processes(), seen.log(), seen.users());
    }

    private static UserStats served() {
        UserStats.Kind kind = new UserStats.Kind(10, 0, Duration.ZERO, Duration.ZERO);
        return new UserStats(kind, kind, 10);
    }

    private static List<LabProcess> processes(String verifier, int restarts) {
        return LabShape.SERVICES.stream()
                .map(LabService::name)
                .map(name -> new LabProcess(
                        name,
                        name.equals("verifier") ? verifier : "READY",
                        OptionalLong.of(1),
                        name.equals("verifier") ? restarts : 0,
                        OptionalInt.empty()))
                .toList();
    }
}

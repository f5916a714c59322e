package io.lifeboat.detector.incident.decide;

import static io.lifeboat.detector.incident.Vantages.PERIOD;
import static io.lifeboat.detector.incident.Vantages.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.detector.incident.Vantages;
import io.lifeboat.detector.incident.World;
import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.events.fleet.IncidentNumbered;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.VantageId;
import io.lifeboat.events.incident.IncidentOpened;
import io.lifeboat.events.plan.Arguments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever one vantage says, however often and in whatever order: nothing changes. Flapping fails over once a cool-down. */
class LiarTest {
    private static final List<String> TARGETS = List.of("blue-1", "green-1", "app", "alert-keys", "unheard-of");
    private static final List<TargetState> STATES = List.of(TargetState.values());
    private static final List<String> REASONS =
            List.of("dummy-shard", "red", "content", "read-failed", "refused", "silent", "alert");

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNeverOpenAnIncidentWhenOneVantageLies(long seed) {
        Random random = new Random(seed);
        World world = new World();
        String liar = List.of("north", "south", "west").get(random.nextInt(3));

        for (int i = 0; i < 200; i++) {
            world.after(Duration.ofMillis(random.nextInt(3000)));
            Instant when = world.now.minusSeconds(random.nextInt(100_000)).plusSeconds(random.nextInt(1000));
            world.vantages.hear(lie(liar, random, when), Heard.live(world.now, world.now));
            world.settle();
        }

        assertThat(world.all(IncidentOpened.class)).isEmpty();
        assertThat(world.all(IncidentNumbered.class)).isEmpty();
    }

    private static HealthEvent lie(String liar, Random random, Instant when) {
        String process = liar + (random.nextInt(10) == 0 ? random.nextInt() : "");
        if (random.nextInt(5) == 0) {
            return new VantageBeat(
                    new VantageId(liar),
                    process(process),
                    random.nextLong(),
                    PERIOD.multipliedBy(1 + random.nextInt(1_000_000)),
                    random.nextBoolean() ? "it says so" : null,
                    random.nextInt(10) == 0);
        }
        Arguments detail = Arguments.of("reason", REASONS.get(random.nextInt(REASONS.size())))
                .with("scenario", random.nextBoolean() ? "SECURITY_BREACH" : "BACKUP_AT_RISK")
                .with("unserved", List.of("docs"))
                .with("serves", "nobody");
        TargetState state = STATES.get(random.nextInt(STATES.size()));
        return Vantages.report(liar, process, TARGETS.get(random.nextInt(TARGETS.size())), state, when, detail);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFailOverAtMostOnceACoolDownWhenEverythingFlaps(long seed) {
        Random random = new Random(seed);
        World world = new World();
        Duration coolDown = Duration.ofMinutes(10);

        for (int i = 0; i < 150; i++) {
            world.after(Duration.ofMillis(random.nextInt(20_000)));
            TargetState state = random.nextBoolean() ? TargetState.DOWN : TargetState.UP;
            world.vantages.allSay(random.nextBoolean() ? "blue-1" : "green-1", state, world.now);
            world.settle();
            if (world.shop().open().findAny().isPresent()) {
                world.recover();
                world.settle();
            }
        }

        List<Instant> moves = List.copyOf(world.trafficClaims);
        assertThat(moves).isNotEmpty();
        for (int i = 1; i < moves.size(); i++) {
            assertThat(Duration.between(moves.get(i - 1), moves.get(i))).isGreaterThanOrEqualTo(coolDown);
        }
    }
}

package io.lifeboat.detector.incident.quorum;

import static io.lifeboat.detector.incident.Vantages.NOON;
import static io.lifeboat.detector.incident.Vantages.SHOP;
import static io.lifeboat.detector.incident.Vantages.THREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.detector.incident.Vantages;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.TargetId;
import io.lifeboat.events.id.VantageId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuorumTest {
    private static final TargetId BLUE = new TargetId("blue-1");

    private final Vantages vantages = new Vantages();

    private void tell(String vantage, String word, Instant since) {
        switch (word) {
            case "silent" -> {}
            case "abstains" ->
                vantages.beat(vantage, vantage, NOON, "no control answers", false)
                        .says(vantage, "blue-1", TargetState.DOWN, since);
            default -> vantages.beat(vantage, NOON).says(vantage, "blue-1", TargetState.valueOf(word), since);
        }
    }

    private Verdict verdict() {
        return verdict(1);
    }

    private Verdict verdict(int least) {
        return new Quorum(THREE, least).verdict(vantages.view(), SHOP, BLUE, NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,     DOWN,     DOWN,     DOWN",
        "DOWN,     DOWN,     UP,       DOWN",
        "DOWN,     DOWN,     silent,   DOWN",
        "DOWN,     DOWN,     abstains, DOWN",
        "DOWN,     UP,       UP,       UP",
        "DOWN,     abstains, abstains, UNKNOWN",
        "DOWN,     silent,   silent,   UNKNOWN",
        "DOWN,     UP,       silent,   UNKNOWN",
        "DOWN,     UNKNOWN,  UNKNOWN,  UNKNOWN",
        "DOWN,     DEGRADED, UP,       DEGRADED",
        "DEGRADED, DEGRADED, UP,       DEGRADED",
        "DEGRADED, UP,       UP,       UP",
        "UP,       UP,       silent,   UP",
        "UP,       silent,   silent,   UNKNOWN",
        "silent,   silent,   silent,   UNKNOWN"
    })
    void shouldFollowTheMajorityOfTheConfigured(String north, String south, String west, TargetState expected) {
        tell("north", north, NOON);
        tell("south", south, NOON);
        tell("west", west, NOON);

        assertThat(verdict().state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3"})
    void shouldNeedMoreThanHalf(int configured, int majority) {
        List<VantageId> ids = IntStream.range(0, configured)
                .mapToObj(i -> new VantageId("v" + i))
                .toList();

        assertThat(new Quorum(ids).needed()).isEqualTo(majority);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 3", "4, 4", "5, 5"})
    void shouldNeverNeedFewerThanTheMajorityThoughFewerAreWanted(int least, int needed) {
        List<VantageId> ids =
                IntStream.range(0, 5).mapToObj(i -> new VantageId("v" + i)).toList();

        assertThat(new Quorum(ids, least).needed()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "DOWN,     DOWN,     DOWN, DOWN",
        "DOWN,     DOWN,     UP,   UNKNOWN",
        "DOWN,     DEGRADED, DOWN, DEGRADED",
        "UP,       UP,       UP,   UP",
        "UP,       UP,       DOWN, UNKNOWN"
    })
    void shouldWantAllThreeWhereTheWorkspaceWantsThree(String north, String south, String west, TargetState expected) {
        tell("north", north, NOON);
        tell("south", south, NOON);
        tell("west", west, NOON);

        assertThat(verdict(3).state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void shouldRefuseToWantMoreThanThereAreOrNone(int least) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quorum(THREE, least))
                .withMessage("least: expected 1 to the number of vantages (3), got " + least);
    }

    @Test
    void shouldSayFromWhenOnAsManyAsDecideSawItUp() {
        tell("north", "UP", NOON.minusSeconds(3));
        tell("south", "UP", NOON.minusSeconds(2));
        tell("west", "UP", NOON.minusSeconds(1));

        assertThat(verdict().upSince()).contains(NOON.minusSeconds(2));
        assertThat(verdict(3).upSince()).contains(NOON.minusSeconds(1));
    }

    @Test
    void shouldNotSayFromWhenOnItIsUpWhenItIsNot() {
        tell("north", "DOWN", NOON);
        tell("south", "DOWN", NOON);
        tell("west", "UP", NOON);

        assertThat(verdict().upSince()).isEmpty();
    }

    @Test
    void shouldStartTheClockAtTheFirstEvidenceOfTheMajority() {
        tell("north", "DOWN", NOON.minusSeconds(2));
        tell("south", "DOWN", NOON.minusSeconds(1));

        assertThat(verdict().since()).isEqualTo(NOON.minusSeconds(2));
    }

    @Test
    void shouldNotStartTheClockWhenOneVantageHasBeenWrongForHours() {
        tell("north", "DOWN", NOON.minusSeconds(7200));
        tell("south", "DOWN", NOON.minusSeconds(2));
        tell("west", "DOWN", NOON.minusSeconds(1));

        assertThat(verdict().since()).isEqualTo(NOON.minusSeconds(2));
    }

    @Test
    void shouldListAllConfiguredVantagesAsVotes() {
        tell("north", "DOWN", NOON);
        tell("south", "DOWN", NOON);

        assertThat(verdict().votes()).hasSize(3);
        assertThat(verdict().votes().get(2).evidence()).isEqualTo("it has never been heard of");
        assertThat(verdict().tally()).isEqualTo("blue-1 DOWN by 2 of 3 vantages");
    }

    @Test
    void shouldNotCountVantagesThatAreNotConfigured() {
        tell("east", "DOWN", NOON);
        tell("elsewhere", "DOWN", NOON);

        assertThat(verdict().state()).isEqualTo(TargetState.UNKNOWN);
    }

    @Test
    void shouldRefuseToJudgeWithoutVantages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quorum(List.of()))
                .withMessage("vantages: expected at least one, got none");
    }
}

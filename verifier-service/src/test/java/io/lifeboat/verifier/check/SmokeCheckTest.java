package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.service.command.CommandRunner;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmokeCheckTest extends CheckContract {
    private final CommandRunner runner = new CommandRunner();

    @AfterEach
    void stop() {
        runner.close();
    }

    @Override
    Check check() {
        return new SmokeCheck(runner);
    }

    @Test
    void shouldNotRunWhenNoneIsNamed() throws Exception {
        assertThat(check().run(scene("", SILENT))).isEqualTo(CheckResult.notRun("the workspace names no smoke tests"));
    }

    @Test
    void shouldPassWhenAllEndWell() throws Exception {
        Scene scene = smoke("{name: order, command: [sh, -c, exit 0]}, {name: pay, command: [\"true\"]}");

        assertThat(check().run(scene))
                .isEqualTo(CheckResult.passed("order: it ended with status 0; pay: it ended with status 0"));
    }

    @Test
    void shouldFailByNameWhenOneEndsBadly() throws Exception {
        String order = "{name: order, command: [sh, -c, echo asked; echo no stock; exit 3]}";

        CheckResult result = check().run(smoke(order + ", {name: pay, command: [\"true\"]}"));

        assertThat(result).isEqualTo(CheckResult.notYet("order: it ended with status 3: no stock"));
    }

    @Test
    void shouldFailWhenTheProgramIsNotThere() throws Exception {
        CheckResult result = check().run(smoke("{name: order, command: [/nowhere/order]}"));

        assertThat(result).isInstanceOf(CheckResult.Failed.class);
        assertThat(result.evidence()).startsWith("order: ").contains("/nowhere/order");
    }

    @Test
    void shouldEndTheProgramWhenItsTimeIsOver() throws Exception {
        CheckResult result = check().run(smoke("{name: order, command: [sleep, \"60\"], timeout: 100ms}"));

        assertThat(result).isEqualTo(CheckResult.notYet("order: it was killed after 100 ms"));
    }

    @Test
    void shouldTellTheProgramWhatIsVerified() throws Exception {
        String question = "test $LIFEBOAT_WORKSPACE = shop && test $LIFEBOAT_SITE = green"
                + " && test -n \\\"$LIFEBOAT_INCIDENT\\\" && test -n \\\"$LIFEBOAT_ADDRESS\\\"";

        CheckResult result = check().run(smoke("{name: order, command: [sh, -c, \"" + question + "\"]}"));

        assertThat(result).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void shouldHaveTheTimeOfTheLongestTestAndASecondWhenThatIsMoreThanUsual() throws Exception {
        Scene scene = smoke("{name: a, command: [a], timeout: 20s}, {name: b, command: [b], timeout: 1s}");

        assertThat(check().time(scene, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(21));
        assertThat(check().time(scene, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    }

    private Scene smoke(String tests) throws Exception {
        return scene("    verification: {smoke: [%s]}\n".formatted(tests), SILENT);
    }
}

package io.lifeboat.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void shouldFailTheCheckAloneWhenItThrows() throws InterruptedException {
        List<Finding> findings =
                runner().run(List.of(broken(), fixed("fine", CheckResult.passed("all is well"))), scene());

        assertThat(findings).extracting(finding -> finding.result().verdict()).containsExactly("fail", "pass");
        assertThat(findings.getFirst().mayPass()).isFalse();
    }

    @Test
    void shouldLetThoseThatWriteWaitWhenOthersStillLook() throws InterruptedException {
        runner().run(List.of(writing("writer"), fixed("reader", CheckResult.passed("read"))), scene());

        assertThat(ran).containsExactly("reader", "writer");
    }

    @Test
    void shouldRunAgainWhatMayStillPassWhenItFailedAtFirst() throws InterruptedException {
        Check late = late(List.of(CheckResult.notYet("no answer"), CheckResult.passed("answers")));

        List<Finding> findings = rounds(Duration.ofMinutes(1))
                .run(List.of(late, fixed("other", CheckResult.passed("well"))), CheckRunnerTest::scene);

        assertThat(findings).extracting(finding -> finding.result().verdict()).containsExactly("pass", "pass");
        assertThat(ran).containsOnlyOnce("other").filteredOn("late"::equals).hasSize(2);
    }

    @Test
    void shouldNotRunAgainWhenOneHasFailedForGood() throws InterruptedException {
        Check late = late(List.of(CheckResult.notYet("no answer"), CheckResult.passed("answers")));

        List<Finding> findings = rounds(Duration.ofMinutes(1))
                .run(List.of(late, fixed("other", CheckResult.failed("broken"))), CheckRunnerTest::scene);

        assertThat(findings).extracting(finding -> finding.result().verdict()).containsExactly("fail", "fail");
        assertThat(ran).filteredOn("late"::equals).hasSize(1);
    }

    @Test
    void shouldEndWithTheFailureWhenTimeIsOver() throws InterruptedException {
        List<Finding> findings = rounds(Duration.ZERO)
                .run(List.of(fixed("never", CheckResult.notYet("no answer"))), CheckRunnerTest::scene);

        assertThat(findings).extracting(finding -> finding.result().verdict()).containsExactly("fail");
        assertThat(ran).hasSize(1);
    }

    private static CheckRunner runner() {
        return new CheckRunner(Duration.ofSeconds(30));
    }

    private static Rounds rounds(Duration grace) {
        return new Rounds(runner(), Clock.systemUTC(), Instant.now().plus(grace), Duration.ofMillis(1));
    }

    /** None of the checks here looks at it. */
    private static @Nullable Scene scene() {
        return null;
    }

    private Check broken() {
        return fake("broken", false, () -> {
            throw new IllegalStateException("a bug");
        });
    }

    private Check fixed(String name, CheckResult result) {
        return fake(name, false, () -> result);
    }

    private Check writing(String name) {
        return fake(name, true, () -> CheckResult.passed("written"));
    }

    private Check late(List<CheckResult> results) {
        Iterator<CheckResult> next = results.iterator();
        return fake("late", false, next::next);
    }

    private Check fake(String name, boolean writes, java.util.function.Supplier<CheckResult> result) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public CheckResult run(Scene scene) {
                ran.add(name);
                return result.get();
            }

            @Override
            public boolean writes() {
                return writes;
            }
        };
    }
}

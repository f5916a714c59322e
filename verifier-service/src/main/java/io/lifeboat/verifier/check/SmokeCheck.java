package io.lifeboat.verifier.check;

import io.lifeboat.service.command.CommandResult;
import io.lifeboat.service.command.CommandRunner;
import io.lifeboat.workspaces.config.SmokeTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The site's own programs find that its applications work; exit status 0 says so. They may run several times in one
 * verification, so they must not leave anything behind.
 */
@Singleton
public class SmokeCheck implements Check {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final CommandRunner runner;

    @Inject
    SmokeCheck(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public String name() {
        return "smoke";
    }

    @Override
    public Duration time(Scene scene, Duration usual) {
        return scene.workspace().verification().smoke().stream()
                .map(SmokeTest::timeout)
                .max(Comparator.naturalOrder())
                .map(LAST_WORDS::plus)
                .filter(longest -> longest.compareTo(usual) > 0)
                .orElse(usual);
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        List<SmokeTest> tests = scene.workspace().verification().smoke();
        if (tests.isEmpty()) {
            return CheckResult.notRun("the workspace names no smoke tests");
        }
        Map<String, String> environment = Map.of(
                "LIFEBOAT_INCIDENT", scene.incident().toString(),
                "LIFEBOAT_WORKSPACE", scene.workspace().id().toString(),
                "LIFEBOAT_SITE", scene.site().id().toString(),
                "LIFEBOAT_ADDRESS", scene.workspace().address().toString());
        List<CheckResult> results = AtOnce.of(tests, test -> run(test, environment));
        return PerCollection.merge(tests.stream().map(SmokeTest::name).toList(), results);
    }

    private CheckResult run(SmokeTest test, Map<String, String> environment) throws InterruptedException {
        CommandResult result = runner.run(test.command(), "", environment, test.timeout());
        return switch (result) {
            case CommandResult.Ended ended when ended.isSuccess() -> CheckResult.passed("%s", ended.why());
            case CommandResult.Ended ended -> CheckResult.notYet("%s", told(ended));
            case CommandResult.TimedOut late -> CheckResult.notYet("%s", told(late));
            case CommandResult.NotStarted never -> CheckResult.failed("%s", never.why());
        };
    }

    /** With what it said last: that is where programs say why. */
    private static String told(CommandResult result) {
        String last = result.output().strip();
        last = last.substring(last.lastIndexOf('\n') + 1);
        return last.isEmpty() ? result.why() : result.why() + ": " + last;
    }
}

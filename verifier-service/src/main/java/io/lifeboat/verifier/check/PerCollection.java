package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what was found of each collection into one result: any failure fails, and stands first. */
final class PerCollection {
    private PerCollection() {}

    /** What a check looks at in one collection. */
    @FunctionalInterface
    interface Part {
        CheckResult run(String collection) throws InterruptedException;
    }

    /** What a check compares with the baseline of one collection. */
    @FunctionalInterface
    interface Comparison {
        CheckResult run(CollectionBaseline baseline) throws InterruptedException;
    }

    static CheckResult of(Scene scene, Part part) throws InterruptedException {
        List<String> collections = scene.expected();
        if (collections.isEmpty()) {
            return CheckResult.notRun("no collections are configured, and there is no baseline that names any");
        }
        List<CheckResult> results = new ArrayList<>();
        for (String collection : collections) {
            results.add(part.run(collection));
        }
        return merge(collections, results);
    }

    static CheckResult withBaseline(Scene scene, Comparison comparison) throws InterruptedException {
        return of(scene, collection -> {
            var baseline = scene.baselineOf(collection);
            return baseline.isPresent()
                    ? comparison.run(baseline.get())
                    : CheckResult.notRun("no baseline was recorded while healthy");
        });
    }

    static CheckResult merge(List<String> collections, List<CheckResult> results) {
        List<CheckResult.Failed> failures = results.stream()
                .filter(CheckResult.Failed.class::isInstance)
                .map(CheckResult.Failed.class::cast)
                .toList();
        if (!failures.isEmpty()) {
            boolean mayPass = failures.stream().allMatch(CheckResult.Failed::transientFailure);
            return new CheckResult.Failed(lines(collections, results, CheckResult.Failed.class), mayPass);
        }
        boolean known = results.stream().anyMatch(CheckResult.Passed.class::isInstance);
        String all = lines(collections, results, CheckResult.class);
        return known ? new CheckResult.Passed(all) : new CheckResult.NotRun(all);
    }

    private static String lines(
            List<String> collections, List<CheckResult> results, Class<? extends CheckResult> which) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (which.isInstance(results.get(i))) {
                lines.add(collections.get(i) + ": " + results.get(i).evidence());
            }
        }
        return lines.stream().collect(Collectors.joining("; "));
    }

    /** What is not an answer may become one. */
    static CheckResult unanswered(Answer<?> answer) {
        return answer instanceof Answer.Failure<?> failure
                ? CheckResult.notYet("%s", failure.summary())
                : CheckResult.notYet("it was accepted, not answered");
    }
}

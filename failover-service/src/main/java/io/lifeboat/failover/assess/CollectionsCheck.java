package io.lifeboat.failover.assess;

import io.lifeboat.qdrant.answer.Answer;
import jakarta.inject.Singleton;
import java.util.List;

/** Every expected collection is there, by name or alias. */
@Singleton
final class CollectionsCheck implements StandbyCheck {
    private static final String NAME = "collections";

    @Override
    public List<Finding> run(Standby standby) throws InterruptedException {
        Answer<List<String>> answer = standby.entry().collections().list();
        return switch (answer) {
            case Answer.Ok<List<String>> ok -> List.of(judge(standby, ok.result()));
            case Answer.Accepted<List<String>> accepted -> List.of(Finding.fail(NAME, "the list was not answered"));
            case Answer.Failure<List<String>> failure -> List.of(Finding.of(NAME, "list", failure));
        };
    }

    private static Finding judge(Standby standby, List<String> found) throws InterruptedException {
        for (String expected : standby.expected()) {
            if (!found.contains(expected)) {
                Answer<Boolean> exists = standby.entry().collections().exists(expected);
                if (exists instanceof Answer.Failure<Boolean> failure) {
                    return Finding.of(NAME, "collection " + expected, failure);
                }
                if (!exists.value().orElse(false)) {
                    return Finding.fail(NAME, "%s is not there, found %s".formatted(expected, found));
                }
            }
        }
        return Finding.pass(NAME, "%d found, all of %s among them".formatted(found.size(), standby.expected()));
    }
}

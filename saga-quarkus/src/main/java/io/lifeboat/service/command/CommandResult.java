package io.lifeboat.service.command;

import io.lifeboat.events.plan.Arguments;
import java.time.Duration;

/** How a program ended. */
public sealed interface CommandResult {

    /** What it printed last, standard error included; at most 4,096 characters. */
    String output();

    /** One sentence for people. */
    String why();

    /** By itself. */
    record Ended(int status, String output) implements CommandResult {
        public boolean isSuccess() {
            return status == 0;
        }

        @Override
        public String why() {
            return "it ended with status " + status;
        }
    }

    /** It and all that it had started were killed. */
    record TimedOut(Duration after, String output) implements CommandResult {
        @Override
        public String why() {
            return "it was killed after %d ms".formatted(after.toMillis());
        }
    }

    /** It could not be started. */
    record NotStarted(String why) implements CommandResult {
        @Override
        public String output() {
            return "";
        }
    }

    /** For the timeline. */
    default Arguments forTimeline() {
        Arguments output = Arguments.of("output", output());
        return this instanceof Ended ended ? output.with("status", ended.status()) : output;
    }
}

package io.lifeboat.workspaces.load;

import io.lifeboat.workspaces.config.LifeboatConfig;
import java.util.List;

/** What became of a configuration file. */
public sealed interface LoadResult {

    /**
     * It can be used.
     *
     * @param warnings what is allowed but unwise
     */
    record Loaded(LifeboatConfig config, List<Problem> warnings) implements LoadResult {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It cannot be used.
     *
     * @param problems all of them, in the order of the file
     */
    record Invalid(List<Problem> problems) implements LoadResult {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems: expected at least one, got none");
            }
        }
    }

    /** @throws IllegalArgumentException with all problems rendered, if the file cannot be used */
    default LifeboatConfig orThrow() {
        return switch (this) {
            case Loaded loaded -> loaded.config();
            case Invalid invalid -> throw new IllegalArgumentException(Problems.render(invalid.problems()));
        };
    }
}

package io.lifeboat.workspaces.load;

import java.util.List;
import java.util.stream.Collectors;

/** Problems as people read them. */
public final class Problems {
    private Problems() {}

    /** A line that counts them, then one for each in the order of the file; empty if there is none. */
    public static String render(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return count + " in the configuration, nothing was started:\n" + lines(problems);
    }

    /** The same of warnings, which stop nothing. */
    public static String renderWarnings(List<Problem> warnings) {
        if (warnings.isEmpty()) {
            return "";
        }
        String count = warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings";
        return count + " about the configuration:\n" + lines(warnings);
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(problem -> "  " + problem + "\n").collect(Collectors.joining());
    }
}

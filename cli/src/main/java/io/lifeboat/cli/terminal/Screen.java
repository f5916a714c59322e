package io.lifeboat.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the command's output goes to.
 *
 * @param live a terminal that can be redrawn
 * @param width in columns
 */
public record Screen(boolean live, boolean coloured, int width) {
    private static final int DEFAULT_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 160;

    public Screen {
        width = Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
    }

    /** Asks the terminal and the environment. */
    public static Screen of(boolean plain) {
        Map<String, String> environment = System.getenv();
        boolean terminal = !plain
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"))
                && run(Redirect.INHERIT, "test", "-t", "1").isPresent();
        boolean coloured = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Screen(terminal, coloured, width(terminal, environment));
    }

    public Style style() {
        return new Style(coloured);
    }

    private static int width(boolean terminal, Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("\\d{1,4}")) {
            return Integer.parseInt(columns);
        }
        return terminal ? measured() : DEFAULT_WIDTH;
    }

    private static int measured() {
        return run(Redirect.PIPE, "stty", "size")
                .map(answer -> answer.strip().split(" "))
                .filter(words -> words.length == 2 && words[1].matches("[1-9]\\d{0,3}"))
                .map(words -> Integer.parseInt(words[1]))
                .orElse(DEFAULT_WIDTH);
    }

    public Marks marks() {
        return Marks.in(System.out.charset());
    }

    /** Java has no calls for these questions, and {@code System.console()} answers otherwise in each release. */
    private static Optional<String> run(Redirect output, String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(Redirect.PIPE.equals(output) ? Redirect.from(new File("/dev/tty")) : Redirect.PIPE)
                    .redirectOutput(output)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readNBytes(32), StandardCharsets.US_ASCII);
            boolean well = process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
            return well ? Optional.of(answer) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

package io.lifeboat.lab.qdrant.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares metrics line by line; those of the process itself, and how far its log is, are nobody's contract. */
final class MetricsText {
    private static final Pattern OF_THE_PROCESS =
            Pattern.compile("(memory|process|system)_.*|cluster_(commit|term|last_update_timestamp).*");

    private MetricsText() {}

    static List<String> differences(String expected, String actual) {
        Map<String, String> found = lines(actual);
        return lines(expected).entrySet().stream()
                .filter(line -> !OF_THE_PROCESS.matcher(line.getKey()).matches())
                .filter(line -> !line.getValue().equals(found.get(line.getKey())))
                .map(line -> line.getKey() + ": expected " + line.getValue() + " but was " + found.get(line.getKey()))
                .toList();
    }

    private static Map<String, String> lines(String text) {
        Function<String, String> name = line -> line.substring(0, line.lastIndexOf(' '));
        return text.lines()
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .collect(Collectors.toMap(name, line -> line.substring(line.lastIndexOf(' ') + 1)));
    }
}

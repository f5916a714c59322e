package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares an answer's body with the recorded one and lists every difference. */
final class Expectation {
    /** They depend on the machine or the moment. */
    private static final Set<String> VARYING = Set.of("init_time_ms", "high_cpu_threads", "high_io_threads", "commit");

    private static final Set<String> UNORDERED =
            Set.of("aliases", "segments", "remote_shards", "collections", "snapshots");
    private static final String FAILED_SENDS = "/result/message_send_failures";
    private static final double TOLERANCE = 1e-6;

    private final Bindings bindings;
    private final List<String> differences = new ArrayList<>();

    Expectation(Bindings bindings) {
        this.bindings = bindings;
    }

    static List<String> differences(JsonNode expected, JsonNode actual, Bindings bindings) {
        Expectation expectation = new Expectation(bindings);
        expectation.compare("", "", expected, actual);
        return expectation.differences;
    }

    private void compare(String path, String key, JsonNode expected, JsonNode actual) {
        if (VARYING.contains(key) || path.matches(FAILED_SENDS + "/[^{}]*/count")) {
            return;
        }
        if (expected.isTextual()) {
            String text = actual.isTextual() ? actual.asText() : actual.toString();
            check(
                    path,
                    bindings.matches(Tolerance.text(key, expected.asText()), Tolerance.text(key, text)),
                    expected,
                    actual);
        } else if (expected.isObject() && actual.isObject()) {
            object(path, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            array(path, key, expected, actual);
        } else if (expected.isNumber() && actual.isNumber()) {
            check(path, number(key, expected, actual), expected, actual);
        } else {
            check(path, expected.equals(actual), expected, actual);
        }
    }

    private void check(String path, boolean fits, JsonNode expected, JsonNode actual) {
        if (!fits) {
            differences.add(path + ": expected " + bindings.resolve(expected.toString()) + " but was " + actual);
        }
    }

    private boolean number(String key, JsonNode expected, JsonNode actual) {
        if (key.equals("size") && expected.asLong() > 1000) {
            return bindings.sizeMatches(expected.asLong(), actual.asLong());
        }
        if (expected.isIntegralNumber()) {
            return actual.isIntegralNumber() && expected.asText().equals(actual.asText());
        }
        double wanted = expected.asDouble();
        return !actual.isIntegralNumber()
                && Math.abs(wanted - actual.asDouble()) <= TOLERANCE * Math.max(1, Math.abs(wanted));
    }

    private void object(String path, JsonNode expected, JsonNode actual) {
        Map<String, JsonNode> left = new TreeMap<>();
        actual.properties().forEach(member -> left.put(member.getKey(), member.getValue()));
        if (path.equals(FAILED_SENDS)) {
            keepOneOfThoseAlike(expected, left);
        }
        expected.properties().forEach(member -> {
            String name = keyIn(left, member.getKey());
            JsonNode value = left.remove(name);
            if (value == null && !member.getKey().equals("commit")) {
                differences.add(path + "/" + name + ": missing");
            } else if (value != null) {
                compare(path + "/" + name, name, member.getValue(), value);
            }
        });
        left.forEach((name, value) -> differences.add(path + "/" + name + ": not expected, but was " + value));
    }

    /** Peers are told apart by their port, which the recording has not: it kept one of several. */
    private void keepOneOfThoseAlike(JsonNode expected, Map<String, JsonNode> actual) {
        expected.properties().forEach(member -> {
            List<String> alike = actual.keySet().stream()
                    .filter(key -> bindings.copy().matches(member.getKey(), key))
                    .toList();
            alike.stream().skip(1).forEach(actual::remove);
        });
    }

    /** A key may be a token, too. */
    private String keyIn(Map<String, JsonNode> actual, String expected) {
        return actual.keySet().stream()
                .filter(key -> (expected.contains("${") || expected.contains("<port>"))
                        && bindings.copy().matches(expected, key))
                .findFirst()
                .orElseGet(() -> bindings.resolve(expected));
    }

    private void array(String path, String key, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected + " but was " + actual);
        } else if (UNORDERED.contains(key) || isSnapshotList(expected)) {
            inAnyOrder(path, expected, actual);
        } else {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, "", expected.get(i), actual.get(i));
            }
        }
    }

    /** Directories are listed in no particular order. */
    private static boolean isSnapshotList(JsonNode list) {
        return list.size() > 0 && list.get(0).has("creation_time");
    }

    private void inAnyOrder(String path, JsonNode expected, JsonNode actual) {
        List<JsonNode> wanted = new ArrayList<>();
        expected.forEach(wanted::add);
        wanted.sort(java.util.Comparator.comparing(
                one -> bindings.resolve(one.toString()).contains("${snapshot")));
        List<JsonNode> left = new ArrayList<>();
        actual.forEach(left::add);
        for (JsonNode one : wanted) {
            boolean found = left.removeIf(once(one));
            if (!found) {
                differences.add(path + ": expected " + bindings.resolve(one.toString()) + " among " + actual);
            }
        }
    }

    private java.util.function.Predicate<JsonNode> once(JsonNode wanted) {
        boolean[] done = {false};
        return candidate -> {
            Bindings trial = bindings.copy();
            if (done[0] || !differences(wanted, candidate, trial).isEmpty()) {
                return false;
            }
            bindings.take(trial);
            done[0] = true;
            return true;
        };
    }
}

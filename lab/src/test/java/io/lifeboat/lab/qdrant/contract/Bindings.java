package io.lifeboat.lab.qdrant.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tokens of the recording stand for in this run: bound at first sight, the same ever after. */
final class Bindings {
    private static final Pattern TOKEN = Pattern.compile(
            "\\$\\{(\\w+?)\\d*}|<varies>|<seconds>|<dir>/\\w+|http://<(\\w+)>|<\\w+-p2p>|<port>|<nobody>");

    private final Map<String, String> values = new HashMap<>();
    private final Map<Long, Long> sizes = new HashMap<>();

    Bindings copy() {
        Bindings copy = new Bindings();
        copy.values.putAll(values);
        copy.sizes.putAll(sizes);
        return copy;
    }

    void take(Bindings other) {
        values.putAll(other.values);
        sizes.putAll(other.sizes);
    }

    void bind(String token, String value) {
        values.put(token, value);
    }

    Optional<String> value(String token) {
        return Optional.ofNullable(values.get(token));
    }

    /** Sizes of snapshots differ from the recorded, but one recorded size is always the same actual one. */
    boolean sizeMatches(long recorded, long actual) {
        Long bound = sizes.putIfAbsent(recorded, actual);
        return bound == null || Math.abs(bound - actual) <= bound / 10;
    }

    long size(long recorded) {
        return sizes.getOrDefault(recorded, recorded);
    }

    /** The text with every bound token replaced. */
    String resolve(String text) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(values.getOrDefault(token.group(), token.group())));
    }

    /** Whether the actual text fits, binding what is not yet bound. Instants differ each time and are never bound. */
    boolean matches(String recorded, String actual) {
        String expected = anySegment(recorded);
        StringBuilder regex = new StringBuilder();
        java.util.List<String> unbound = new java.util.ArrayList<>();
        Matcher token = TOKEN.matcher(expected);
        int end = 0;
        while (token.find()) {
            regex.append(Pattern.quote(expected.substring(end, token.start())));
            String value = values.get(token.group());
            regex.append(value == null ? "(" + form(token) + ")" : Pattern.quote(value));
            if (value == null) {
                unbound.add(token.group());
            }
            end = token.end();
        }
        regex.append(Pattern.quote(expected.substring(end)));
        Matcher match = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(actual);
        if (!match.matches()) {
            return false;
        }
        for (int i = 0; i < unbound.size(); i++) {
            bindOnce(unbound.get(i), match.group(i + 1));
        }
        return true;
    }

    /** Which of several bad segments an error names is a matter of luck. */
    private static String anySegment(String expected) {
        return expected.contains("/segments/${") ? expected.replaceAll("\\$\\{uuid\\d+}", "\\${uuid}") : expected;
    }

    private void bindOnce(String token, String value) {
        if (!token.startsWith("<") && !token.equals("${time}") && !token.equals("${tmp}") && !token.equals("${uuid}")) {
            values.put(token, value);
        }
    }

    private static String form(Matcher token) {
        String kind = token.group(1) == null ? token.group() : token.group(1);
        return switch (kind) {
            case "snapshot" -> "[^/\"]+\\.snapshot";
            case "sha" -> "[0-9a-f]{64}";
            case "uuid" -> "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
            case "peer" -> "[1-9]\\d*";
            case "time" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*";
            case "tmp" -> "\\w+";
            case "<port>" -> "\\d+";
            case "<seconds>" -> "\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?";
            default -> ".*";
        };
    }
}

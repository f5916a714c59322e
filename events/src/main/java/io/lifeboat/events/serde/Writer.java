package io.lifeboat.events.serde;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Who wrote an event: the CloudEvents source.
 *
 * @param name a service's name, or that of an operators' tool
 */
public record Writer(String name, ProcessId process) {
    private static final String PREFIX = "/lifeboat/";
    private static final int MOST_PARSED = 256;
    /** A few processes write all records, and each of them names its writer. */
    private static final Map<String, Writer> PARSED = new ConcurrentHashMap<>();

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public static Writer of(Service service, ProcessId process) {
        return new Writer(service.text(), process);
    }

    public boolean is(Service service) {
        return name.equals(service.text());
    }

    public String source() {
        return PREFIX + name + "/" + process;
    }

    /** Reads a CloudEvents source; nothing if it is not one of Lifeboat's. */
    public static Optional<Writer> parse(String source) {
        Writer known = PARSED.get(source);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Writer> parsed = parseNew(source);
        parsed.ifPresent(writer -> remember(source, writer));
        return parsed;
    }

    private static void remember(String source, Writer writer) {
        if (PARSED.size() >= MOST_PARSED) {
            PARSED.clear();
        }
        PARSED.put(source, writer);
    }

    private static Optional<Writer> parseNew(String source) {
        int slash = source.lastIndexOf('/');
        if (!source.startsWith(PREFIX) || slash < PREFIX.length()) {
            return Optional.empty();
        }
        String name = source.substring(PREFIX.length(), slash);
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Writer(name, ProcessId.of(source.substring(slash + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no UUID
        }
    }
}

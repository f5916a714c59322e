package io.lifeboat.events.serde;

import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote an event: the CloudEvents source.
 *
 * @param name a service's name, or that of an operators' tool
 */
public record Writer(String name, ProcessId process) {
    private static final Pattern SOURCE =
            Pattern.compile("/lifeboat/([a-z0-9-]{1,40})/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    public static Writer of(Service service, ProcessId process) {
        return new Writer(service.text(), process);
    }

    public boolean is(Service service) {
        return name.equals(service.text());
    }

    public String source() {
        return "/lifeboat/" + name + "/" + process;
    }

    /** Reads a CloudEvents source; nothing if it is not one of Lifeboat's. */
    public static Optional<Writer> parse(String source) {
        Matcher matcher = SOURCE.matcher(source);
        return matcher.matches()
                ? Optional.of(new Writer(matcher.group(1), ProcessId.of(matcher.group(2))))
                : Optional.empty();
    }
}

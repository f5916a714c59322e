package io.lifeboat.workspaces.config;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to an application, and what a right answer is.
 *
 * @param method as HTTP names it; GET unless said otherwise
 * @param body sent as JSON; absent: none
 * @param status of a right answer; 200 unless said otherwise
 * @param path a JSON path that a right answer has something at; absent: the body does not matter
 * @param value what must stand there, as text; absent: anything but null and nothing
 */
public record EndpointTest(
        String name,
        String method,
        URI url,
        @Nullable String body,
        int status,
        @Nullable String path,
        @Nullable String value) {
    public static final String DEFAULT_METHOD = "GET";
    public static final int DEFAULT_STATUS = 200;

    public EndpointTest {
        Checks.text("name", name);
        Checks.text("method", method);
        Objects.requireNonNull(url, "endpoint.url");
        Checks.within("status", status, 100, 599);
        if (path != null) {
            requirePath(path);
        } else if (value != null) {
            throw new BadValue("value", value, "a path beside it, which says where it must stand");
        }
    }

    private static void requirePath(String path) {
        try {
            JsonPath.compile(path);
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new BadValue("path", path, "a JSON path, such as $.hits[0].id");
        }
    }
}

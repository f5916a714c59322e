package io.lifeboat.lab.http;

import java.util.Map;

/**
 * What a route answers.
 *
 * @param status HTTP status, 200 to 599
 * @param body rendered as JSON
 */
public record Answer(int status, Object body) {

    public Answer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: expected 200 to 599, was " + status);
        }
    }

    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** An answer that says why it is not the wanted one. */
    public static Answer because(int status, String reason) {
        return new Answer(status, Map.of("reason", reason));
    }
}

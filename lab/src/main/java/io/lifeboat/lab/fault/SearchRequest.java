package io.lifeboat.lab.fault;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Recognises a search among the bytes a client sends. A request is looked for where a read begins: clients of HTTP/1.1 that do
 * not pipeline send one there. Pure.
 */
final class SearchRequest {

    /** Enough for the request line. */
    private static final int LOOKED_AT = 512;

    private static final Pattern LINE =
            Pattern.compile("POST /collections/[^/ ]+/points/(search|query|recommend|discover)[/? ].*", Pattern.DOTALL);

    private SearchRequest() {}

    static boolean beginsIn(byte[] bytes, int length) {
        String start = new String(bytes, 0, Math.min(length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return LINE.matcher(start).matches();
    }

    /** The answer sent in the server's place; the connection is closed after it. */
    static byte[] refusal(int status) {
        String body = "{\"status\":{\"error\":\"Service internal error: fault injected\"},\"time\":0.0}";
        String head = "HTTP/1.1 " + status + " Fault injected\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }
}

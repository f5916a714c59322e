package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of a {@code multipart/form-data} body. The body is held in memory: the lab's snapshots are small. */
record Multipart(String fileName, byte[] content) {
    private static final int LIMIT = 512 * 1024 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    static Multipart read(Request request, String wanted) throws IOException {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw QdrantError.bare("Content-Type did not include a boundary").asPlainText();
        }
        byte[] body = request.body().readNBytes(LIMIT);
        return find(body, latin("--" + boundary.group(1)), wanted)
                .orElseThrow(() ->
                        QdrantError.bare("Required field is missing: " + wanted).asPlainText());
    }

    private static Optional<Multipart> find(byte[] body, byte[] delimiter, String wanted) {
        int start = indexOf(body, delimiter, 0);
        while (start >= 0) {
            int headers = start + delimiter.length;
            int content = indexOf(body, latin("\r\n\r\n"), headers);
            int end = indexOf(body, delimiter, headers);
            if (content < 0 || end < content) {
                return Optional.empty();
            }
            String head = new String(body, headers, content - headers, StandardCharsets.UTF_8);
            Matcher name = NAME.matcher(head);
            if (name.find() && name.group(1).equals(wanted)) {
                Matcher file = FILE_NAME.matcher(head);
                String fileName = file.find() ? file.group(1) : "unnamed.snapshot";
                return Optional.of(new Multipart(fileName, Arrays.copyOfRange(body, content + 4, end - 2)));
            }
            start = end;
        }
        return Optional.empty();
    }

    private static int indexOf(byte[] body, byte[] part, int from) {
        for (int at = from; at <= body.length - part.length; at++) {
            if (body[at] == part[0] && Arrays.equals(body, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

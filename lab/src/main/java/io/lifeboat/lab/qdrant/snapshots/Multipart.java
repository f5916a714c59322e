package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of a {@code multipart/form-data} body, which is written to the disk as it comes. */
record Multipart(String fileName, Path file) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    /** @param target where the wanted part is written */
    static Multipart read(Request request, String wanted, Path target) throws IOException {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.find()) {
            throw QdrantError.bare("Content-Type did not include a boundary").asPlainText();
        }
        byte[] delimiter = latin("\r\n--" + boundary.group(1));
        Parts parts = new Parts(request.body());
        parts.until(Arrays.copyOfRange(delimiter, 2, delimiter.length), OutputStream.nullOutputStream());
        while (true) {
            String head = parts.head();
            Matcher name = NAME.matcher(head);
            if (head.startsWith("--") || !name.find()) {
                throw QdrantError.bare("Required field is missing: " + wanted).asPlainText();
            }
            if (name.group(1).equals(wanted)) {
                Files.createDirectories(target.getParent());
                try (OutputStream out = Files.newOutputStream(target)) {
                    parts.until(delimiter, out);
                }
                Matcher file = FILE_NAME.matcher(head);
                return new Multipart(file.find() ? file.group(1) : "unnamed.snapshot", target);
            }
            parts.until(delimiter, OutputStream.nullOutputStream());
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A stream that is read up to a delimiter; what was read beyond it stays. */
    private static final class Parts {
        private final InputStream in;
        private final byte[] buffer = new byte[64 * 1024];
        private int from;
        private int to;

        Parts(InputStream in) {
            this.in = in;
        }

        String head() throws IOException {
            java.io.ByteArrayOutputStream head = new java.io.ByteArrayOutputStream();
            until(latin("\r\n\r\n"), head);
            return head.toString(StandardCharsets.UTF_8);
        }

        /** Copies to {@code out} what stands before the delimiter, which is taken, too; or all there is. */
        void until(byte[] delimiter, OutputStream out) throws IOException {
            int found = find(delimiter);
            while (found < 0) {
                int safe = Math.max(from, to - delimiter.length + 1);
                out.write(buffer, from, safe - from);
                System.arraycopy(buffer, safe, buffer, 0, to - safe);
                to -= safe;
                from = 0;
                int read = in.read(buffer, to, buffer.length - to);
                if (read < 0) {
                    out.write(buffer, 0, to);
                    to = 0;
                    return;
                }
                to += read;
                found = find(delimiter);
            }
            out.write(buffer, from, found - from);
            from = found + delimiter.length;
        }

        private int find(byte[] delimiter) {
            for (int at = from; at <= to - delimiter.length; at++) {
                if (buffer[at] == delimiter[0]
                        && Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                    return at;
                }
            }
            return -1;
        }
    }
}

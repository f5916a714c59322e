package io.lifeboat.lab.qdrant.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file as an attachment, whole or one range of it (case 07). Several ranges at once get the whole file. */
final class FileDownload {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private FileDownload() {}

    static Reply reply(Request request, Path file) throws IOException {
        long size = Files.size(file);
        Map<String, String> headers = headers(file, size);
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Reply(200, Optional.of("application/octet-stream"), headers, Reply.Slice.of(file, 0, size));
        }
        return part(file, size, headers, range.group(1), range.group(2));
    }

    static Reply stream(Answer.Stream stream) {
        Map<String, String> headers = Map.of("Content-Disposition", "attachment; filename=\"" + stream.name() + "\"");
        return new Reply(
                200,
                Optional.of("application/octet-stream"),
                headers,
                new Reply.Slice(stream.file(), 0, 0, true, Reply.Pace.FREE));
    }

    private static Reply part(Path file, long size, Map<String, String> headers, String first, String last) {
        boolean suffix = first.isEmpty();
        long from = suffix ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long to = suffix || last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        if (from > to) {
            headers.put("Content-Range", "bytes */" + size);
            return new Reply(416, Optional.empty(), headers, new Reply.Bytes(new byte[0]));
        }
        headers.put("Content-Range", "bytes " + from + "-" + to + "/" + size);
        return new Reply(
                206, Optional.of("application/octet-stream"), headers, Reply.Slice.of(file, from, to - from + 1));
    }

    private static Map<String, String> headers(Path file, long size) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        headers.put("Accept-Ranges", "bytes");
        headers.put("ETag", "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified.toEpochMilli()) + "\"");
        headers.put("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        return headers;
    }
}

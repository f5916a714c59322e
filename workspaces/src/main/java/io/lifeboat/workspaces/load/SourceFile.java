package io.lifeboat.workspaces.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a configuration file as text, or why there is none. */
final class SourceFile {
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private SourceFile() {}

    static Optional<String> read(Path path, Findings findings) {
        if (Files.isDirectory(path)) {
            return none(findings, "a folder", "a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? none(findings, "more than 4 MiB", "at most 4 MiB")
                    : text(bytes, findings);
        } catch (NoSuchFileException e) {
            return none(findings, "no such file", "a file that can be read");
        } catch (AccessDeniedException e) {
            return none(findings, "a file that may not be read", "a file that can be read");
        } catch (IOException e) {
            return none(findings, "a file that cannot be read (" + e.getMessage() + ")", "a file that can be read");
        }
    }

    private static Optional<String> text(byte[] bytes, Findings findings) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0 || result.isError()) {
            String before = zero >= 0 ? text.substring(0, zero) : text;
            findings.problem(placeAfter(before), "", "bytes that are no UTF-8 text", "UTF-8 text");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Place placeAfter(String before) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, before.length() - before.lastIndexOf('\n'));
    }

    private static Optional<String> none(Findings findings, String found, String expected) {
        findings.problem(Place.WHOLE_FILE, "", found, expected);
        return Optional.empty();
    }
}

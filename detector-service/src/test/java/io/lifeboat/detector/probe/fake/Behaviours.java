package io.lifeboat.detector.probe.fake;

import io.lifeboat.detector.probe.fake.FakeServer.Behaviour;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Ways to behave, good and bad. */
public final class Behaviours {
    private Behaviours() {}

    /** One request as it came. */
    public record Request(String method, String path, String key, String body) {}

    /** One answer; none with status 0. */
    public record Reply(int status, String contentType, String body) {
        public static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }

        public static Reply text(int status, String body) {
            return new Reply(status, "text/plain; charset=utf-8", body);
        }
    }

    /** Answers each request, over kept connections. */
    public static Behaviour answering(Function<Request, Reply> handler) {
        return socket -> {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reply(socket, handler.apply(request(line, in)));
            }
        };
    }

    /** Accepts, reads, and says nothing. */
    public static Behaviour silence() {
        return socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    public static Behaviour hangingUp() {
        return Socket::close;
    }

    /** Closes each connection once something has been asked over it. */
    public static Behaviour closingAtTheQuestion() {
        return socket -> socket.getInputStream().read();
    }

    /** A proper head, then one byte now and then, without end. */
    public static Behaviour trickle() {
        return socket -> {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            write(out, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{");
            while (true) {
                LockSupport.parkNanos(5_000_000);
                write(out, " ");
            }
        };
    }

    /** As much as is taken, up to 200 MB; counted. */
    public static Behaviour flood(AtomicLong sent) {
        byte[] block = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        return socket -> {
            socket.getInputStream().read();
            OutputStream out = socket.getOutputStream();
            write(out, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 200000000\r\n\r\n");
            while (sent.get() < 200_000_000) {
                out.write(block);
                sent.addAndGet(block.length);
            }
        };
    }

    /** A body that ends before its announced length. */
    public static Behaviour cutShort() {
        return socket -> {
            socket.getInputStream().read();
            write(
                    socket.getOutputStream(),
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"a\":");
        };
    }

    private static Request request(String line, BufferedReader in) throws IOException {
        String[] words = line.split(" ");
        int length = 0;
        String key = "";
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            if (header.toLowerCase(Locale.ROOT).startsWith("api-key:")) {
                key = header.substring(8).strip();
            }
        }
        char[] body = new char[length];
        for (int at = 0; at < length; ) {
            at += in.read(body, at, length - at);
        }
        return new Request(words[0], words[1], key, new String(body));
    }

    private static void reply(Socket socket, Reply reply) throws IOException {
        if (reply.status() == 0) {
            return; // as agreed: no answer
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 %d X\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n"
                .formatted(reply.status(), reply.contentType(), body.length);
        OutputStream out = socket.getOutputStream();
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

package io.lifeboat.benchmarks.failover;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks a Redis or a sentinel one question after the other. Not thread-safe. */
final class Resp implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    private final Socket socket;
    private final InputStream in;

    private Resp(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** @param limitMillis for connecting, and for each answer */
    static Resp connect(int port, int limitMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(limitMillis);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), limitMillis);
            return new Resp(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * The answer's texts, those of an array one after the other.
     *
     * @throws IOException if it is an error, or none comes
     */
    List<String> ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        List<String> answer = new ArrayList<>();
        read(answer);
        return answer;
    }

    private void read(List<String> into) throws IOException {
        String line = line();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> into.add(rest);
            case '$' -> bulk(Integer.parseInt(rest), into);
            case '*' -> array(Integer.parseInt(rest), into);
            default -> throw new IOException("answered " + line);
        }
    }

    private void bulk(int length, List<String> into) throws IOException {
        if (length > MOST_BYTES) {
            throw new IOException("answered with " + length + " bytes");
        }
        if (length >= 0) {
            into.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            in.readNBytes(2);
        }
    }

    private void array(int length, List<String> into) throws IOException {
        for (int i = 0; i < length; i++) {
            read(into);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0 || line.length() > MOST_BYTES) {
                throw new EOFException("the connection ended");
            }
            line.append((char) c);
        }
        in.read();
        if (line.isEmpty()) {
            throw new IOException("answered nothing");
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

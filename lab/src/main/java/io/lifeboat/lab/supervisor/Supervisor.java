package io.lifeboat.lab.supervisor;

import io.lifeboat.lab.http.JsonServer;
import io.lifeboat.lab.process.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/** Starts the processes of a lab, restarts the dead, fences those told to; none outlives it. Thread-safe. */
public final class Supervisor implements Part {

    private static final Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final int TOKEN_BYTES = 24;

    private final SupervisorConfig config;
    private final DirectoryLock lock;
    private final Roster roster;
    private final JsonServer admin;
    private final String token;
    private final CompletableFuture<Boolean> shutdown;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Supervisor(
            SupervisorConfig config,
            DirectoryLock lock,
            Roster roster,
            JsonServer admin,
            String token,
            CompletableFuture<Boolean> shutdown) {
        this.config = config;
        this.lock = lock;
        this.roster = roster;
        this.admin = admin;
        this.token = token;
        this.shutdown = shutdown;
    }

    /**
     * Starts the processes and returns at once; {@code GET /processes} tells how far each is.
     *
     * @throws IllegalArgumentException if the file of processes says something wrong
     * @throws IllegalStateException if another supervisor runs in the directory
     */
    public static Supervisor start(SupervisorConfig config) throws IOException {
        List<ProcessSpec> specs = LabFile.read(config.processes());
        DirectoryLock lock = DirectoryLock.take(config.directory());
        Roster roster = Roster.start(specs, config.directory());
        try {
            CompletableFuture<Boolean> shutdown = new CompletableFuture<>();
            SupervisorAdmin calls = new SupervisorAdmin(roster, () -> shutdown.complete(true));
            String token = newToken();
            JsonServer admin = JsonServer.start(config.port(), Optional.of(token), calls.routes());
            Supervisor started = new Supervisor(config, lock, roster, admin, token, shutdown);
            new SupervisorFile(admin.port(), token, ProcessHandle.current().pid()).write(config.directory());
            return started;
        } catch (IOException e) {
            roster.close();
            lock.close();
            throw e;
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Completed when someone has asked for the end by {@code POST /shutdown}. */
    public CompletableFuture<Boolean> shutdownRequested() {
        return shutdown;
    }

    public int port() {
        return admin.port();
    }

    /** What the calls have to carry in {@link JsonServer#TOKEN_HEADER}. */
    public String token() {
        return token;
    }

    @Override
    public String name() {
        return "supervisor";
    }

    @Override
    public Map<String, Object> ready() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("port", port());
        ready.put("directory", config.directory().toString());
        return ready;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        roster.close();
        admin.close();
        try {
            SupervisorFile.remove(config.directory());
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "traces of the supervisor left in " + config.directory(), e);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new SupervisorCommand()).execute(args));
    }
}

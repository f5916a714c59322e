package io.lifeboat.lab.app;

import io.lifeboat.lab.http.JsonServer;
import io.lifeboat.lab.process.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** An application that lives by the workspace: what its users suffer is what counts. A running one is thread-safe. */
public final class SampleApp implements Part {

    /** Of each request; seeding sends larger ones than users do. */
    private static final Duration SEED_TIMEOUT = Duration.ofSeconds(10);

    private final QdrantCalls calls;
    private final Load load;
    private final JsonServer server;

    private SampleApp(QdrantCalls calls, Load load, JsonServer server) {
        this.calls = calls;
        this.load = load;
        this.server = server;
    }

    /**
     * Puts its collections in place where they are missing, then begins to read and write.
     *
     * @throws IOException if the collections could not be put in place in time, or the port is taken
     */
    public static SampleApp start(AppConfig config) throws IOException, InterruptedException {
        seed(config);
        QdrantCalls calls = new QdrantCalls(config.url(), config.timeout());
        Users users = new Users(calls, config.dataset(), Ticks.system());
        try {
            JsonServer server = JsonServer.start(config.port(), new AppRoutes(users).routes());
            return new SampleApp(calls, Load.start(users, config), server);
        } catch (IOException e) {
            calls.close();
            throw e;
        }
    }

    /**
     * Puts the collections in place and no more.
     *
     * @throws IOException if that was not possible in time
     */
    public static void seed(AppConfig config) throws IOException, InterruptedException {
        try (QdrantCalls calls = new QdrantCalls(config.url(), SEED_TIMEOUT)) {
            new Seeder(calls, config.dataset()).seed(config.seedWithin());
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return "app";
    }

    @Override
    public Map<String, Object> ready() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("port", port());
        return ready;
    }

    @Override
    public void close() {
        load.close();
        server.close();
        calls.close();
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new AppCommand()).execute(args));
    }
}

package io.lifeboat.lab.fault;

import io.lifeboat.lab.http.Answer;
import io.lifeboat.lab.http.Call;
import io.lifeboat.lab.http.JsonServer;
import io.lifeboat.lab.http.Route;
import io.lifeboat.lab.process.Part;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A TCP proxy in front of any real server that refuses, swallows, delays, cuts, or fails searches. Thread-safe. */
public final class FaultProxy implements Part {

    private final FaultyPort data;
    private final JsonServer admin;

    private FaultProxy(FaultyPort data, JsonServer admin) {
        this.data = data;
        this.admin = admin;
    }

    /** @throws IOException if a port is taken */
    public static FaultProxy start(FaultProxyConfig config) throws IOException {
        InetSocketAddress target =
                new InetSocketAddress(config.target().host(), config.target().port());
        FaultyPort data = new FaultyPort(config.port(), target);
        try {
            return new FaultProxy(data, JsonServer.start(config.adminPort(), routes(data)));
        } catch (IOException e) {
            data.close();
            throw e;
        }
    }

    private static List<Route> routes(FaultyPort data) {
        return List.of(
                Route.get("/healthz", call -> Answer.ok(data.fault().toMap())),
                Route.get("/fault", call -> Answer.ok(data.fault().toMap())),
                Route.post("/fault", call -> set(data, call)),
                Route.post("/cut", call -> Answer.ok(Map.of("cut", data.cut()))));
    }

    private static Answer set(FaultyPort data, Call call) throws IOException {
        Fault fault = FaultReader.read(call.object());
        data.set(fault);
        return Answer.ok(fault.toMap());
    }

    public int port() {
        return data.port();
    }

    public int adminPort() {
        return admin.port();
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public Map<String, Object> ready() {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("port", port());
        ready.put("adminPort", adminPort());
        return ready;
    }

    @Override
    public void close() {
        admin.close();
        data.close();
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultProxyCommand()).execute(args));
    }
}

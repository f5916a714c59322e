package io.lifeboat.restore.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.transport.Body;
import io.lifeboat.qdrant.transport.Method;
import io.lifeboat.qdrant.transport.QdrantRequest;
import io.lifeboat.qdrant.transport.QdrantTransport;
import io.lifeboat.qdrant.transport.RawAnswer;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three nodes of a cluster that share the data of one server: what is read and written is real, and where shards are is told by this
 * fake alone, so that tests can say of each replica what each node believes. A node answers only for shards that it has.
 */
public final class FakeCluster implements QdrantTransport {
    public static final List<String> NODES = List.of("n1", "n2", "n3");
    private static final Pattern SHARD = Pattern.compile("/collections/([^/]+)/shards/(\\d+)/.*");
    private static final Pattern COLLECTION = Pattern.compile("/collections/([^/]+)(/cluster|/shards)?");

    private final QdrantTransport inner;
    private final URI server;
    private final Map<String, Map<Long, Map<String, String>>> placed = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> keys = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> beliefs = new ConcurrentHashMap<>();
    private final Map<String, String> replaced = new ConcurrentHashMap<>();
    private final Set<String> dummies = ConcurrentHashMap.newKeySet();
    private final Set<String> lazy = ConcurrentHashMap.newKeySet();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param server that has all data */
    public FakeCluster(QdrantTransport inner, URI server) {
        this.inner = inner;
        this.server = server;
    }

    public static URI address(String node) {
        return URI.create("http://" + node + ":6333");
    }

    public static String peer(String node) {
        return "1234567890123456789" + node.charAt(1);
    }

    /** Says who has a shard, and in what state. */
    public FakeCluster place(String collection, long shard, Map<String, String> states) {
        placed.computeIfAbsent(collection, name -> new ConcurrentHashMap<>()).put(shard, new TreeMap<>(states));
        return this;
    }

    /** Makes one node tell another state of a node's replica than that one itself. */
    public void believe(String node, long shard, String of, String state) {
        beliefs.computeIfAbsent(node, name -> new ConcurrentHashMap<>()).put(shard + " " + of, state);
    }

    /** Lets a node read shards of another collection instead of its own. */
    public void replaceIn(String node, String collection, String other) {
        replaced.put(node + " " + collection, other);
    }

    /** Makes a replica a dummy: called Active, and told by the node's telemetry alone. */
    public void spoil(String node, String collection, long shard) {
        dummies.add("%s %s %d".formatted(node, collection, shard));
    }

    /** Makes the cluster agree to copy shards of a collection, and not do it. */
    public void copyNothing(String collection) {
        lazy.add(collection);
    }

    public void silence(String node) {
        silent.add(node);
    }

    /** All answer again. */
    public void wake() {
        silent.clear();
    }

    public boolean isSilent(String node) {
        return silent.contains(node);
    }

    /** Who has a shard now. */
    public Map<String, String> replicas(String collection, long shard) {
        return placed.getOrDefault(collection, Map.of()).getOrDefault(shard, Map.of());
    }

    /** Requests so far, as {@code n1 GET /path}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public URI server() {
        return server;
    }

    @Override
    public RawAnswer exchange(QdrantRequest request) throws InterruptedException {
        String node = request.base().getHost();
        String path = request.path().path();
        asked.add(node + " " + request.method() + " " + path);
        if (isSilent(node)) {
            return new RawAnswer.None(RawAnswer.Cause.REFUSED, node + " is away");
        }
        Matcher shard = SHARD.matcher(path);
        if (shard.matches() && !has(node, shard.group(1), Long.parseLong(shard.group(2)))) {
            return refused(400, "Bad request: Shard " + shard.group(2) + " is not a local or queue proxy shard");
        }
        if (path.equals("/cluster")) {
            return result(member(node));
        }
        Matcher collection = COLLECTION.matcher(path);
        if (collection.matches() && "/cluster".equals(collection.group(2))) {
            return request.method() == Method.GET
                    ? result(distribution(node, collection.group(1)))
                    : replicate(collection.group(1), body(request).path("replicate_shard"));
        }
        if (path.equals("/telemetry")) {
            return ofThisNode(node, forward(request));
        }
        if (request.method() == Method.PUT && collection.matches() && collection.group(2) == null) {
            create(collection.group(1), body(request));
        }
        return forward(request);
    }

    private RawAnswer forward(QdrantRequest request) throws InterruptedException {
        Matcher shard = SHARD.matcher(request.path().path());
        boolean reads = shard.matches() && request.path().path().contains("/points");
        String other = reads ? replaced.get(request.base().getHost() + " " + shard.group(1)) : null;
        ResourcePath path = other == null
                ? request.path()
                : new ResourcePath(
                        request.path().path().replace("/" + shard.group(1) + "/", "/" + other + "/"),
                        request.path().query());
        return inner.exchange(new QdrantRequest(
                request.method(),
                server,
                path,
                request.body(),
                request.apiKey(),
                request.timeout(),
                request.maxBody()));
    }

    public boolean has(String node, String collection, long shard) {
        return replicas(collection, shard).containsKey(node);
    }

    /** Shard by shard to the next node, as a cluster without other shards would. */
    private void create(String collection, JsonNode settings) {
        int shards = settings.path("shard_number").asInt(1);
        for (int shard = 0; shard < shards; shard++) {
            place(collection, shard, Map.of(NODES.get(shard % NODES.size()), "Active"));
        }
    }

    private RawAnswer replicate(String collection, JsonNode wanted) {
        if (lazy.contains(collection)) {
            return result(Json.mapper().getNodeFactory().booleanNode(true));
        }
        long shard = wanted.path("shard_id").asLong();
        String to = NODES.stream()
                .filter(node -> peer(node).equals(wanted.path("to_peer_id").asText()))
                .findFirst()
                .orElseThrow();
        Map<String, String> states = new TreeMap<>(replicas(collection, shard));
        states.put(to, "Active");
        place(collection, shard, states);
        return result(Json.mapper().getNodeFactory().booleanNode(true));
    }

    private static ObjectNode member(String node) {
        ObjectNode member = QdrantJson.object().put("status", "enabled");
        member.set("peer_id", number(node));
        ObjectNode peers = member.putObject("peers");
        NODES.forEach(each -> peers.putObject(peer(each)).put("uri", "http://" + each + ":6335/"));
        member.putObject("raft_info")
                .put("term", 1)
                .put("commit", 10 + NODES.indexOf(node))
                .put("pending_operations", 0)
                .put("role", "Follower");
        member.putObject("consensus_thread_status").put("consensus_thread_status", "working");
        return member;
    }

    private ObjectNode distribution(String node, String collection) {
        Map<Long, Map<String, String>> shards = new TreeMap<>(placed.getOrDefault(collection, Map.of()));
        ObjectNode told = QdrantJson.object();
        told.set("peer_id", number(node));
        told.put("shard_count", shards.size());
        ArrayNode local = told.putArray("local_shards");
        ArrayNode remote = told.putArray("remote_shards");
        told.putArray("shard_transfers");
        shards.forEach((shard, states) -> states.forEach((holder, state) -> {
            ObjectNode entry = QdrantJson.object().put("shard_id", shard);
            Optional.ofNullable(keys.get(collection + " " + shard)).ifPresent(key -> entry.set("shard_key", key));
            if (holder.equals(node)) {
                local.add(entry.put("points_count", 1).put("state", state));
            } else {
                entry.set("peer_id", number(holder));
                remote.add(entry.put(
                        "state", beliefs.getOrDefault(node, Map.of()).getOrDefault(shard + " " + holder, state)));
            }
        }));
        return told;
    }

    public FakeCluster key(String collection, long shard, JsonNode key) {
        keys.put(collection + " " + shard, key);
        return this;
    }

    /** A node's telemetry knows the local part of its own shards only. */
    private RawAnswer ofThisNode(String node, RawAnswer answer) {
        if (!(answer instanceof RawAnswer.Whole whole)) {
            return answer;
        }
        JsonNode told = parse(whole.body());
        told.at("/result/collections/collections")
                .forEach(collection -> collection.path("shards").forEach(shard -> {
                    if (!has(
                            node,
                            collection.path("id").asText(),
                            shard.path("id").asLong())) {
                        ((ObjectNode) shard).putNull("local");
                    } else if (dummies.contains("%s %s %d"
                            .formatted(
                                    node,
                                    collection.path("id").asText(),
                                    shard.path("id").asLong()))) {
                        ((ObjectNode) shard.path("local")).put("variant_name", "dummy shard");
                    }
                }));
        return new RawAnswer.Whole(200, whole.contentType(), Optional.empty(), Body.of(told.toString()));
    }

    private static JsonNode number(String node) {
        return Json.mapper().getNodeFactory().numberNode(new java.math.BigInteger(peer(node)));
    }

    private static JsonNode body(QdrantRequest request) {
        return parse(request.body());
    }

    private static JsonNode parse(Body body) {
        try {
            return Json.mapper().readTree(body.open());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RawAnswer result(JsonNode result) {
        ObjectNode envelope = QdrantJson.object().put("status", "ok").put("time", 0.0);
        envelope.set("result", result);
        return json(200, envelope);
    }

    private static RawAnswer refused(int status, String why) {
        ObjectNode envelope = QdrantJson.object().put("time", 0.0);
        envelope.putObject("status").put("error", why);
        return json(status, envelope);
    }

    private static RawAnswer json(int status, JsonNode body) {
        return new RawAnswer.Whole(status, Optional.of("application/json"), Optional.empty(), Body.of(body.toString()));
    }

    /** All nodes, to be asked through this. */
    public List<Node> nodes(Clients clients) {
        List<Node> nodes = new ArrayList<>();
        NODES.forEach(name -> nodes.add(new Node(clients, address(name), Optional.empty())));
        return nodes;
    }

    /** The path of a shard's streamed snapshot, if it is one. */
    static Optional<Matcher> shardOf(ResourcePath path) {
        Matcher matcher = SHARD.matcher(path.path());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    /** Names of nodes that were asked for something whose path ends so. */
    public Set<String> askedFor(String end) {
        Set<String> nodes = new TreeSet<>();
        asked.stream().filter(each -> each.endsWith(end)).forEach(each -> nodes.add(each.substring(0, 2)));
        return nodes;
    }
}

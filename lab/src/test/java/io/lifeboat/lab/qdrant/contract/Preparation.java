package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What a case's "given" or a note asks for and no recorded step does, as requests. */
final class Preparation {
    private static final String THREE_POINTS = """
            {"points": [
              {"id": 1, "vector": [0.1, 0.2, 0.3, 0.4], "payload": {"city": "Berlin", "n": 1, "tags": ["x", "y"]}},
              {"id": 2, "vector": [0.9, 0.8, 0.7, 0.6]},
              {"id": "5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f", "vector": [0.5, 0.5, 0.5, 0.5],
               "payload": {"city": "Rome", "n": 2.5}}]}""";
    private static final String SIZE_4 = "{\"vectors\": {\"size\": 4, \"distance\": \"Dot\"}}";
    private static final String LIVE_ALIAS =
            "{\"actions\": [{\"create_alias\": {\"collection_name\": \"a\", \"alias_name\": \"live\"}}]}";
    private static final String POINT_10 =
            "{\"points\": [{\"id\": 10, \"vector\": [1, 1, 1, 1], \"payload\": {\"new\": true}}]}";
    private static final String POINT_500 = "{\"points\": [{\"id\": 500, \"vector\": [1, 1, 1, 1]}]}";

    /** Case 30: an upsert and a delete on the source. */
    private static final List<ObjectNode> TWO_WRITES = List.of(
            request("b", "PUT", "/collections/a/points?wait=true", POINT_10),
            request("b", "POST", "/collections/a/points/delete?wait=true", "{\"points\": [2]}"));

    private static final Map<String, List<ObjectNode>> REQUESTS = Map.of(
            "24",
            List.of(request("a", "DELETE", "/collections/from_config")),
            "26",
            List.of(
                    request("b", "PUT", "/collections/a", SIZE_4),
                    request("b", "PUT", "/collections/a/points?wait=true", THREE_POINTS)),
            "27",
            List.of(request("b", "POST", "/collections/aliases", LIVE_ALIAS)),
            "30",
            List.of(request("standby", "PUT", "/collections/a", SIZE_4)),
            "33",
            List.of(request("recmode", "PUT", "/collections/a", SIZE_4)),
            "42",
            List.of(request("k9", "PUT", "/collections/a", SIZE_4)),
            "44",
            List.of(
                    request("alias", "PUT", "/collections/docs--old", SIZE_4),
                    request("alias", "PUT", "/collections/docs--new", SIZE_4)));

    private Preparation() {}

    /** @param played the cases of the run: what one that is left out would have written has to be written here */
    static List<ObjectNode> of(ContractCase contract, List<String> played) {
        String damage = "damaged-";
        int at = contract.name().indexOf(damage);
        if (at >= 0) {
            String live = "/collections/live_" + contract.name().substring(at + damage.length());
            return List.of(
                    request("a", "PUT", live, SIZE_4), request("a", "PUT", live + "/points?wait=true", POINT_500));
        }
        boolean withoutCase30 = played.stream().noneMatch(name -> name.startsWith("30-"));
        return contract.number().equals("31") && withoutCase30
                ? TWO_WRITES
                : REQUESTS.getOrDefault(contract.number(), List.of());
    }

    /** What a note says was done just before a step. */
    static List<ObjectNode> before(ContractCase contract, int step) {
        return switch (contract.number() + "#" + step) {
            case "30#6" -> TWO_WRITES;
            case "30#12" -> List.of(request("standby", "PUT", "/collections/a/points?wait=true", POINT_500));
            default -> List.of();
        };
    }

    private static ObjectNode request(String node, String method, String path, String body) {
        ObjectNode request = request(node, method, path);
        request.set("body", ContractCase.json(body));
        return request;
    }

    private static ObjectNode request(String node, String method, String path) {
        ObjectNode request = (ObjectNode) ContractCase.json("{}");
        return request.put("node", node).put("method", method).put("path", path);
    }
}

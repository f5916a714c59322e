package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What a case's "given" asks for and an earlier case of the script does not leave behind, as requests. */
final class Preparation {
    private static final String THREE_POINTS = """
            {"points": [
              {"id": 1, "vector": [0.1, 0.2, 0.3, 0.4], "payload": {"city": "Berlin", "n": 1, "tags": ["x", "y"]}},
              {"id": 2, "vector": [0.9, 0.8, 0.7, 0.6]},
              {"id": "5f0e4c1e-2f41-4a3a-9d57-0f0f0f0f0f0f", "vector": [0.5, 0.5, 0.5, 0.5],
               "payload": {"city": "Rome", "n": 2.5}}]}""";
    private static final String SIZE_4 = "{\"vectors\": {\"size\": 4, \"distance\": \"Dot\"}}";

    private static final Map<String, List<ObjectNode>> REQUESTS = Map.of(
            "26",
                    List.of(
                            request("b", "PUT", "/collections/a", SIZE_4),
                            request("b", "PUT", "/collections/a/points?wait=true", THREE_POINTS)),
            "27",
                    List.of(
                            request(
                                    "b",
                                    "POST",
                                    "/collections/aliases",
                                    "{\"actions\": [{\"create_alias\": {\"collection_name\": \"a\", \"alias_name\": \"live\"}}]}")),
            // Case 30, of the cluster's part, leaves an upsert and a delete behind.
            "31",
                    List.of(
                            request(
                                    "b",
                                    "PUT",
                                    "/collections/a/points?wait=true",
                                    "{\"points\": [{\"id\": 10, \"vector\": [1, 1, 1, 1], \"payload\": {\"new\": true}}]}"),
                            request("b", "POST", "/collections/a/points/delete?wait=true", "{\"points\": [2]}")),
            "33", List.of(request("recmode", "PUT", "/collections/a", SIZE_4)),
            "42", List.of(request("k9", "PUT", "/collections/a", SIZE_4)),
            "44",
                    List.of(
                            request("alias", "PUT", "/collections/docs--old", SIZE_4),
                            request("alias", "PUT", "/collections/docs--new", SIZE_4)));

    private Preparation() {}

    static List<ObjectNode> of(ContractCase contract) {
        return REQUESTS.getOrDefault(contract.number(), List.of());
    }

    private static ObjectNode request(String node, String method, String path, String body) {
        ObjectNode request = (ObjectNode) ContractCase.json("{}");
        request.put("node", node).put("method", method).put("path", path);
        request.set("body", ContractCase.json(body));
        return request;
    }
}

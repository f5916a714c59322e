package io.lifeboat.lab.qdrant.http;

import java.util.Map;

/** A request that found its route, with what the route's path names. */
public record Call(Request request, Map<String, String> params) {
    public String param(String name) {
        String value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    public String collection() {
        return param("collection_name");
    }

    public boolean waits(boolean byDefault) {
        return request.flag("wait", byDefault);
    }

    public JsonBody json() {
        return JsonBody.read(request);
    }
}

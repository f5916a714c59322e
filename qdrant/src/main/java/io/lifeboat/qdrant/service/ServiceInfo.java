package io.lifeboat.qdrant.service;

import io.lifeboat.qdrant.answer.Fields;

/** What {@code GET /} tells. */
public record ServiceInfo(String title, String version) {
    public static ServiceInfo read(Fields fields) {
        return new ServiceInfo(fields.text("title"), fields.text("version"));
    }
}

package io.lifeboat.events.serde;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Why a value could not be read, for people: the field, what stood there and what was expected. */
final class Reasons {
    private static final int MOST_CHARS = 1000;

    private Reasons() {}

    /** The words of the constructor that refused the value where there are some, else those of the parser. */
    static String of(JacksonException problem) {
        String path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
        String words = problem.getCause() instanceof IllegalArgumentException refused
                ? refused.getMessage()
                : problem.getOriginalMessage();
        return path.isEmpty() ? words : path + ": " + words;
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : problem.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    static String bounded(String reason) {
        return reason.length() <= MOST_CHARS ? reason : reason.substring(0, MOST_CHARS) + "...";
    }
}

package io.lifeboat.workspaces.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import io.lifeboat.events.serde.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Checks the shape of the file by {@code workspaces.schema.json}, and says it in the words of that schema's titles. */
final class SchemaCheck {
    private static final String RESOURCE = "/io/lifeboat/workspaces/workspaces.schema.json";
    static final String NOT_SHOWN = "something else (not shown, it may be a secret)";
    private static final int LONGEST_SHOWN = 60;
    private static final JsonNode DOCUMENT = document();
    private static final JsonSchema SCHEMA = schema();

    private final Cursor root;
    private final Findings findings;

    private SchemaCheck(Cursor root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    static void check(Cursor root, Located whole, Findings findings) {
        SchemaCheck check = new SchemaCheck(root, findings);
        SCHEMA.validate(whole.json()).forEach(check::tell);
    }

    private void tell(ValidationMessage message) {
        Cursor at = walk(message.getInstanceLocation());
        JsonNode rule = rule(message.getSchemaLocation().getFragment());
        switch (message.getType()) {
            case "additionalProperties" -> tellUnknownKey(at, message.getProperty(), rule);
            case "required" -> tellMissingKey(at, message.getProperty(), rule);
            default -> tellBadValue(at, rule, message);
        }
    }

    private void tellBadValue(Cursor at, JsonNode rule, ValidationMessage message) {
        List<String> known = new ArrayList<>();
        rule.path("enum").forEach(value -> known.add(value.asText()));
        rule.path("examples").forEach(value -> known.add(value.asText()));
        String hint = at.text().map(text -> Suggestion.hint(text, known)).orElse("");
        findings.problem(at, shown(at, rule), rule.path("title").asText(message.getError()) + hint);
    }

    private void tellUnknownKey(Cursor at, String key, JsonNode rule) {
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        findings.problem(
                at.keyPlace(key),
                at.get(key).path(),
                "the unknown key '" + key + "'",
                "one of " + known + Suggestion.hint(key, known));
    }

    private void tellMissingKey(Cursor at, String key, JsonNode rule) {
        findings.problem(at.get(key), "nothing", title(rule.path("properties").path(key), "a value"));
    }

    /** The title of a rule, or of the one that it points to. */
    private static String title(JsonNode rule, String otherwise) {
        JsonNode pointed =
                DOCUMENT.path("$defs").path(rule.path("$ref").asText().replace("#/$defs/", ""));
        return rule.path("title").asText(pointed.path("title").asText(otherwise));
    }

    /** What stood there, cut to what fits a line. What may be a secret is not shown. */
    private static String shown(Cursor at, JsonNode rule) {
        return switch (at.value()) {
            case null -> "nothing";
            case Located.Mapping mapping -> "a mapping";
            case Located.Sequence sequence ->
                sequence.items().isEmpty()
                        ? "an empty list"
                        : "a list of " + sequence.items().size();
            case Located.Scalar scalar when scalar.value() == null -> "nothing";
            case Located.Scalar scalar when isHidden(scalar, rule) -> NOT_SHOWN;
            case Located.Scalar scalar -> quoted(scalar.value());
        };
    }

    private static boolean isHidden(Located.Scalar scalar, JsonNode rule) {
        boolean address = rule.path("format").asText().matches("lifeboat-(url|control-address)");
        return rule.path("writeOnly").asBoolean()
                || address && String.valueOf(scalar.value()).contains("@");
    }

    private static String quoted(Object value) {
        String text = value.toString().replaceAll("\\s+", " ");
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return value instanceof String ? "'" + cut + "'" : cut;
    }

    private Cursor walk(JsonNodePath location) {
        Cursor at = root;
        for (int i = 0; i < location.getNameCount(); i++) {
            at = location.getElement(i) instanceof Integer index ? at.items().get(index) : at.get(location.getName(i));
        }
        return at;
    }

    /** The rule that a keyword of the schema stands in. */
    private static JsonNode rule(JsonNodePath keyword) {
        JsonNode at = DOCUMENT;
        for (int i = 0; i < keyword.getNameCount() - 1; i++) {
            at = keyword.getElement(i) instanceof Integer index ? at.path(index) : at.path(keyword.getName(i));
        }
        return at;
    }

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static JsonSchema schema() {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .formats(SchemaFormats.all())
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(dialect.getIri())
                .metaSchema(dialect)
                .build();
        return factory.getSchema(
                DOCUMENT,
                SchemaValidatorsConfig.builder()
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .build());
    }
}

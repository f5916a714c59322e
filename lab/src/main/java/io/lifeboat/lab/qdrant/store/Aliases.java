package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The aliases of a node, saved at each action. Not thread-safe: {@link Storage} guards it. */
public final class Aliases {
    /** An alias and the collection it stands for. */
    public record Alias(String name, String collection) {}

    private final Path file;
    private Map<String, String> targets = new TreeMap<>();

    Aliases(Path root) throws IOException {
        Path directory = Files.createDirectories(root.resolve("aliases"));
        this.file = directory.resolve("data.json");
        if (Files.exists(file)) {
            JsonBody.parse(Files.readAllBytes(file))
                    .properties()
                    .forEach(entry ->
                            targets.put(entry.getKey(), entry.getValue().asText()));
        }
    }

    Optional<String> target(String alias) {
        return Optional.ofNullable(targets.get(alias));
    }

    /** By collection, then by name. */
    List<Alias> list() {
        return targets.entrySet().stream()
                .map(entry -> new Alias(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Alias::collection).thenComparing(Alias::name))
                .toList();
    }

    void apply(AliasAction action, Set<String> collections) throws IOException {
        Map<String, String> changed = new TreeMap<>(targets);
        switch (action) {
            case AliasAction.Create create -> create(create, changed, collections);
            case AliasAction.Delete delete -> changed.remove(delete.alias());
            case AliasAction.Rename rename -> rename(rename, changed, collections);
        }
        save(changed);
    }

    private static void create(AliasAction.Create create, Map<String, String> changed, Set<String> collections) {
        if (!collections.contains(create.collection())) {
            throw QdrantError.noCollection(create.collection());
        }
        mustNotBeCollection(create.alias(), collections);
        changed.put(create.alias(), create.collection());
    }

    private static void rename(AliasAction.Rename rename, Map<String, String> changed, Set<String> collections) {
        mustNotBeCollection(rename.to(), collections);
        String target = changed.remove(rename.from());
        if (target == null) {
            throw QdrantError.notFound("Alias " + rename.from() + " does not exists!");
        }
        changed.put(rename.to(), target);
    }

    private static void mustNotBeCollection(String alias, Set<String> collections) {
        if (collections.contains(alias)) {
            throw QdrantError.alreadyExists(alias);
        }
    }

    void dropAllOf(String collection) throws IOException {
        Map<String, String> changed = new TreeMap<>(targets);
        changed.values().removeIf(collection::equals);
        save(changed);
    }

    private void save(Map<String, String> changed) throws IOException {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        changed.forEach(content::put);
        CollectionFile.replace(file, content);
        targets = changed;
    }
}

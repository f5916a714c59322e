package io.lifeboat.workspaces.load;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML into values with places. Refuses what people do not mean: keys that stand twice, merge keys, endless aliases. */
final class YamlSource {
    private static final String UNDEFINED_ALIAS = "found undefined alias";
    private static final int MOST_VALUES = 200_000;
    private static final int DEEPEST = 40;

    private final Findings findings;
    private int values;
    private boolean tooMuch;

    private YamlSource(Findings findings) {
        this.findings = findings;
    }

    /** Nothing if the text is no YAML at all, which is then a problem. */
    static Optional<Located> read(String text, Findings findings) {
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                findings.problem(Place.WHOLE_FILE, "", "an empty file", "a mapping with vantages and workspaces");
                return Optional.empty();
            }
            YamlSource source = new YamlSource(findings);
            Located whole = source.located(root, "", 0);
            return source.tooMuch ? Optional.empty() : Optional.of(whole);
        } catch (MarkedYAMLException e) {
            findings.problem(place(e.getProblemMark()), "", "broken YAML (" + words(e) + ")", "well-formed YAML");
        } catch (ReaderException e) {
            findings.problem(placeOf(text, e.getPosition()), "", "a character that cannot be printed", "text");
        } catch (YAMLException e) {
            findings.problem(Place.WHOLE_FILE, "", "YAML that cannot be read (" + oneLine(e) + ")", "well-formed YAML");
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST + 10);
        options.setCodePointLimit(SourceFile.MOST_BYTES);
        return new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options);
    }

    private Located located(Node node, String path, int depth) {
        Place place = place(node.getStartMark());
        if (++values > MOST_VALUES || depth > DEEPEST) {
            refuse(place, depth);
            return new Located.Scalar(place, null);
        }
        return switch (node) {
            case MappingNode mapping -> mapping(mapping, place, path, depth);
            case SequenceNode sequence -> sequence(sequence, place, path, depth);
            case ScalarNode scalar ->
                new Located.Scalar(place, isText(scalar) ? scalar.getValue() : Scalars.resolve(scalar.getValue()));
            default -> throw new IllegalStateException("no kind of YAML node: " + node.getNodeId());
        };
    }

    /** Quoted, or plain and of no other kind even to YAML 1.1. */
    private static boolean isText(ScalarNode scalar) {
        return !scalar.isPlain() || scalar.getTag().equals(Tag.STR);
    }

    /** Says so once: what is below has no end. */
    private void refuse(Place place, int depth) {
        if (!tooMuch) {
            tooMuch = true;
            String found =
                    depth > DEEPEST ? "more than " + DEEPEST + " levels" : "more than " + MOST_VALUES + " values";
            findings.problem(place, "", found, "less, without aliases that contain themselves");
        }
    }

    private Located sequence(SequenceNode node, Place place, String path, int depth) {
        List<Located> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            if (tooMuch) {
                break;
            }
            items.add(located(item, path + "[" + items.size() + "]", depth + 1));
        }
        return new Located.Sequence(place, items);
    }

    private Located mapping(MappingNode node, Place place, String path, int depth) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tooMuch) {
                break;
            }
            entry(tuple, path, depth, entries);
        }
        return new Located.Mapping(place, entries);
    }

    private void entry(NodeTuple tuple, String path, int depth, Map<String, Located.Entry> entries) {
        Place place = place(tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            findings.problem(place, path, "a key that is a list or a mapping", "a text as key");
            return;
        }
        String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        Located.Entry before = entries.get(key.getValue());
        if (before != null) {
            findings.problem(
                    place,
                    below,
                    "the key '%s' a second time, first on line %d"
                            .formatted(key.getValue(), before.key().line()),
                    "each key once");
            return;
        }
        entries.put(key.getValue(), new Located.Entry(place, located(tuple.getValueNode(), below, depth + 1)));
    }

    private static Place place(@Nullable Mark mark) {
        return mark == null ? Place.WHOLE_FILE : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place placeOf(String text, int position) {
        String before = text.substring(
                0, text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length()))));
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Place((int) before.chars().filter(c -> c == '\n').count() + 1, before.length() - lineStart + 1);
    }

    /** Without the alias: somebody may have written a secret that begins with an asterisk. */
    private static String words(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "unreadable" : e.getProblem().strip();
        return problem.startsWith(UNDEFINED_ALIAS) ? UNDEFINED_ALIAS : problem;
    }

    private static String oneLine(YAMLException e) {
        return e.getMessage().lines().findFirst().orElse("no reason given");
    }
}

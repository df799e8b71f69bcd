package org.headwater.codebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a codebook's file that says where it stands and gathers what is wrong with it. Reading goes on after a fault
 * with what stands in for the value, so that one run names every fault.
 */
final class YamlNode {
    private final Optional<Node> node;
    private final String path;
    private final int line;
    private final List<CodebookException.Violation> violations;

    private YamlNode(Optional<Node> node, String path, int line, List<CodebookException.Violation> violations) {
        this.node = node;
        this.path = path;
        this.line = line;
        this.violations = violations;
    }

    static YamlNode root(Optional<Node> node, List<CodebookException.Violation> violations) {
        return new YamlNode(node, "", 1, violations);
    }

    int line() {
        return line;
    }

    String path() {
        return path.isEmpty() ? "the file" : path;
    }

    boolean isPresent() {
        return node.isPresent();
    }

    boolean isList() {
        return node.filter(SequenceNode.class::isInstance).isPresent();
    }

    boolean isMap() {
        return node.filter(MappingNode.class::isInstance).isPresent();
    }

    void fault(String problem, String remedy) {
        violations.add(new CodebookException.Violation(line, problem, remedy));
    }

    /** The entries of a mapping in order; faults if it is something else, or names a key twice. */
    Map<String, YamlNode> entries() {
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof MappingNode mapping)) {
            fault(path() + " is not a mapping", "write it as 'name: value' lines");
            return Map.of();
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
            YamlNode value = new YamlNode(
                    Optional.of(tuple.getValueNode()),
                    path.isEmpty() ? name : path + "." + name,
                    lineOf(key, line),
                    violations);
            if (entries.put(name, value) != null) {
                value.fault("the key '" + name + "' stands twice in " + path(), "keep one");
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** The entries of a mapping, of which only these keys are known. */
    Map<String, YamlNode> entries(Set<String> known) {
        Map<String, YamlNode> entries = entries();
        entries.forEach((name, value) -> {
            if (!known.contains(name)) {
                value.fault(
                        "unknown key '" + name + "' in " + path(),
                        "known are " + String.join(", ", new java.util.TreeSet<>(known)));
            }
        });
        return entries;
    }

    /** A child that may be absent. */
    YamlNode child(String name) {
        YamlNode found = isMap() ? entriesQuietly().get(name) : null;
        return found != null ? found : new YamlNode(Optional.empty(), path + "." + name, line, violations);
    }

    private Map<String, YamlNode> entriesQuietly() {
        int before = violations.size();
        Map<String, YamlNode> entries = entries();
        while (violations.size() > before) {
            violations.remove(violations.size() - 1);
        }
        return entries;
    }

    /** The items of a list; a single value is a list of one; absent is empty. */
    List<YamlNode> items() {
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(Optional.of(item), path + "[" + items.size() + "]", lineOf(item, line), violations));
        }
        return items;
    }

    /** The text of a scalar; faults and gives an empty text if it is absent, empty or something else. */
    String text() {
        Optional<String> text = optionalText();
        if (text.isEmpty()) {
            fault(path() + " is missing", "give it a value");
        }
        return text.orElse("");
    }

    /** The text of a scalar; empty if absent; faults if it is something else. */
    Optional<String> optionalText() {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof ScalarNode scalar)) {
            fault(path() + " is not a plain value", "write a word or a sentence");
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    List<String> texts() {
        return items().stream().map(YamlNode::text).toList();
    }

    /** A whole number of 1 or more; faults and gives 1 otherwise. */
    int positive() {
        String text = text();
        if (text.matches("[1-9][0-9]{0,8}")) {
            return Integer.parseInt(text);
        }
        fault(path() + " is '" + text + "'", "write a whole number of 1 or more");
        return 1;
    }

    private static int lineOf(Node node, int otherwise) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(otherwise);
    }
}

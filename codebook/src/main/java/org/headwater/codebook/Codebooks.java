package org.headwater.codebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Loads codebooks, strictly: a codebook with any fault is refused, with every fault named. Only data is read: YAML 1.2,
 * no tags that make objects, few aliases, a bounded size. Thread-safe.
 */
public final class Codebooks {
    /** The most a codebook's file may hold, in bytes. */
    static final int MOST_BYTES = 4 << 20;

    private static final int MOST_ALIASES = 50;
    private static final List<String> SHIPPED = List.of("transnational-policing", "detention-sites");

    private Codebooks() {}

    /** The names of the codebooks that come with the program. */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * A codebook that comes with the program.
     *
     * @param name such as {@code transnational-policing}
     * @throws IllegalArgumentException if none of this name comes with the program
     */
    public static Codebook shipped(String name) {
        try {
            return parse(name + ".yaml", shippedText(name));
        } catch (CodebookException e) {
            throw new IllegalStateException("Cannot load the shipped codebook '" + name + "': " + e.getMessage(), e);
        }
    }

    /**
     * The text of a codebook that comes with the program, comments and all: a start for one's own.
     *
     * @param name such as {@code transnational-policing}
     * @throws IllegalArgumentException if none of this name comes with the program
     */
    public static String shippedText(String name) {
        if (!SHIPPED.contains(name)) {
            throw new IllegalArgumentException("Cannot find codebook '" + name + "' among those shipped: " + SHIPPED);
        }
        return resource(name + ".yaml");
    }

    /**
     * A codebook to start from: small, with a comment on every part, and without a fault.
     *
     * @param name what it is to be called: small letters, digits and dashes
     * @throws IllegalArgumentException if that is no name for a codebook
     */
    public static String starter(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Invalid name of a codebook: '" + name
                    + "' (use small letters, digits and dashes, such as arms-transfers)");
        }
        return resource("starter.yaml").replace("name: starter", "name: " + name);
    }

    private static String resource(String file) {
        try (InputStream in = Codebooks.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find " + file + " in the program: it is not whole");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " from the program", e);
        }
    }

    /**
     * A codebook from a file.
     *
     * @throws CodebookException if it has faults; all are named
     * @throws IOException if the file cannot be read
     */
    public static Codebook load(Path file) throws IOException, CodebookException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new CodebookException(
                    file.toString(),
                    List.of(new CodebookException.Violation(
                            1, "the file has " + size + " bytes", "keep it to " + MOST_BYTES)));
        }
        return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * A codebook from its text.
     *
     * @param where what to call it in messages
     * @throws CodebookException if it has faults; all are named
     */
    public static Codebook parse(String where, String yaml) throws CodebookException {
        List<CodebookException.Violation> violations = new ArrayList<>();
        YamlNode root = YamlNode.root(compose(where, yaml), violations);
        if (!root.isMap()) {
            root.fault("the file holds no mapping", "start with 'name:', 'kinds:', 'terms:', 'patterns:'");
        }
        Codebook codebook = new CodebookReader(root).read();
        if (!violations.isEmpty()) {
            throw new CodebookException(
                    where, violations.stream().sorted().distinct().toList());
        }
        return codebook;
    }

    private static Optional<Node> compose(String where, String yaml) throws CodebookException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(where)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setCodePointLimit(MOST_BYTES)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Compose(settings).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CodebookException(
                    where,
                    List.of(new CodebookException.Violation(
                            line, "not YAML: " + e.getProblem(), "check indentation, colons and quotes")));
        } catch (YamlEngineException e) {
            throw new CodebookException(
                    where,
                    List.of(new CodebookException.Violation(
                            1, "not YAML: " + e.getMessage(), "check indentation, colons and quotes")));
        }
    }
}

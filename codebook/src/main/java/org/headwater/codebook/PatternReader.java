package org.headwater.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the patterns of a codebook from their nodes. */
final class PatternReader {
    /** In place of term lists: the pattern is tried once for each reported speech. */
    static final String SPEECH = "speech";

    private static final Set<String> KEYS = Set.of(
            "kind",
            "name",
            "version",
            "trigger",
            "negation",
            "require",
            "forbid",
            "fill",
            "needs",
            "each",
            "yields-to",
            "example");

    Pattern pattern(YamlNode node) {
        node.entries(KEYS);
        List<String> trigger = node.child("trigger").texts();
        if (trigger.isEmpty()) {
            node.fault("a pattern has no trigger", "name term lists, or 'speech'");
        }
        List<Fill> fills = new ArrayList<>();
        node.child("fill").entries().forEach((slot, fillNode) -> fills.add(fill(slot, fillNode)));
        return new Pattern(
                node.child("kind").text(),
                node.child("name").text(),
                node.child("version").positive(),
                trigger.equals(List.of(SPEECH)) ? List.of() : trigger,
                choose(node.child("negation"), Pattern.Negation.ASSERTED),
                conditions(node.child("require")),
                conditions(node.child("forbid")),
                fills,
                node.child("needs").texts(),
                node.child("each").optionalText(),
                node.child("yields-to").texts(),
                node.child("example").texts());
    }

    private static List<Condition> conditions(YamlNode node) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode item : node.items()) {
            for (Map.Entry<String, YamlNode> entry : item.entries().entrySet()) {
                conditions.add(condition(entry.getKey(), entry.getValue()));
            }
        }
        return conditions;
    }

    private static Condition condition(String word, YamlNode node) {
        Role role = role(word, node);
        List<Trait> traits = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (String name : node.texts()) {
            Optional<Trait> trait = Trait.ofWord(name);
            if (trait.isPresent()) {
                traits.add(trait.get());
            } else {
                terms.add(name);
            }
        }
        return new Condition(role, traits, terms);
    }

    private static Role role(String word, YamlNode node) {
        Optional<Role> role = Role.ofWord(word);
        if (role.isEmpty()) {
            List<String> known =
                    java.util.Arrays.stream(Role.values()).map(Role::word).toList();
            node.fault("unknown role '" + word + "'", "use one of " + String.join(", ", known));
        }
        return role.orElse(Role.SENTENCE);
    }

    /** A slot is filled from roles, written as a list, or as a mapping with what they must be. */
    private static Fill fill(String slot, YamlNode node) {
        if (!node.isMap()) {
            return new Fill(slot, roles(node), Optional.empty(), Optional.empty(), Fill.Side.ANY);
        }
        node.entries(Set.of("from", "word", "of", "side"));
        return new Fill(
                slot,
                roles(node.child("from")),
                node.child("word").optionalText(),
                node.child("of").optionalText(),
                choose(node.child("side"), Fill.Side.ANY));
    }

    private static List<Role> roles(YamlNode node) {
        return node.items().stream().map(item -> role(item.text(), item)).toList();
    }

    private static <E extends Enum<E>> E choose(YamlNode node, E otherwise) {
        Optional<String> text = node.optionalText();
        for (E value : otherwise.getDeclaringClass().getEnumConstants()) {
            if (text.isPresent() && value.name().toLowerCase(Locale.ROOT).equals(text.get())) {
                return value;
            }
        }
        if (text.isPresent()) {
            node.fault(
                    node.path() + " is '" + text.get() + "'",
                    "use one of "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(otherwise
                                                    .getDeclaringClass()
                                                    .getEnumConstants())
                                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                                            .toList()));
        }
        return otherwise;
    }
}

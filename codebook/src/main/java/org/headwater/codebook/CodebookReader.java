package org.headwater.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.model.EntityKind;

/** Reads a codebook from its nodes; what refers to what is then checked by {@link CodebookLint}. */
final class CodebookReader {
    private static final Set<String> SECTIONS = Set.of(
            "name",
            "version",
            "title",
            "description",
            "kinds",
            "words",
            "terms",
            "topics",
            "certainty",
            "parties",
            "patterns",
            "labels");
    private final YamlNode root;

    CodebookReader(YamlNode root) {
        this.root = root;
    }

    Codebook read() {
        Map<String, YamlNode> sections = root.isMap() ? root.entries(SECTIONS) : Map.of();
        List<Kind> kinds = new ArrayList<>();
        Map<String, WordList> words = new LinkedHashMap<>();
        Map<String, TermList> terms = new LinkedHashMap<>();
        List<Pattern> patterns = new ArrayList<>();
        section(sections, "kinds").entries().forEach((name, node) -> kinds.add(kind(name, node)));
        section(sections, "words").entries().forEach((name, node) -> words.put(name, wordList(name, node)));
        section(sections, "terms").entries().forEach((name, node) -> terms.put(name, termList(name, node)));
        PatternReader reader = new PatternReader();
        section(sections, "patterns").items().forEach(node -> patterns.add(reader.pattern(node)));
        Codebook codebook = new Codebook(
                section(sections, "name").text(),
                section(sections, "version").positive(),
                section(sections, "title").text(),
                section(sections, "description").text(),
                kinds,
                words,
                terms,
                section(sections, "topics").texts(),
                section(sections, "certainty").optionalText(),
                parties(section(sections, "parties")),
                patterns,
                labels(section(sections, "labels")));
        new CodebookLint(codebook, sections, root).check();
        return codebook;
    }

    private YamlNode section(Map<String, YamlNode> sections, String name) {
        YamlNode found = sections.get(name);
        return found != null ? found : root.child(name);
    }

    private static Kind kind(String name, YamlNode node) {
        node.entries(Set.of("label", "description", "carried", "slots", "about", "denies"));
        List<Slot> slots = new ArrayList<>();
        node.child("slots").entries().forEach((slot, slotNode) -> slots.add(slot(slot, slotNode)));
        if (slots.isEmpty()) {
            node.fault("the kind '" + name + "' has no slots", "define at least one under 'slots:'");
        }
        return new Kind(
                name,
                node.child("label").text(),
                node.child("description").text(),
                yes(node.child("carried")),
                slots,
                node.child("about").isPresent() ? node.child("about").texts() : keys(slots),
                node.child("denies").isPresent() ? node.child("denies").texts() : List.of());
    }

    /** Key slots that name something; figures are what is compared. */
    private static List<String> keys(List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.key() && slot.type() != SlotType.NUMBER)
                .map(Slot::name)
                .toList();
    }

    private static Slot slot(String name, YamlNode node) {
        node.entries(
                Set.of("label", "type", "key", "several", "at-least", "quoted", "otherwise", "words", "description"));
        String type = node.child("type").text();
        SlotType found = SlotType.TEXT;
        try {
            found = SlotType.valueOf(type.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            node.child("type")
                    .fault(
                            "the slot '" + name + "' has the unknown type '" + type + "'",
                            "use number, date, place, country, party, word, name or text");
        }
        return new Slot(
                name,
                node.child("label").text(),
                found,
                yes(node.child("key")),
                yes(node.child("several")),
                node.child("at-least").isPresent() ? node.child("at-least").positive() : 1,
                yes(node.child("quoted")),
                node.child("otherwise").optionalText(),
                node.child("words").optionalText(),
                node.child("description").text());
    }

    private static boolean yes(YamlNode node) {
        String answer = node.optionalText().orElse("no");
        if (!answer.equals("yes") && !answer.equals("no")) {
            node.fault(node.path() + " is '" + answer + "'", "write yes or no");
        }
        return answer.equals("yes");
    }

    private static WordList wordList(String name, YamlNode node) {
        List<WordList.Word> words = new ArrayList<>();
        node.entries().forEach((word, wordNode) -> {
            wordNode.entries(Set.of("label", "terms"));
            words.add(new WordList.Word(
                    word,
                    wordNode.child("label").text(),
                    wordNode.child("terms").optionalText()));
        });
        return new WordList(name, words);
    }

    private static Map<String, Labels> labels(YamlNode node) {
        Map<String, Labels> byLanguage = new LinkedHashMap<>();
        node.entries().forEach((language, of) -> {
            if (!language.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?")) {
                of.fault(
                        "the labels have the unknown language '" + language + "'",
                        "use a BCP 47 tag such as es or zh-Hans");
            }
            of.entries(Set.of("kinds", "slots", "words"));
            byLanguage.put(
                    language, new Labels(texts(of.child("kinds")), texts(of.child("slots")), texts(of.child("words"))));
        });
        return byLanguage;
    }

    private static Map<String, String> texts(YamlNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().forEach((name, text) -> texts.put(name, text.text()));
        return texts;
    }

    private static TermList termList(String name, YamlNode node) {
        Map<String, List<String>> byLanguage = new LinkedHashMap<>();
        String label = name;
        for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
            YamlNode value = entry.getValue();
            if (entry.getKey().equals("label")) {
                label = value.text();
            } else if (!entry.getKey().matches("[a-z]{2,3}(-[A-Z][a-z]{3})?")) {
                value.fault(
                        "the terms '" + name + "' have the unknown language '" + entry.getKey() + "'",
                        "use a BCP 47 tag such as en or zh-Hans, or 'label'");
            } else {
                byLanguage.put(entry.getKey(), terms(value));
            }
        }
        if (byLanguage.isEmpty()) {
            node.fault("the terms '" + name + "' are empty", "list some, by language");
        }
        return new TermList(name, label, byLanguage);
    }

    /** Terms are listed, or stand in one text with commas between them. */
    private static List<String> terms(YamlNode node) {
        List<String> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode item : node.items()) {
            for (String term : item.text().split("\\s*[,，]\\s*", -1)) {
                if (term.isBlank()) {
                    item.fault(item.path() + " has an empty term", "remove the comma too many");
                } else if (term.matches(".*/[^vn]?") || term.matches(".*/\\w{2,}")) {
                    item.fault(
                            item.path() + " has the term '" + term + "' with an unknown ending",
                            "use /v for verbs only, /n for nouns only, or none");
                } else if (!seen.add(term)) {
                    item.fault(item.path() + " has the term '" + term + "' twice", "keep one");
                } else {
                    terms.add(term.strip());
                }
            }
        }
        return terms;
    }

    private static Parties parties(YamlNode node) {
        if (!node.isPresent()) {
            return new Parties(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        node.entries(Set.of(
                "official",
                "private-bodies",
                "proprietors",
                "accused",
                "accused-names",
                "accused-bodies",
                "accused-missions",
                "known"));
        List<KnownParty> known = new ArrayList<>();
        node.child("known").items().forEach(item -> known.add(knownParty(item)));
        return new Parties(
                node.child("official").optionalText(),
                node.child("private-bodies").optionalText(),
                node.child("proprietors").optionalText(),
                node.child("accused").items().stream()
                        .map(CodebookReader::country)
                        .toList(),
                node.child("accused-names").optionalText(),
                node.child("accused-bodies").optionalText(),
                node.child("accused-missions").optionalText(),
                known);
    }

    private static String country(YamlNode node) {
        String code = node.text();
        if (!code.matches("[A-Z]{2}")) {
            node.fault("'" + code + "' is no country code", "use ISO 3166-1 alpha-2, such as NL");
        }
        return code;
    }

    private static KnownParty knownParty(YamlNode node) {
        node.entries(Set.of("name", "also", "kind", "country"));
        String kind = node.child("kind").text();
        EntityKind found = EntityKind.ORGANISATION;
        try {
            found = EntityKind.ofWord(kind);
        } catch (IllegalArgumentException e) {
            node.child("kind").fault("unknown kind of party '" + kind + "'", "use organisation or agency");
        }
        YamlNode country = node.child("country");
        return new KnownParty(
                node.child("name").text(),
                node.child("also").texts(),
                found,
                country.isPresent() ? Optional.of(country(country)) : Optional.empty());
    }
}

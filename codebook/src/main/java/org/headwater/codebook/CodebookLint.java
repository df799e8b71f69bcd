package org.headwater.codebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that everything a codebook names is defined, once, and used. Faults go to the nodes they stand at. */
final class CodebookLint {
    private final Codebook codebook;
    private final Map<String, YamlNode> sections;
    private final YamlNode root;
    private final Set<String> usedTerms = new HashSet<>();
    private final Set<String> usedWords = new HashSet<>();

    CodebookLint(Codebook codebook, Map<String, YamlNode> sections, YamlNode root) {
        this.codebook = codebook;
        this.sections = sections;
        this.root = root;
    }

    void check() {
        kinds();
        slotTypes();
        words();
        parties();
        codebook.topics().forEach(name -> terms(name, section("topics")));
        codebook.certainty().ifPresent(name -> terms(name, section("certainty")));
        List<YamlNode> nodes = section("patterns").items();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < nodes.size() && i < codebook.patterns().size(); i++) {
            Pattern pattern = codebook.patterns().get(i);
            pattern(pattern, nodes.get(i));
            if (!names.add(pattern.kind() + "/" + pattern.name())) {
                nodes.get(i)
                        .fault(
                                "the pattern '" + pattern.kind() + "/" + pattern.name() + "' stands twice",
                                "give one another name");
            }
        }
        labels();
        unused();
    }

    private YamlNode section(String name) {
        return sections.getOrDefault(name, root.child(name));
    }

    private void kinds() {
        if (codebook.kinds().isEmpty()) {
            section("kinds").fault("no kinds of statements are defined", "define at least one under 'kinds:'");
        }
        Map<String, String> labels = new HashMap<>();
        Map<String, YamlNode> nodes = section("kinds").entries();
        for (Kind kind : codebook.kinds()) {
            YamlNode node = nodes.get(kind.name());
            sameLabel(labels, kind.label(), kind.name(), node);
            sides(kind, node);
            Map<String, String> slotLabels = new HashMap<>();
            for (Slot slot : kind.slots()) {
                YamlNode slotNode = node.child("slots").child(slot.name());
                sameLabel(slotLabels, slot.label(), slot.name(), slotNode);
                if (slot.type() == SlotType.WORD && slot.words().isEmpty()) {
                    slotNode.fault(
                            "the slot '" + slot.name() + "' is a word of no list", "name the list with 'words:'");
                }
                slot.words().ifPresent(list -> {
                    usedWords.add(list);
                    if (!codebook.words().containsKey(list)) {
                        slotNode.fault("the list of words '" + list + "' is not defined", "define it under 'words:'");
                    }
                });
            }
        }
    }

    /** What a kind's statements are compared by, and what they deny, must be defined. */
    private void sides(Kind kind, YamlNode node) {
        for (String slot : kind.about()) {
            if (kind.slot(slot).isEmpty()) {
                node.child("about").fault("the kind '" + kind.name() + "' has no slot '" + slot + "'", "define it");
            }
        }
        for (String denied : kind.denies()) {
            if (codebook.kind(denied).isEmpty()) {
                node.child("denies").fault("the kind '" + denied + "' is not defined", "define it");
            }
        }
    }

    private static void sameLabel(Map<String, String> labels, String label, String name, YamlNode node) {
        String other = labels.putIfAbsent(label, name);
        if (other != null && !label.isEmpty()) {
            node.fault("'" + other + "' and '" + name + "' have one label, '" + label + "'", "give one another label");
        }
    }

    /** A slot that several kinds have must be of one type everywhere, so that statements can be compared. */
    private void slotTypes() {
        Map<String, Slot> first = new HashMap<>();
        for (Kind kind : codebook.kinds()) {
            for (Slot slot : kind.slots()) {
                Slot other = first.putIfAbsent(slot.name(), slot);
                if (other != null && other.type() != slot.type()) {
                    section("kinds")
                            .child(kind.name())
                            .child("slots")
                            .child(slot.name())
                            .fault(
                                    "the slot '" + slot.name() + "' is a "
                                            + slot.type().word() + " here and a "
                                            + other.type().word() + " elsewhere",
                                    "use one type, or another name");
                }
            }
        }
    }

    private void words() {
        codebook.words().forEach((name, list) -> {
            YamlNode node = section("words").child(name);
            if (!usedWords.contains(name)) {
                node.fault("the list of words '" + name + "' is not used", "use it in a slot or remove it");
            }
            Map<String, String> labels = new HashMap<>();
            for (WordList.Word word : list.words()) {
                sameLabel(labels, word.label(), word.name(), node.child(word.name()));
                word.terms().ifPresent(terms -> terms(terms, node.child(word.name())));
            }
        });
    }

    /** A label is one of something that is there. */
    private void labels() {
        Set<String> slots = new HashSet<>();
        codebook.kinds().forEach(kind -> kind.slots().forEach(slot -> slots.add(kind.name() + "." + slot.name())));
        Set<String> words = new HashSet<>();
        codebook.words().forEach((list, of) -> of.words().forEach(word -> words.add(list + "." + word.name())));
        codebook.labels().forEach((language, labels) -> {
            YamlNode node = section("labels").child(language);
            labels.kinds().keySet().stream()
                    .filter(name -> codebook.kind(name).isEmpty())
                    .forEach(name -> labelOfNothing(node.child("kinds").child(name), "kind", name));
            labels.slots().keySet().stream()
                    .filter(name -> !slots.contains(name))
                    .forEach(name -> labelOfNothing(node.child("slots").child(name), "slot", name));
            labels.words().keySet().stream()
                    .filter(name -> !words.contains(name))
                    .forEach(name -> labelOfNothing(node.child("words").child(name), "word", name));
        });
    }

    private static void labelOfNothing(YamlNode node, String what, String name) {
        node.fault(
                "there is a label for the " + what + " '" + name + "', which is not defined",
                "correct the name or remove it");
    }

    private void parties() {
        YamlNode node = section("parties");
        codebook.parties().official().ifPresent(name -> terms(name, node.child("official")));
        codebook.parties().privateBodies().ifPresent(name -> terms(name, node.child("private-bodies")));
        codebook.parties().proprietors().ifPresent(name -> terms(name, node.child("proprietors")));
        codebook.parties().accusedNames().ifPresent(name -> terms(name, node.child("accused-names")));
        codebook.parties().accusedBodies().ifPresent(name -> terms(name, node.child("accused-bodies")));
        codebook.parties().accusedMissions().ifPresent(name -> terms(name, node.child("accused-missions")));
        Map<String, String> names = new HashMap<>();
        List<YamlNode> items = node.child("known").items();
        for (int i = 0; i < codebook.parties().known().size(); i++) {
            KnownParty party = codebook.parties().known().get(i);
            Set<String> own = new HashSet<>(party.also());
            own.add(party.name());
            for (String name : own) {
                String other = names.putIfAbsent(name, party.name());
                if (other != null) {
                    items.get(i)
                            .fault(
                                    "'" + name + "' names two parties, '" + other + "' and '" + party.name() + "'",
                                    "leave it to one");
                }
            }
        }
    }

    private void terms(String name, YamlNode node) {
        usedTerms.add(name);
        if (!codebook.terms().containsKey(name)) {
            node.fault("the terms '" + name + "' are not defined", "define them under 'terms:'");
        }
    }

    private void pattern(Pattern pattern, YamlNode node) {
        String id = pattern.kind() + "/" + pattern.name();
        pattern.trigger().forEach(name -> terms(name, node.child("trigger")));
        pattern.require().forEach(condition -> condition.terms().forEach(name -> terms(name, node.child("require"))));
        pattern.forbid().forEach(condition -> condition.terms().forEach(name -> terms(name, node.child("forbid"))));
        Optional<Kind> kind = codebook.kind(pattern.kind());
        if (kind.isEmpty()) {
            node.fault("the kind '" + pattern.kind() + "' of pattern '" + id + "' is not defined", "define it");
            return;
        }
        for (Fill fill : pattern.fills()) {
            fill(fill, kind.get(), node.child("fill").child(fill.slot()));
        }
        if (pattern.needs().isEmpty()) {
            node.fault("the pattern '" + id + "' needs no slot", "name under 'needs:' what it cannot do without");
        }
        List<String> filled = pattern.fills().stream().map(Fill::slot).toList();
        for (String slot : pattern.needs()) {
            if (!filled.contains(slot)) {
                node.child("needs")
                        .fault("the pattern '" + id + "' needs '" + slot + "' but does not fill it", "fill it");
            }
        }
        pattern.each()
                .filter(slot -> !filled.contains(slot))
                .ifPresent(slot -> node.child("each")
                        .fault("the pattern '" + id + "' goes by each '" + slot + "' but does not fill it", "fill it"));
        pattern.each()
                .filter(slot -> filled.contains(slot) && !pattern.needs().contains(slot))
                .ifPresent(slot -> node.child("each")
                        .fault(
                                "the pattern '" + id + "' goes by each '" + slot + "' but does not need it",
                                "name it under 'needs:'"));
        for (String other : pattern.yieldsTo()) {
            boolean known = codebook.kind(other).isPresent()
                    || codebook.patterns().stream().anyMatch(each -> other.equals(each.kind() + "/" + each.name()));
            if (!known) {
                node.child("yields-to")
                        .fault(
                                "the pattern '" + id + "' yields to '" + other + "', which is not defined",
                                "name a kind or kind/pattern");
            }
        }
        if (pattern.examples().isEmpty()) {
            node.fault("the pattern '" + id + "' has no example", "write a sentence it finds under 'example:'");
        }
    }

    private void fill(Fill fill, Kind kind, YamlNode node) {
        Optional<Slot> slot = kind.slot(fill.slot());
        if (slot.isEmpty()) {
            node.fault("the kind '" + kind.name() + "' has no slot '" + fill.slot() + "'", "define it or fill another");
            return;
        }
        fill.of().ifPresent(name -> terms(name, node));
        if (slot.get().type() == SlotType.NAME && fill.of().isEmpty()) {
            node.fault(
                    "the slot '" + fill.slot() + "' takes a name of nothing", "say with 'of:' which nouns are named");
        }
        if (fill.from().isEmpty() && fill.word().isEmpty()) {
            node.fault("the slot '" + fill.slot() + "' is filled from nowhere", "name roles or a word");
        }
        fill.word().ifPresent(word -> {
            Optional<WordList> list = slot.get().words().map(codebook.words()::get);
            if (list.isPresent() && list.get().word(word).isEmpty()) {
                node.fault(
                        "'" + word + "' is no word of the list '" + list.get().name() + "'",
                        "use one of it, or add it there");
            }
        });
    }

    private void unused() {
        for (String name : codebook.terms().keySet()) {
            if (!usedTerms.contains(name)) {
                section("terms")
                        .child(name)
                        .fault("the terms '" + name + "' are not used", "use them in a pattern or remove them");
            }
        }
    }
}

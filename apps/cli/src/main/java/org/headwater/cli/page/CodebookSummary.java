package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Condition;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Slot;

/** A codebook, or one of its kinds, for reading. */
public final class CodebookSummary {
    private final Codebook codebook;
    private final Screen screen;

    public CodebookSummary(Codebook codebook, Screen screen) {
        this.codebook = codebook;
        this.screen = screen;
    }

    // ---- on the screen

    /** Prints what it is for and its kinds, each with an example. */
    public void print() {
        screen.print(screen.strong(codebook.title()) + "   "
                + screen.faint(codebook.name() + ", version " + codebook.version()));
        folded(codebook.description(), "  ");
        for (Kind kind : codebook.kinds()) {
            screen.gap();
            screen.print(screen.strong(kind.label()) + "   " + screen.faint(kind.name()));
            folded(kind.description(), "  ");
            folded(
                    "slots: "
                            + String.join(
                                    ", ", kind.slots().stream().map(Slot::name).toList()),
                    "  ");
            patterns(kind).stream()
                    .flatMap(pattern -> pattern.examples().stream())
                    .findFirst()
                    .ifPresent(example -> folded("“" + example + "”", "  "));
        }
        screen.gap();
        folded("A text is read if it has a term of: " + String.join(", ", codebook.topics()), "");
    }

    /** Prints one kind in full: slots, words, patterns with their conditions and examples, terms. */
    public void print(Kind kind) {
        screen.print(screen.strong(kind.label()) + "   " + screen.faint(kind.name()));
        folded(kind.description(), "  ");
        if (!kind.denies().isEmpty()) {
            folded("denies: " + String.join(", ", kind.denies()), "  ");
        }
        folded("statements equal in these are set side by side: " + String.join(", ", kind.about()), "  ");
        screen.gap();
        screen.print("Slots");
        Table slots = new Table();
        for (Slot slot : kind.slots()) {
            slots.row("  " + slot.name() + (slot.key() ? " *" : ""), type(slot), slot.description());
        }
        slots.printTo(screen);
        screen.print(screen.faint("  * statements that differ in it speak about different things"));
        for (Pattern pattern : patterns(kind)) {
            pattern(pattern);
        }
        screen.gap();
        screen.print("Terms");
        for (String list : lists(patterns(kind))) {
            codebook.terms()
                    .get(list)
                    .byLanguage()
                    .forEach((language, terms) ->
                            folded(list + " (" + language + "): " + String.join(", ", terms), "  "));
        }
    }

    private void pattern(Pattern pattern) {
        screen.gap();
        screen.print("Pattern " + screen.strong(pattern.id()));
        folded(
                pattern.onSpeech()
                        ? "tried on every reported speech"
                        : "tried where a term of " + String.join(", ", pattern.trigger()) + " stands",
                "  ");
        pattern.require().forEach(condition -> folded("needs " + condition.plainly(), "  "));
        pattern.forbid().forEach(condition -> folded("not with " + condition.plainly(), "  "));
        pattern.fills().forEach(fill -> folded("fills " + fill.plainly(), "  "));
        if (!pattern.yieldsTo().isEmpty()) {
            folded("gives way to " + String.join(", ", pattern.yieldsTo()), "  ");
        }
        pattern.examples().forEach(example -> folded("“" + example + "”", "  "));
    }

    private void folded(String words, String indent) {
        for (String line : Cells.fold(Cells.oneLine(words), screen.width() - indent.length() - 2)) {
            screen.print(indent + line);
        }
    }

    // ---- what is shown

    private List<Pattern> patterns(Kind kind) {
        return codebook.patterns().stream()
                .filter(pattern -> pattern.kind().equals(kind.name()))
                .toList();
    }

    private String type(Slot slot) {
        return slot.words()
                .map(list -> "one of "
                        + String.join(
                                ", ",
                                codebook.words().get(list).words().stream()
                                        .map(word -> word.name())
                                        .toList()))
                .orElse(slot.type().word());
    }

    private static Set<String> lists(Collection<Pattern> patterns) {
        Set<String> lists = new TreeSet<>();
        for (Pattern pattern : patterns) {
            lists.addAll(pattern.trigger());
            pattern.require().stream().map(Condition::terms).forEach(lists::addAll);
            pattern.forbid().stream().map(Condition::terms).forEach(lists::addAll);
            pattern.fills().stream().flatMap(fill -> fill.of().stream()).forEach(lists::add);
        }
        return lists;
    }

    // ---- as JSON

    /** The codebook as JSON. */
    public ObjectNode json() {
        ObjectNode page = Json.object()
                .put("name", codebook.name())
                .put("version", codebook.version())
                .put("title", codebook.title())
                .put("description", codebook.description());
        ArrayNode topics = page.putArray("topics");
        codebook.topics().forEach(topics::add);
        ArrayNode kinds = page.putArray("kinds");
        codebook.kinds().forEach(kind -> kinds.add(json(kind)));
        return page;
    }

    /** One kind as JSON. */
    public ObjectNode json(Kind kind) {
        ObjectNode node = Json.object()
                .put("name", kind.name())
                .put("label", kind.label())
                .put("description", kind.description());
        array(node, "about", kind.about());
        array(node, "denies", kind.denies());
        ArrayNode slots = node.putArray("slots");
        for (Slot slot : kind.slots()) {
            ObjectNode each = slots.addObject()
                    .put("name", slot.name())
                    .put("label", slot.label())
                    .put("type", slot.type().word())
                    .put("key", slot.key())
                    .put("description", slot.description());
            slot.words()
                    .ifPresent(list -> array(
                            each,
                            "words",
                            codebook.words().get(list).words().stream()
                                    .map(word -> word.name())
                                    .toList()));
        }
        ArrayNode patterns = node.putArray("patterns");
        for (Pattern pattern : patterns(kind)) {
            ObjectNode each = patterns.addObject().put("id", pattern.id());
            array(each, "trigger", pattern.trigger());
            array(
                    each,
                    "needs",
                    pattern.require().stream().map(Condition::plainly).toList());
            array(
                    each,
                    "notWith",
                    pattern.forbid().stream().map(Condition::plainly).toList());
            array(each, "fills", pattern.fills().stream().map(Fill::plainly).toList());
            array(each, "givesWayTo", pattern.yieldsTo());
            array(each, "examples", pattern.examples());
        }
        ObjectNode terms = node.putObject("terms");
        for (String list : lists(patterns(kind))) {
            ObjectNode byLanguage = terms.putObject(list);
            codebook.terms().get(list).byLanguage().forEach((language, all) -> array(byLanguage, language, all));
        }
        return node;
    }

    private static void array(ObjectNode node, String name, List<String> words) {
        ArrayNode array = node.putArray(name);
        words.forEach(array::add);
    }
}

package org.headwater.codebook;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a codebook as a page for readers, in Markdown. The same codebook gives the same page. */
public final class CodebookPage {
    private final Codebook codebook;
    private final StringBuilder page = new StringBuilder();

    private CodebookPage(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The page of a codebook. */
    public static String of(Codebook codebook) {
        return new CodebookPage(codebook).write();
    }

    private String write() {
        line("# " + codebook.title());
        line("");
        line("*Generated from the codebook `" + codebook.name() + "`, version " + codebook.version()
                + ". Change the codebook, not this page.*");
        line("");
        line(codebook.description());
        kinds();
        words();
        patterns();
        roles();
        terms();
        return page.toString();
    }

    private void kinds() {
        heading("Kinds of statements");
        for (Kind kind : codebook.kinds()) {
            line("### " + kind.label() + " (`" + kind.name() + "`)");
            line("");
            line(kind.description());
            line("");
            if (!kind.denies().isEmpty()) {
                line("Denies: " + names(kind.denies()) + ".");
                line("");
            }
            line("| slot | name | type | what it holds |");
            line("|---|---|---|---|");
            for (Slot slot : kind.slots()) {
                String type = slot.words()
                        .map(list -> "word of `" + list + "`")
                        .orElse(slot.type().word());
                String name = slot.key() ? "**`" + slot.name() + "`**" : "`" + slot.name() + "`";
                line("| " + slot.label() + " | " + name + " | " + type + " | " + slot.description() + " |");
            }
            line("");
        }
        line("Names in bold are key slots: statements that differ in one of them speak about different things.");
    }

    private void words() {
        heading("Closed lists of words");
        codebook.words().forEach((name, list) -> {
            line("* `" + name + "`: "
                    + list.words().stream()
                            .map(word -> "`" + word.name() + "` (" + word.label() + ")")
                            .collect(Collectors.joining(", ")));
        });
    }

    private void patterns() {
        heading("Patterns");
        for (Pattern pattern : codebook.patterns()) {
            line("### `" + pattern.id() + "`");
            line("");
            String trigger = pattern.onSpeech()
                    ? "Every reported speech"
                    : "Wherever a term of " + names(pattern.trigger()) + " stands";
            line(trigger
                    + switch (pattern.negation()) {
                        case ASSERTED -> ", not negated.";
                        case NEGATED -> ", negated.";
                        case EITHER -> ", negated or not.";
                    });
            pattern.require().forEach(condition -> line("* needs " + condition.inWords()));
            pattern.forbid().forEach(condition -> line("* not with " + condition.inWords()));
            pattern.fills().forEach(fill -> line("* fills " + fill.inWords()));
            pattern.each().ifPresent(slot -> line("* one statement for each `" + slot + "`"));
            if (!pattern.yieldsTo().isEmpty()) {
                line("* gives way to " + names(pattern.yieldsTo()) + " in the same sentence");
            }
            line("");
            pattern.examples().forEach(example -> line("> " + example));
            line("");
        }
    }

    private void roles() {
        heading("Roles and traits");
        line("| role | where it looks |");
        line("|---|---|");
        for (Role role : Role.values()) {
            line("| *" + role.word() + "* | " + role.meaning() + " |");
        }
        line("");
        line("| trait | what it asks |");
        line("|---|---|");
        for (Trait trait : Trait.values()) {
            line("| `" + trait.word() + "` | " + trait.meaning() + " |");
        }
    }

    private void terms() {
        heading("Terms");
        for (Map.Entry<String, TermList> entry : new TreeMap<>(codebook.terms()).entrySet()) {
            line("### `" + entry.getKey() + "`: " + entry.getValue().label());
            line("");
            entry.getValue()
                    .byLanguage()
                    .forEach((language, terms) -> line("* **" + language + "**: " + String.join(", ", terms)));
            line("");
        }
    }

    private static String names(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    private void line(String words) {
        page.append(words).append('\n');
    }
}

package org.headwater.statements.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.headwater.codebook.Condition;
import org.headwater.codebook.Fill;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Role;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.Words;

/** Tells of each pattern that is tried what came of it. Costs nothing where nobody wants to know. */
final class Trials {
    private static final int MOST_WORDS = 12;

    private final Conditions conditions;
    private final SlotFiller filler;
    private final String text;
    private final Optional<Consumer<Trial>> watcher;

    Trials(Conditions conditions, SlotFiller filler, String text, Optional<Consumer<Trial>> watcher) {
        this.conditions = conditions;
        this.filler = filler;
        this.text = text;
        this.watcher = watcher;
    }

    /** Whether a pattern's negation is met, and what came of trying it. */
    void tried(Pattern pattern, Roles roles, Optional<PartyMention> speaker, List<Draft> found) {
        watcher.ifPresent(each -> each.accept(new Trial(
                pattern,
                roles.sentence(),
                roles.trigger(),
                roles.head(),
                found.isEmpty() ? unmet(pattern, roles, speaker) : List.of(),
                found.isEmpty() ? List.of() : met(pattern, roles, speaker),
                found.isEmpty() ? Map.of() : from(pattern, roles, speaker),
                found)));
    }

    private List<String> unmet(Pattern pattern, Roles roles, Optional<PartyMention> speaker) {
        List<String> unmet = new ArrayList<>();
        if (!pattern.onSpeech() && pattern.negation() == Pattern.Negation.ASSERTED && roles.isNegated()) {
            unmet.add("“" + words(roles.trigger(), roles) + "” is negated");
        }
        if (!pattern.onSpeech() && pattern.negation() == Pattern.Negation.NEGATED && !roles.isNegated()) {
            unmet.add("“" + words(roles.trigger(), roles) + "” is not negated");
        }
        for (Condition condition : pattern.require()) {
            if (!conditions.allHold(List.of(condition), roles, speaker)) {
                unmet.add("needs " + condition.plainly() + "; " + there(condition.role(), roles, speaker));
            }
        }
        for (Condition condition : pattern.forbid()) {
            if (!conditions.noneHolds(List.of(condition), roles, speaker)) {
                unmet.add("must not have " + condition.plainly() + "; " + there(condition.role(), roles, speaker));
            }
        }
        if (unmet.isEmpty()) {
            Map<String, ?> values = filler.fill(pattern, roles, speaker);
            pattern.fills().stream()
                    .filter(fill -> pattern.needs().contains(fill.slot()) && !values.containsKey(fill.slot()))
                    .forEach(fill -> unmet.add("nothing fills " + fill.plainly()));
        }
        return unmet;
    }

    /** What was asked for and is there, or is absent as it must be. */
    private List<String> met(Pattern pattern, Roles roles, Optional<PartyMention> speaker) {
        List<String> met = new ArrayList<>();
        for (Condition condition : pattern.require()) {
            boolean wide = condition.role() == Role.SENTENCE || condition.role() == Role.TOPIC;
            met.add("has " + condition.plainly() + (wide ? "" : "; " + there(condition.role(), roles, speaker)));
        }
        pattern.forbid().forEach(condition -> met.add("does not have " + condition.plainly()));
        return met;
    }

    /** The words that stand where a condition looked. */
    private String there(Role role, Roles roles, Optional<PartyMention> speaker) {
        if (role == Role.SPEAKER) {
            return speaker.map(party -> "the speaker is “" + party.name() + "”").orElse("nobody is said to speak");
        }
        if (role == Role.TOPIC) {
            return "looked here and in the sentences before";
        }
        BitSet words = roles.words(role);
        if (words.isEmpty()) {
            return "nothing stands there";
        }
        int first = words.nextSetBit(0);
        int last = words.length() - 1;
        String all = words(new Words(first, Math.min(last, first + MOST_WORDS - 1)), roles);
        return "there stands “" + all + (last - first >= MOST_WORDS ? " …" : "") + "”";
    }

    private String words(Words words, Roles roles) {
        return roles.sentence().span(words).of(text);
    }

    private Map<String, Role> from(Pattern pattern, Roles roles, Optional<PartyMention> speaker) {
        Map<String, Role> from = new LinkedHashMap<>();
        for (Fill fill : pattern.fills()) {
            for (Role role : fill.from()) {
                if (!from.containsKey(fill.slot()) && filler.fills(pattern, fill, role, new Looking(roles, speaker))) {
                    from.put(fill.slot(), role);
                }
            }
        }
        return from;
    }

    /** Where a pattern looks. */
    record Looking(Roles roles, Optional<PartyMention> speaker) {}
}

package org.headwater.statements.attribution;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.statements.attribution.Names.Name;

/** The word of its own sentence that a pronoun, a possessive or a relative word stands for, where grammar tells. */
final class Antecedents {
    private final CueLexicon lexicon;
    private final Names names;

    Antecedents(CueLexicon lexicon, Names names) {
        this.lexicon = lexicon;
        this.names = names;
    }

    /** "The organisation named both in its report": "its" is the subject's, where the subject is a body's description. */
    OptionalInt owner(SentenceView view, int possessive) {
        OptionalInt owned = view.sentence().head(possessive);
        OptionalInt verb = owned.isPresent() ? view.sentence().head(owned.getAsInt()) : OptionalInt.empty();
        if (verb.isEmpty()
                || !view.isVerb(verb.getAsInt())
                || !view.lower(possessive).equals("its")) {
            return OptionalInt.empty();
        }
        return view.sentence().children(verb.getAsInt(), "nsubj").stream()
                .filter(subject -> subject < possessive
                        && lexicon.isListed(
                                "general", view.token(subject).lemma().toLowerCase(Locale.ROOT)))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** "The minister wrote that he had asked …", "the ministry has called for an end, it says": the subject above. */
    OptionalInt subject(SentenceView view, int pronoun) {
        boolean person = Set.of("he", "she").contains(view.lower(pronoun));
        // "The company had offered a bus, it said": what is set off may be said by another.
        boolean setOff = pronoun == 0 || view.token(pronoun - 1).isPunctuation();
        if (setOff || (!person && !view.lower(pronoun).equals("it"))) {
            return OptionalInt.empty();
        }
        OptionalInt verb = view.sentence().head(pronoun);
        for (int steps = 0; verb.isPresent() && steps < 4; steps++) {
            Optional<Integer> subject = view.sentence().children(verb.getAsInt(), "nsubj").stream()
                    .filter(each -> each < pronoun && view.isNominal(each))
                    .findFirst();
            if (subject.isPresent()) {
                return isFitting(view, subject.get(), person) ? OptionalInt.of(subject.get()) : OptionalInt.empty();
            }
            verb = view.sentence().head(verb.getAsInt());
        }
        return OptionalInt.empty();
    }

    private boolean isFitting(SentenceView view, int noun, boolean person) {
        String lemma = view.token(noun).lemma().toLowerCase(Locale.ROOT);
        Optional<Name> name = names.at(view, noun);
        if (person) {
            return name.map(each -> each.kind() != Party.Kind.ORGANISATION).orElseGet(() -> names.isRole(lemma));
        }
        return name.map(each -> each.kind() == Party.Kind.ORGANISATION)
                .orElseGet(() -> lexicon.isListed("organisation", lemma)
                        && view.token(noun).tag().equals("NN"));
    }

    /** The noun that a relative word stands for. */
    OptionalInt relative(SentenceView view, int relative) {
        OptionalInt verb = view.sentence().head(relative);
        for (int steps = 0; verb.isPresent() && steps < 4; steps++) {
            if (view.sentence().isRelated(verb.getAsInt(), "acl")) {
                return view.sentence().head(verb.getAsInt());
            }
            verb = view.sentence().head(verb.getAsInt());
        }
        return publishedBefore(view, relative);
    }

    /** "published a report in May that revealed …", where the parser hangs the clause on the verb: the report. */
    private OptionalInt publishedBefore(SentenceView view, int relative) {
        for (int i = relative - 1; i >= Math.max(0, relative - 6); i--) {
            if (lexicon.isListed("publication", view.token(i).lemma())) {
                return OptionalInt.of(i);
            }
            if (view.isVerb(i)) {
                break;
            }
        }
        return OptionalInt.empty();
    }
}

package org.headwater.statements.attribution;

import java.util.Optional;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Names.Name;

/** Through whom a speaker spoke: "told the Herald", "in an interview with", "in the findings first shared with". */
final class Carriers {
    private final CueLexicon lexicon;
    private final Names names;

    Carriers(CueLexicon lexicon) {
        this.lexicon = lexicon;
        this.names = new Names(lexicon);
    }

    /** The carrier that the sentence of a claim names, if any; never a person or an office of state. */
    Optional<Parties.Mention> of(SentenceView view, Candidate candidate, Parties parties) {
        if (!candidate.kind().isClaim()) {
            return Optional.empty();
        }
        for (int i = 0; i < view.size(); i++) {
            if (view.isQuoted(i)
                    || Spans.shared(
                                    candidate.content(),
                                    java.util.List.of(view.token(i).span()))
                            > 0) {
                continue;
            }
            for (String phrase : lexicon.list("told")) {
                Optional<Name> name = nameAfter(view, i, phrase);
                if (name.isPresent()) {
                    return carrier(view, name.get(), candidate, parties);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Name> nameAfter(SentenceView view, int at, String phrase) {
        String[] words = phrase.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            if (at + i >= view.size() || !view.lower(at + i).equals(words[i])) {
                return Optional.empty();
            }
        }
        int next = at + words.length;
        if (next < view.size()
                && (view.token(next).tag().equals("DT") || view.token(next).tagged("JJ"))) {
            next++;
        }
        return next < view.size() ? names.at(view, next) : Optional.empty();
    }

    private Optional<Parties.Mention> carrier(SentenceView view, Name name, Candidate candidate, Parties parties) {
        Span span = new Span(
                view.token(name.first()).begin(), view.token(name.last()).end());
        if (span.overlaps(candidate.source()) || name.kind() == Party.Kind.PERSON) {
            return Optional.empty();
        }
        Parties.Mention mention = parties.mention(view, span, Parties.Speaking.NO);
        boolean office = mention.party().words().stream().anyMatch(word -> lexicon.isListed("state", word));
        boolean person = mention.party().kind() == Party.Kind.PERSON;
        return office || person ? Optional.empty() : Optional.of(mention);
    }
}

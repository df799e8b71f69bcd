package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Names.Name;

/**
 * Who is meant by the words that name a speaker. Reads a text from front to back, remembers the parties it names, and takes
 * pronouns, short names and descriptions ("the group", "its report", "the minister") for the party that was last named or
 * last spoke and fits. A light stand-in for full coreference, after the salience ranking of Lappin and Leass (1994): it
 * follows speakers only, in one pass, and each answer has its reason.
 */
final class Parties {
    private static final Set<String> MASCULINE = Set.of("he", "him", "his", "she", "her");
    private static final Set<String> DEFINITE =
            Set.of("the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "both");
    private static final Set<String> NAMING = Set.of("call", "name", "dub");
    private static final Set<String> SOMEBODY = Set.of(
            "woman",
            "man",
            "girl",
            "boy",
            "resident",
            "employee",
            "worker",
            "neighbour",
            "neighbor",
            "student",
            "person");
    private static final Set<String> PUBLISHING = Set.of("publish", "release", "issue", "unveil", "present");

    private final CueLexicon lexicon;
    private final Names names;
    private final Antecedents antecedents;
    private final List<Party> known = new ArrayList<>();
    private final Map<Span, Meant> resolved = new HashMap<>();
    private int readUpTo;

    Parties(CueLexicon lexicon) {
        this.lexicon = lexicon;
        this.names = new Names(lexicon);
        this.antecedents = new Antecedents(lexicon, names);
    }

    private record Meant(Party party, String reason) {}

    // ---- reading -------------------------------------------------------------------------------------------------

    /** Remembers whom the sentence names before the offset. */
    void read(SentenceView view, int before) {
        for (Name name : names.in(view)) {
            int begin = view.token(name.first()).begin();
            if (begin >= readUpTo && begin < before) {
                learn(view, name);
                readUpTo = begin + 1;
            }
        }
        somebody(view, before);
    }

    /** "A young woman opened the door": whom "she" means afterwards, though nobody names her. */
    private void somebody(SentenceView view, int before) {
        for (int i = 1; i < view.size(); i++) {
            int begin = view.token(i).begin();
            boolean acts = SOMEBODY.contains(view.token(i).lemma())
                    && view.token(i).tag().equals("NN")
                    && view.sentence().isRelated(i, "nsubj")
                    && view.lower(view.firstOfPhrase(i)).matches("an?");
            if (acts && begin < before && known.stream().noneMatch(each -> each.firstSeen() == begin)) {
                known.add(new Party(withoutArticle(view.nounPhrase(i).of(view.text())), Party.Kind.PERSON, begin));
            }
        }
    }

    private Party learn(SentenceView view, Name name) {
        int begin = view.token(name.first()).begin();
        Party party = byName(name.text(), name.kind()).orElseGet(() -> {
            Party fresh = new Party(name.text(), name.kind(), begin);
            known.add(fresh);
            return fresh;
        });
        party.seen(begin);
        party.getsOwnName();
        party.be(name.kind());
        if (name.kind() != Party.Kind.PERSON || party.kind() == Party.Kind.PERSON) {
            party.alsoNamed(name.text());
        }
        if (party.words().size() == 2 && Party.wordsOf(name.text()).size() == 1) {
            party.goesByOneWord();
        }
        party.act(name.role());
        party.speakFor(name.body());
        name.called().forEach(party::callIt);
        learnFromApposition(view, name, party);
        learnPublications(view, name, party);
        return party;
    }

    private void learnFromApposition(SentenceView view, Name name, Party party) {
        for (int i = name.first(); i <= name.last(); i++) {
            for (int child : view.sentence().children(i)) {
                if (child > name.last()
                        && (view.sentence().isRelated(child, "appos") || isLooseApposition(view, child))) {
                    describe(view, child, party);
                }
            }
            OptionalInt head = view.sentence().head(i);
            if (view.sentence().isRelated(i, "appos") && head.isPresent()) {
                describe(view, head.getAsInt(), party);
            }
        }
    }

    private boolean isLooseApposition(SentenceView view, int child) {
        return view.sentence().relation(child).equals("dep")
                && view.token(child).tagged("NN");
    }

    private void describe(SentenceView view, int noun, Party party) {
        String lemma = view.token(noun).lemma().toLowerCase(Locale.ROOT);
        int described = noun;
        if (view.token(noun).tagged("CD") || lemma.equals("one")) {
            Optional<Integer> of =
                    view.sentence().children(noun, "nmod").stream().findFirst();
            if (of.isPresent()) {
                described = of.get();
                lemma = view.token(described).lemma().toLowerCase(Locale.ROOT);
            }
        }
        if (lexicon.isListed("organisation", lemma)) {
            party.be(Party.Kind.ORGANISATION);
            party.callIt(lemma);
        } else if (names.isRole(lemma)) {
            party.be(Party.Kind.PERSON);
            party.act(withoutArticle(view.nounPhrase(described).of(view.text())));
            body(view, described, noun).ifPresent(party::speakFor);
        }
    }

    /** Whom somebody described so speaks for. */
    private Optional<String> body(SentenceView view, int role, int description) {
        String before = names.bodyBefore(view, role);
        if (!before.isEmpty()) {
            return Optional.of(before);
        }
        if (lexicon.isListed("speaks-for", view.token(role).lemma().toLowerCase(Locale.ROOT))) {
            OptionalInt tied = names.bodyOf(view, role);
            int below = tied.orElse(description);
            return nameWithin(view, below);
        }
        return Optional.empty();
    }

    /** The first name of a body below a word. */
    private Optional<String> nameWithin(SentenceView view, int head) {
        int first = view.sentence().firstOfSubtree(head);
        int last = view.sentence().lastOfSubtree(head);
        for (Name name : names.in(view)) {
            if (name.first() >= first && name.last() <= last && name.kind() != Party.Kind.PERSON) {
                String full = view.token(head).tagged("NN")
                                && !view.token(head).tagged("NNP")
                                && lexicon.isListed(
                                        "organisation", view.token(head).lemma())
                                && head > name.last()
                        ? withoutArticle(view.nounPhrase(head).of(view.text()))
                        : name.text();
                return Optional.of(
                        byName(full, Party.Kind.UNKNOWN).map(Party::name).orElse(full));
            }
        }
        return Optional.empty();
    }

    /** "X's new report", "the X report", "a study by X", "X published", "in its report X": X publishes. */
    private void learnPublications(SentenceView view, Name name, Party party) {
        int next = name.last() + 1;
        boolean owns = next < view.size() && view.token(next).tag().equals("POS");
        for (int i = next; i < Math.min(view.size(), next + (owns ? 5 : 1)); i++) {
            if (view.token(i).tagged("NN")
                    && lexicon.isListed("publication", view.token(i).lemma())) {
                party.publishes();
            }
        }
        for (int i = name.first(); i <= name.last(); i++) {
            OptionalInt head = view.sentence().head(i);
            if (head.isEmpty()) {
                continue;
            }
            int above = head.getAsInt();
            if (view.sentence().isRelated(i, "nsubj") && (publishes(view, above) || hasItsOwn(view, i))) {
                party.publishes();
            }
            if (view.marker(i).equals("by")
                    && lexicon.isListed("publication", view.token(above).lemma())) {
                party.publishes();
            }
        }
    }

    /** "X has the city on its two lists": what is its own. */
    private boolean hasItsOwn(SentenceView view, int subject) {
        for (int i = subject + 1; i < view.size(); i++) {
            OptionalInt head = view.sentence().head(i);
            if (view.lower(i).matches("its|their")
                    && head.isPresent()
                    && lexicon.isListed(
                            "publication", view.token(head.getAsInt()).lemma())) {
                return true;
            }
        }
        return false;
    }

    private boolean publishes(SentenceView view, int verb) {
        if (PUBLISHING.contains(view.token(verb).lemma())) {
            return true;
        }
        return view.sentence().children(verb, "obl").stream()
                .anyMatch(each -> view.marker(each).equals("in")
                        && lexicon.isListed("publication", view.token(each).lemma()));
    }

    private Optional<Party> byName(String name, Party.Kind kind) {
        return latest(
                        party -> party.answersTo(name)
                                && (kind == Party.Kind.UNKNOWN
                                        || party.kind() == Party.Kind.UNKNOWN
                                        || kind == party.kind()),
                        Party::lastSeen)
                .or(() -> latest(party -> isShortFor(party, name), Party::lastSeen));
    }

    /** Whether the new name is a longer form of a party's. */
    private static boolean isShortFor(Party party, String name) {
        List<String> words = Party.wordsOf(name);
        return party.kind() == Party.Kind.PERSON
                && words.size() > party.words().size()
                && party.words().size() == 1
                && words.get(words.size() - 1).equals(party.words().iterator().next());
    }

    private Optional<Party> latest(Predicate<Party> fits, ToIntFunction<Party> when) {
        return known.stream().filter(fits).max(Comparator.comparingInt(when));
    }

    // ---- resolving -----------------------------------------------------------------------------------------------

    /** Words of the text and the party that they name. */
    record Mention(Span span, String text, Party party, String reason) {
        /** As a speaker, with the name and role that the party has by now. */
        Speaker speaker() {
            return new Speaker(span, text, party.name(), party.role(), party.body(), party.entityKind(), reason);
        }
    }

    /** Whom the words of the span name. */
    Mention mention(SentenceView view, Span source, Speaking speaking) {
        read(view, source.end());
        int head = headOf(view, source);
        String text = source.of(view.text());
        // The subject of two verbs is one party, whatever was said in between.
        Meant meant = resolved.get(source);
        if (meant == null) {
            meant = head < 0 ? fresh(withoutArticle(text), Party.Kind.UNKNOWN, source.begin()) : meant(view, head, 0);
            resolved.put(source, meant);
        }
        if (speaking == Speaking.YES) {
            meant.party().speaks(source.begin());
        }
        return new Mention(source, text, meant.party(), meant.reason());
    }

    /** Whether a party is named as one that speaks, which makes it more likely to be meant afterwards. */
    enum Speaking {
        YES,
        NO
    }

    /** How many units of text after a description its name may first stand. */
    private static final int SOON = 2_000;

    /**
     * Once the text is read: a headline or a first sentence that speaks of "a rights group" or "the researchers" means the
     * body that is named soon after and that publishes or speaks, if no such body was named before.
     */
    void settle() {
        List<Party> bodies = known.stream()
                .filter(party ->
                        party.hasOwnName() && isNamedBody(party) && (party.hasSpoken() || party.hasPublished()))
                .filter(party -> !isOf(party, "media") && !isOf(party, "state") && !isOf(party, "company"))
                .sorted(Comparator.comparingInt(Party::firstSeen))
                .toList();
        if (bodies.isEmpty()) {
            return;
        }
        Party first = bodies.get(0);
        known.stream()
                .filter(party -> !party.hasOwnName()
                        && party.firstSeen() < first.firstSeen()
                        && party.firstSeen() + SOON > first.firstSeen()
                        && (isOf(party, "general") || isOf(party, "researchers") || isOf(party, "publication")))
                .forEach(party -> party.turnsOutToBe(first));
    }

    private static int headOf(SentenceView view, Span source) {
        List<Integer> inside = view.sentence().within(source);
        for (int token : inside) {
            OptionalInt head = view.sentence().head(token);
            boolean outside = head.isEmpty() || !inside.contains(head.getAsInt());
            if (outside && (view.isNominal(token) || view.token(token).tagged("PRP"))) {
                return token;
            }
        }
        return inside.isEmpty() ? -1 : inside.get(inside.size() - 1);
    }

    private Meant meant(SentenceView view, int head, int depth) {
        String tag = view.token(head).tag();
        int offset = view.token(head).begin();
        if (tag.equals("PRP$") && depth < 3) {
            OptionalInt owner = antecedents.owner(view, head);
            if (owner.isPresent()) {
                return meant(view, owner.getAsInt(), depth + 1);
            }
        }
        if (tag.startsWith("PRP")) {
            OptionalInt subject = depth < 3 ? antecedents.subject(view, head) : OptionalInt.empty();
            return subject.isPresent() ? meant(view, subject.getAsInt(), depth + 1) : pronoun(view.lower(head), offset);
        }
        if ((tag.startsWith("W") || view.lower(head).equals("that")) && depth < 3) {
            OptionalInt antecedent = antecedents.relative(view, head);
            if (antecedent.isPresent()) {
                return meant(view, antecedent.getAsInt(), depth + 1);
            }
        }
        Optional<Name> name = names.at(view, head);
        if (name.isPresent()) {
            return named(view, name.get());
        }
        List<Integer> beside = new ArrayList<>(view.sentence().children(head, "appos"));
        if (head + 1 < view.size()) {
            beside.add(head + 1);
        }
        if (head + 2 < view.size() && view.isOpeningMark(head + 1)) {
            beside.add(head + 2);
        }
        for (int child : beside) {
            Optional<Name> apposed = names.at(view, child);
            if (apposed.isPresent() && child > head) {
                Meant meant = named(view, apposed.get());
                describe(view, head, meant.party());
                return new Meant(
                        meant.party(),
                        "'" + meant.party().name() + "' stands beside '"
                                + view.token(head).word() + "'");
            }
        }
        Optional<Name> called = called(view, head);
        if (called.isPresent()) {
            Meant meant = named(view, called.get());
            return new Meant(meant.party(), "'" + meant.party().name() + "' is what it is called");
        }
        return description(view, head, depth);
    }

    /** "a company called Eastern Reach", "a man named Holm", also of an apposition. */
    private Optional<Name> called(SentenceView view, int head) {
        List<Integer> described = new ArrayList<>(view.sentence().children(head, "appos"));
        described.add(0, head);
        for (int noun : described) {
            for (int clause : view.sentence().children(noun, "acl")) {
                if (clause > noun
                        && NAMING.contains(view.token(clause).lemma())
                        && view.token(clause).tag().equals("VBN")
                        && clause + 1 < view.size()) {
                    return names.at(view, clause + 1);
                }
            }
        }
        return Optional.empty();
    }

    private Meant named(SentenceView view, Name name) {
        Party party = learn(view, name);
        boolean same = party.name().equals(name.text());
        return new Meant(party, same ? "named" : "'" + name.text() + "' is short for '" + party.name() + "'");
    }

    private Meant fresh(String name, Party.Kind kind, int offset) {
        Optional<Party> same = latest(party -> party.name().equalsIgnoreCase(name), Party::lastSeen);
        if (same.isPresent()) {
            same.get().seen(offset);
            return new Meant(same.get(), "named");
        }
        Party party = new Party(name, kind, offset);
        known.add(party);
        return new Meant(party, "named here only");
    }

    private Meant pronoun(String word, int offset) {
        Optional<Party> party = Optional.empty();
        if (MASCULINE.contains(word)) {
            party = latest(
                            each -> each.kind() == Party.Kind.PERSON
                                    && each.lastSpoke() >= 0
                                    && each.lastSeen() < offset,
                            Party::lastSpoke)
                    .filter(each -> !outdated(each, offset))
                    .or(() -> latest(
                            each -> each.kind() == Party.Kind.PERSON && each.lastSeen() < offset, Party::lastSeen))
                    .or(() -> latest(
                            each -> each.kind() == Party.Kind.UNKNOWN
                                    && each.words().size() > 1
                                    && each.lastSeen() < offset,
                            Party::lastSeen));
            party.ifPresent(each -> each.be(Party.Kind.PERSON));
        } else if (Set.of("it", "its", "they", "their", "them").contains(word)) {
            boolean one = word.startsWith("it");
            party = latest(
                            each -> each.kind() != Party.Kind.PERSON
                                    && each.lastSpoke() >= 0
                                    && each.lastSeen() < offset
                                    && !(one && isThing(each)),
                            Party::lastSpoke)
                    .or(() -> latest(
                            each -> each.kind() == Party.Kind.ORGANISATION && each.lastSeen() < offset,
                            Party::lastSeen));
        }
        return party.map(each -> new Meant(
                        each, "'" + word + "' is taken for '" + each.name() + "', who spoke or was named last"))
                .orElseGet(() -> fresh(word, Party.Kind.UNKNOWN, offset));
    }

    /** Whether somebody else was named after this party last spoke, and it was not named again since. */
    private boolean outdated(Party party, int offset) {
        return known.stream()
                .anyMatch(other -> other != party
                        && other.kind() == Party.Kind.PERSON
                        && other.lastSeen() > party.lastSeen()
                        && other.lastSeen() < offset);
    }

    private Meant description(SentenceView view, int head, int depth) {
        String lemma = view.token(head).lemma().toLowerCase(Locale.ROOT);
        int offset = view.token(head).begin();
        String text = withoutArticle(view.nounPhrase(head).of(view.text()));
        if (lexicon.isListed("publication", lemma) && depth < 3) {
            return publication(view, head, depth);
        }
        if (names.isRole(lemma) || lexicon.isListed("researchers", lemma)) {
            return person(view, head, depth);
        }
        if (lexicon.isListed("organisation", lemma) || lexicon.isListed("media", lemma)) {
            if (isNamedByModifier(view, head)) {
                Party party = byName(text, Party.Kind.ORGANISATION)
                        .orElseGet(() ->
                                fresh(text, Party.Kind.ORGANISATION, offset).party());
                party.be(Party.Kind.ORGANISATION);
                party.callIt(lemma);
                return new Meant(party, "named");
            }
            boolean one = !view.token(head).tag().equals("NNS") || lemma.equals("authorities");
            if (one && isDefinite(view, head)) {
                List<String> marks = portfolio(view, head, lemma);
                Optional<Party> party = organisation(lemma, offset).filter(each -> isCalled(each, marks));
                if (party.isPresent()) {
                    return new Meant(
                            party.get(),
                            "'" + view.nounPhrase(head).of(view.text()) + "' is taken for '"
                                    + party.get().name() + "', the last that fits");
                }
            }
            Meant meant = fresh(text, Party.Kind.ORGANISATION, offset);
            meant.party().callIt(lemma);
            return meant;
        }
        return fresh(text, Party.Kind.UNKNOWN, offset);
    }

    /** The words that tell one office from another of its kind: "interior" of "the interior ministry". */
    private List<String> portfolio(SentenceView view, int head, String lemma) {
        if (!lexicon.isListed("state", lemma)) {
            return List.of();
        }
        List<String> marks = new ArrayList<>();
        for (int i = view.firstOfPhrase(head); i < head; i++) {
            boolean modifies = view.sentence().head(i).equals(OptionalInt.of(head))
                    && (view.sentence().isRelated(i, "amod") || view.sentence().isRelated(i, "compound"));
            if (modifies) {
                marks.add(view.lower(i));
            }
        }
        return marks;
    }

    private static boolean isCalled(Party party, List<String> marks) {
        return marks.isEmpty() || marks.stream().anyMatch(party.words()::contains);
    }

    private Meant publication(SentenceView view, int head, int depth) {
        OptionalInt owner = view.sentence().child(head, "nmod:poss");
        for (int child : view.sentence().children(head, "nmod")) {
            if (owner.isEmpty()
                    && (view.marker(child).equals("by")
                            || view.marker(child).equals("from")
                            || (view.marker(child).equals("in") && isOutlet(view, child)))) {
                owner = OptionalInt.of(child);
            }
        }
        if (owner.isEmpty()) {
            owner = author(view, head);
        }
        String text = view.nounPhrase(head).of(view.text());
        if (owner.isPresent()) {
            Meant meant = meant(view, owner.getAsInt(), depth + 1);
            meant.party().publishes();
            return new Meant(meant.party(), "'" + text + "' stands for its publisher, " + meant.reason());
        }
        for (Name name : names.in(view)) {
            boolean inside = name.first() >= view.firstOfPhrase(head) && name.last() < head;
            if (inside && name.kind() != Party.Kind.PERSON && !isMonth(name.text())) {
                Meant meant = named(view, name);
                meant.party().publishes();
                return new Meant(meant.party(), "'" + text + "' stands for its publisher");
            }
        }
        int offset = view.token(head).begin();
        boolean plural = view.token(head).tag().equals("NNS") && !isDefinite(view, head);
        if (!plural && (isDefinite(view, head) || follows(view, head))) {
            Predicate<Party> body = each -> each.kind() != Party.Kind.PERSON && each.lastSeen() < offset;
            Optional<Party> publisher = latest(body.and(Party::hasPublished), Party::lastSeen)
                    .or(() -> latest(body.and(Party::hasSpoken).and(this::isNamedBody), Party::lastSpoke));
            if (publisher.isPresent()) {
                publisher.get().publishes();
                return new Meant(
                        publisher.get(),
                        "'" + text + "' stands for its publisher, taken to be '"
                                + publisher.get().name() + "', who published or spoke last");
            }
        }
        return fresh(withoutArticle(text), Party.Kind.UNKNOWN, offset);
    }

    private boolean isOutlet(SentenceView view, int noun) {
        return names.at(view, noun)
                .filter(name -> name.kind() != Party.Kind.PERSON)
                .filter(name -> Party.wordsOf(name.text()).stream().anyMatch(word -> lexicon.isListed("media", word)))
                .isPresent();
    }

    /** "a report published by X", "X had listed both in a study that …", "X published a report that …": who made it. */
    private OptionalInt author(SentenceView view, int head) {
        for (int clause : view.sentence().children(head, "acl")) {
            OptionalInt agent = view.agent(clause);
            if (agent.isPresent() && view.token(clause).tag().equals("VBN")) {
                return agent;
            }
        }
        OptionalInt verb = view.sentence().head(head);
        if (verb.isEmpty() || !view.isVerb(verb.getAsInt())) {
            return OptionalInt.empty();
        }
        boolean brought = view.sentence().isRelated(head, "obj")
                && PUBLISHING.contains(view.token(verb.getAsInt()).lemma());
        boolean within =
                view.sentence().isRelated(head, "obl") && view.marker(head).equals("in");
        if (!brought && !within) {
            return OptionalInt.empty();
        }
        // A name may be tagged as any word: "Safeguard" as a verb.
        return view.sentence().children(verb.getAsInt(), "nsubj").stream()
                .filter(subject -> names.at(view, subject).isPresent())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static boolean isMonth(String name) {
        return Set.of(
                        "January",
                        "February",
                        "March",
                        "April",
                        "May",
                        "June",
                        "July",
                        "August",
                        "September",
                        "October",
                        "November",
                        "December",
                        "Monday",
                        "Tuesday",
                        "Wednesday",
                        "Thursday",
                        "Friday",
                        "Saturday",
                        "Sunday")
                .contains(name);
    }

    /** Whether an indefinite report is one more by somebody who published before: "an updated report". */
    private static boolean follows(SentenceView view, int head) {
        return view.sentence().children(head).stream()
                .map(view::lower)
                .anyMatch(word -> Set.of(
                                "updated", "second", "new", "follow", "latest", "recent", "further", "subsequent")
                        .contains(word));
    }

    private Meant person(SentenceView view, int head, int depth) {
        String lemma = view.token(head).lemma().toLowerCase(Locale.ROOT);
        int offset = view.token(head).begin();
        boolean plural = view.token(head).tag().equals("NNS");
        OptionalInt tied = names.bodyOf(view, head);
        String text = withoutArticle(view.nounPhrase(head).of(view.text()));
        if (tied.isPresent() && depth < 3) {
            Meant body = meant(view, tied.getAsInt(), depth + 1);
            if (plural) {
                return new Meant(
                        body.party(),
                        "'" + text + "' speak for '" + body.party().name() + "'");
            }
            Meant person = fresh(text, Party.Kind.PERSON, offset);
            person.party().act(view.token(head).lemma());
            person.party().speakFor(body.party().body().orElse(body.party().name()));
            return person;
        }
        String before = names.bodyBefore(view, head);
        boolean related = view.sentence().children(head, "nmod").stream()
                .anyMatch(of -> of > head && view.marker(of).equals("of"));
        if (isDefinite(view, head) && !isNamedByModifier(view, head) && !related) {
            Optional<Party> same = plural
                    ? group(lemma, offset)
                    : latest(
                                    each -> each.kind() == Party.Kind.PERSON
                                            && each.lastSeen() < offset
                                            && each.role()
                                                    .map(role -> List.of(role.toLowerCase(Locale.ROOT)
                                                                    .split("[\\s-]+", -1))
                                                            .contains(lemma))
                                                    .orElse(false),
                                    Party::lastSeen)
                            .or(() -> latest(
                                    each -> each.kind() == Party.Kind.PERSON
                                            && each.lastSpoke() >= 0
                                            && each.lastSeen() < offset,
                                    Party::lastSpoke));
            if (same.isPresent()) {
                return new Meant(
                        same.get(),
                        "'" + view.nounPhrase(head).of(view.text()) + "' is taken for '"
                                + same.get().name() + "', the last that fits");
            }
        }
        Meant person = fresh(text, plural ? Party.Kind.UNKNOWN : Party.Kind.PERSON, offset);
        person.party().act(view.token(head).lemma());
        person.party().callIt(lemma);
        person.party().speakFor(before);
        return person;
    }

    /** Whose people "the researchers" are. */
    private Optional<Party> group(String lemma, int offset) {
        if (!lexicon.isListed("researchers", lemma)) {
            return Optional.empty();
        }
        return latest(
                        each -> each.kind() == Party.Kind.ORGANISATION
                                && each.hasPublished()
                                && each.lastSeen() < offset,
                        Party::lastSeen)
                .or(() -> latest(
                        each -> each.kind() == Party.Kind.ORGANISATION
                                && each.lastSpoke() >= 0
                                && each.lastSeen() < offset
                                && !isOf(each, "state")
                                && !isOf(each, "media"),
                        Party::lastSpoke));
    }

    private Optional<Party> organisation(String lemma, int offset) {
        Predicate<Party> called = each -> each.kind() != Party.Kind.PERSON
                && each.lastSeen() < offset
                && (each.called().contains(lemma) || each.words().contains(lemma));
        Optional<Party> same = latest(called.and(Parties::isNamed), Party::lastSeen);
        if (same.isPresent()) {
            return same;
        }
        if (lemma.equals("embassy") || lemma.equals("consulate")) {
            return latest(called, Party::lastSeen);
        }
        for (String kind : List.of("media", "state", "company")) {
            if (lexicon.isListed(kind, lemma)) {
                return latest(
                        each -> each.kind() != Party.Kind.PERSON && each.lastSeen() < offset && isOf(each, kind),
                        Party::lastSeen);
            }
        }
        if (!lexicon.isListed("general", lemma)) {
            return latest(called, Party::lastSeen);
        }
        Predicate<Party> group = each -> isNamedBody(each)
                && each.lastSeen() < offset
                && !isOf(each, "media")
                && !isOf(each, "state")
                && !isOf(each, "company");
        Predicate<Party> spoke = group.and(Party::hasSpoken).and(Parties::isNamed);
        return latest(spoke.and(each -> !each.mayBePerson()), Party::lastSpoke)
                .or(() -> latest(spoke, Party::lastSpoke))
                .or(() -> latest(called, Party::lastSeen))
                .or(() -> latest(
                        group.and(each -> each.hasOwnName() || each.kind() == Party.Kind.ORGANISATION),
                        Party::lastSeen));
    }

    /** What a text only describes and no word shows to be a body: "the other half" is not who "it" is. */
    private static boolean isThing(Party party) {
        return !party.hasOwnName() && party.kind() == Party.Kind.UNKNOWN && !party.hasPublished();
    }

    private static boolean isNamed(Party party) {
        return Character.isUpperCase(party.name().charAt(0));
    }

    /** Whether it may be a body of people by its name: known as one, or not known as a person and of several words. */
    private boolean isNamedBody(Party party) {
        return party.kind() == Party.Kind.ORGANISATION
                || (party.kind() == Party.Kind.UNKNOWN
                        && party.words().size() > 1
                        && Character.isUpperCase(party.name().charAt(0)));
    }

    /** Whether the party's name or what the text calls it has a word of the list. */
    boolean isOf(Party party, String list) {
        return party.called().stream().anyMatch(word -> lexicon.isListed(list, word))
                || party.words().stream().anyMatch(word -> lexicon.isListed(list, word));
    }

    private static boolean isDefinite(SentenceView view, int head) {
        return DEFINITE.contains(view.lower(view.firstOfPhrase(head)))
                || view.sentence().children(head, "det").stream()
                        .map(view::lower)
                        .anyMatch(DEFINITE::contains);
    }

    /** Whether a proper name or an adjective made of one makes the phrase a name: "the Danish ministry". */
    private static boolean isNamedByModifier(SentenceView view, int head) {
        for (int i = view.firstOfPhrase(head); i < head; i++) {
            boolean proper = view.token(i).tagged("NNP")
                    || (view.token(i).tagged("JJ")
                            && Character.isUpperCase(view.token(i).word().charAt(0))
                            && i > 0);
            boolean based = i + 2 < view.size() && view.token(i + 1).word().equals("-");
            if (proper && !based && !isMonth(view.token(i).word())) {
                return true;
            }
        }
        return false;
    }

    /** The words without the article before and the owner's mark after them; all of them if nothing else is left. */
    static String withoutArticle(String words) {
        String bare = words.replaceFirst("^(?i)(the|a|an|this|that|these|those|some|its|their|his|her)\\s+", "")
                .replaceFirst("[’']s?$", "");
        return bare.isBlank() ? words : bare;
    }
}

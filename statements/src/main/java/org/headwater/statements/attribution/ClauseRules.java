package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.CueLexicon.Entry;
import org.headwater.statements.attribution.CueLexicon.Frame;
import org.headwater.statements.parse.Sentence;

/**
 * Verbs with their speaker and what they govern: clauses, quotations beside them, objects, infinitives, agents of the
 * passive. One verb gives at most one attribution; of several uses the one that governs a clause goes first.
 */
final class ClauseRules {
    /** Relations that hold a complement clause where the parser did not see it as one. */
    private static final Set<String> LOOSE_CLAUSE = Set.of("parataxis", "dep", "advcl", "conj");

    private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP");

    private static final Set<String> OBJECT_TAILS =
            Set.of("as", "for", "of", "over", "on", "about", "with", "to", "from", "into");

    /** Tags of words that may begin whom something was told, and of those that may stand in when and where it was said. */
    private static final Set<String> LISTENER = Set.of("DT", "JJ", "PRP", "PRP$");

    private static final Set<String> CIRCUMSTANCE =
            Set.of("DT", "CD", "JJ", "IN", "VBN", "VBG", "PRP$", "POS", "HYPH", "CC");
    private static final Set<String> CLAUSE_MARKS =
            Set.of("that", "if", "whether", "because", "while", "although", "as");
    private static final int LONGEST_CIRCUMSTANCE = 12;

    /** How many words may stand between the verb and "that" ("said in a statement on Monday that"). */
    private static final int THAT_WITHIN = 7;

    private final CueLexicon lexicon;

    ClauseRules(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Candidate> find(SentenceView view) {
        List<Candidate> found = new ArrayList<>();
        for (int verb : view.verbs()) {
            List<Entry> entries = entries(view, verb);
            if (!entries.isEmpty() && !view.sentence().relation(verb).equals("amod")) {
                at(view, verb, entries).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The uses of the verb; of a publication every word for holding tells what it says: "the list has 54". */
    private List<Entry> entries(SentenceView view, int verb) {
        String lemma = view.token(verb).lemma();
        List<Entry> entries = lexicon.verb(lemma);
        boolean holds = lexicon.isListed("holds", lemma)
                && view.subject(verb).stream()
                        .anyMatch(subject -> lexicon.isListed(
                                "publication", view.token(subject).lemma().toLowerCase(Locale.ROOT)));
        if (!holds) {
            return entries;
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(CueKind.SHOW, Set.of(Frame.OBJECT), List.of()));
        return more;
    }

    private Optional<Candidate> at(SentenceView view, int verb, List<Entry> entries) {
        boolean passive = view.isPassive(verb) || (isReducedRelative(view, verb) && !isActiveAfterAll(view, verb));
        if (passive) {
            return passive(view, verb, entries);
        }
        Optional<Candidate> setOff = setOff(view, verb, entries);
        if (setOff.isPresent()) {
            return setOff;
        }
        Optional<Source> found = source(view, verb);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Source source = found.get();
        for (Frame frame : Frame.values()) {
            for (Entry entry : entries) {
                if (!entry.frames().contains(frame) || !hasParticles(view, verb, entry)) {
                    continue;
                }
                Optional<Candidate> candidate = frame(view, verb, new Use(entry, frame, source));
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isReducedRelative(SentenceView view, int verb) {
        Sentence sentence = view.sentence();
        boolean afterNoun =
                verb > 0 && view.token(verb - 1).tagged("NN") && !view.isPassive(verb) && hasDoer(view, verb);
        return view.token(verb).tag().equals("VBN")
                && (sentence.relation(verb).startsWith("acl")
                        || (afterNoun && sentence.child(verb, "aux").isEmpty()));
    }

    /** Whether the passive says by whom, or in what report, it is done. */
    private boolean hasDoer(SentenceView view, int verb) {
        return view.agent(verb).isPresent() || publication(view, verb).isPresent();
    }

    /** "The union, a club of pilots, reported in May that": a past tense that looks like a participle. */
    private static boolean isActiveAfterAll(SentenceView view, int verb) {
        return thatAfter(view, verb + 1).isPresent()
                && view.agent(verb).isEmpty()
                && Chunks.before(view, verb).isPresent();
    }

    /** Where "that" opens a clause within a few words. */
    private static OptionalInt thatAfter(SentenceView view, int from) {
        for (int i = from; i < Math.min(view.size(), from + THAT_WITHIN); i++) {
            if (view.token(i).tagged("W")) {
                return OptionalInt.empty();
            }
            if (view.lower(i).equals("that") && view.token(i).tag().equals("IN") && !view.isQuoted(i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Who does what the verb says: by the parser, unless it overlooks a noun phrase that touches the verb. */
    private Optional<Source> source(SentenceView view, int verb) {
        OptionalInt subject = view.subject(verb);
        boolean finite = FINITE.contains(view.token(verb).tag()) || isReducedRelative(view, verb);
        Optional<Span> near = finite ? Chunks.before(view, verb) : Optional.empty();
        boolean named = near.isPresent()
                && Chunks.isName(view, near.get())
                && view.token(verb).begin() > near.get().end() + 1;
        if (!named && subject.isPresent() && subject.getAsInt() != verb) {
            boolean clause = view.isVerb(subject.getAsInt());
            boolean overlooked = near.isPresent()
                    && subject.getAsInt() < verb
                    && (clause || !near.get().overlaps(view.sentence().subtree(subject.getAsInt())));
            if (!overlooked) {
                return view.isQuoted(subject.getAsInt())
                        ? Optional.empty()
                        : Optional.of(new Source(subject.getAsInt(), view.nounPhrase(subject.getAsInt())));
            }
        }
        return near.map(span -> new Source(
                view.sentence().within(span).get(view.sentence().within(span).size() - 1), span));
    }

    /** Whether the words that the entry asks for stand after the verb. */
    static boolean hasParticles(SentenceView view, int verb, Entry entry) {
        return entry.particles().stream().allMatch(particle -> follows(view, verb, particle));
    }

    private record Source(int head, Span span) {}

    private record Use(Entry entry, Frame frame, Source source) {}

    private Optional<Candidate> frame(SentenceView view, int verb, Use use) {
        List<Span> content = switch (use.frame()) {
            case QUOTE -> quoteOrClause(view, verb, use);
            case CLAUSE -> clause(view, verb, use);
            case APPEAL -> appeal(view, verb, use);
            case INFINITIVE -> infinitive(view, verb, use);
            case OBJECT -> object(view, verb, use);
        };
        return candidate(view, verb, use, content);
    }

    private Optional<Candidate> candidate(SentenceView view, int verb, Use use, List<Span> content) {
        Span cue = cueSpan(view, verb, use.entry());
        List<Span> rest = Spans.without(Spans.without(content, use.source().span()), cue);
        rest = Spans.trimmed(view.text(), rest);
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                view.index(),
                use.source().span(),
                cue,
                use.entry().kind(),
                Attribution.How.REPORT_VERB,
                rest,
                carrier(view, verb, use),
                "verb '" + view.token(verb).lemma() + "' with "
                        + use.frame().name().toLowerCase(Locale.ROOT)));
    }

    private static Span cueSpan(SentenceView view, int verb, Entry entry) {
        Span cue = view.token(verb).span();
        for (String particle : entry.particles()) {
            for (int i = verb + 1; i < Math.min(view.size(), verb + 4); i++) {
                if (view.lower(i).equals(particle)) {
                    cue = cue.cover(view.token(i).span());
                    break;
                }
            }
        }
        return cue;
    }

    /** Whom it was said to, where that is a name. */
    private static Optional<Span> carrier(SentenceView view, int verb, Use use) {
        if (use.entry().kind() != CueKind.TELL && use.entry().kind() != CueKind.SAY) {
            return Optional.empty();
        }
        for (int child : view.sentence().children(verb)) {
            String relation = view.sentence().relation(child);
            boolean told = relation.equals("obj")
                    || relation.equals("iobj")
                    || (relation.equals("obl") && view.marker(child).equals("to"));
            if (told && view.token(child).tagged("NNP") && child > verb && !view.isQuoted(child)) {
                return Optional.of(view.nounPhrase(child));
            }
        }
        return Optional.empty();
    }

    // ---- set off by a comma --------------------------------------------------------------------------------------

    /** "Nine boats want to leave, the mayor confirmed on Monday.": what the words say, whatever the parser makes of them. */
    private Optional<Candidate> setOff(SentenceView view, int verb, List<Entry> entries) {
        Optional<Entry> entry = entries.stream()
                .filter(each -> each.particles().isEmpty()
                        && (each.frames().contains(Frame.QUOTE) || each.frames().contains(Frame.CLAUSE)))
                .findFirst();
        boolean finite =
                view.token(verb).tag().equals("VBD") || view.token(verb).tag().equals("VBZ");
        Optional<Span> behind = finite ? closing(view, verb) : Optional.empty();
        Optional<Span> speaker = finite && behind.isEmpty() ? Chunks.before(view, verb) : behind;
        boolean ends = behind.isPresent() || endsAfter(view, verb);
        if (entry.isEmpty() || speaker.isEmpty() || !ends || view.startsSubordinate()) {
            return Optional.empty();
        }
        List<Integer> words = view.sentence().within(speaker.get());
        int comma = behind.isPresent() ? verb - 1 : words.get(0) - 1;
        if (comma < 3
                || !view.token(comma).word().equals(",")
                || view.isQuoted(comma)
                || view.isQuoted(comma - 1)
                || view.verbs().stream().noneMatch(each -> each < comma && isFinite(view, each))) {
            return Optional.empty();
        }
        Source source = new Source(words.get(words.size() - 1), speaker.get());
        return candidate(
                        view,
                        verb,
                        new Use(entry.get(), Frame.QUOTE, source),
                        List.of(view.before(view.token(comma).begin())))
                .map(each -> each.setOff());
    }

    /** "The two were arrested, announced Attorney A. B.": a name that ends the sentence behind its verb. */
    private static Optional<Span> closing(SentenceView view, int verb) {
        int last = view.size() - 1;
        while (last > verb && view.token(last).isPunctuation()) {
            last--;
        }
        boolean named = last > verb;
        for (int i = verb + 1; i <= last; i++) {
            named &= view.token(i).tagged("NNP");
        }
        return named && verb > 0 && view.lower(verb - 1).equals(",")
                ? Optional.of(
                        new Span(view.token(verb + 1).begin(), view.token(last).end()))
                : Optional.empty();
    }

    private static boolean isFinite(SentenceView view, int verb) {
        return FINITE.contains(view.token(verb).tag())
                || view.sentence().children(verb, "aux").stream()
                        .anyMatch(each -> view.token(each).tagged("MD")
                                || FINITE.contains(view.token(each).tag()));
    }

    /** Whether nothing but when, where and to whom stands between the verb and the end, or a comma. */
    private static boolean endsAfter(SentenceView view, int verb) {
        int at = verb + 1;
        boolean told = view.token(verb).lemma().equals("tell");
        while (at < view.size()
                && at < verb + LONGEST_CIRCUMSTANCE
                && !view.token(at).isPunctuation()) {
            String tag = view.token(at).tag();
            boolean opens = tag.equals("IN")
                    || tag.equals("NNP")
                    || tag.startsWith("RB")
                    || (told && (tag.startsWith("N") || LISTENER.contains(tag)));
            boolean goesOn = tag.startsWith("N") || CIRCUMSTANCE.contains(tag);
            if (!(at == verb + 1 ? opens : goesOn) || CLAUSE_MARKS.contains(view.lower(at))) {
                return false;
            }
            at++;
        }
        return at >= view.size()
                || view.token(at).word().equals(".")
                || view.token(at).word().equals(",");
    }

    // ---- clauses -------------------------------------------------------------------------------------------------

    private List<Span> quoteOrClause(SentenceView view, int verb, Use use) {
        List<Span> complement = complement(view, verb, use);
        if (!complement.isEmpty()) {
            return complement;
        }
        List<Span> around = parenthesis(view, verb, use);
        if (around.isEmpty()) {
            around = following(view, verb, use);
        }
        return around.isEmpty() ? trailing(view, verb, use) : around;
    }

    private List<Span> clause(SentenceView view, int verb, Use use) {
        List<Span> complement = complement(view, verb, use);
        return complement.isEmpty() ? following(view, verb, use) : complement;
    }

    /**
     * What stands after the verb, where the parser overlooked the clause: after "that" within a few words, or for the
     * plainest verbs right after the verb, if a finite verb follows.
     */
    private List<Span> following(SentenceView view, int verb, Use use) {
        if (use.source().span().begin() > view.token(verb).begin()) {
            return List.of();
        }
        int at = verb + 1 + use.entry().particles().size();
        OptionalInt that = thatAfter(view, at);
        if (that.isPresent() && !explainsNoun(view, that.getAsInt())) {
            return List.of(view.after(view.token(that.getAsInt()).begin()));
        }
        if (!lexicon.isListed("plain", view.token(verb).lemma())
                || at >= view.size()
                || view.token(at).isPunctuation()) {
            return List.of();
        }
        for (int i = at + 1; i < view.size(); i++) {
            if (!view.isQuoted(i)
                    && (FINITE.contains(view.token(i).tag())
                            || view.token(i).tag().equals("MD"))) {
                return List.of(view.after(view.token(at).begin()));
            }
        }
        return List.of();
    }

    /** A finite clause that the verb governs. */
    private List<Span> complement(SentenceView view, int verb, Use use) {
        Sentence sentence = view.sentence();
        List<Span> spans = new ArrayList<>();
        for (int child : sentence.children(verb)) {
            boolean complement =
                    sentence.isRelated(child, "ccomp") || (child > verb && isLooseClause(view, verb, child));
            boolean noun = child > verb && explainsNoun(view, sentence.firstOfSubtree(child));
            if (!complement || noun || child == use.source().head() || !fits(view, use, child)) {
                continue;
            }
            spans.add(child < verb ? preposed(view, verb, use, child) : view.subtree(child));
        }
        return spans;
    }

    /** Whether a clause with "that" says what a noun before it holds ("the claim that"), not what the verb does. */
    private boolean explainsNoun(SentenceView view, int that) {
        return that > 0
                && view.lower(that).equals("that")
                && lexicon.isListed("nouns", view.token(that - 1).lemma())
                && view.token(that - 1).tagged("NN")
                && view.marker(that - 1).isEmpty();
    }

    /** Content before the verb: all that stands before speaker and verb, unless another clause stands first. */
    private static Span preposed(SentenceView view, int verb, Use use, int clause) {
        int groupBegin = Math.min(view.token(verb).begin(), use.source().span().begin());
        Span own = view.subtree(clause);
        int begin = sentenceRoot(view, verb) ? view.sentence().span().begin() : own.begin();
        return new Span(
                Math.min(begin, own.begin()),
                Math.max(own.end(), Math.min(groupBegin, view.sentence().span().end())));
    }

    private static boolean sentenceRoot(SentenceView view, int verb) {
        return view.sentence().relation(verb).equals(Sentence.ROOT);
    }

    private static boolean fits(SentenceView view, Use use, int clause) {
        // An infinitive is no statement of the verb of saying ("said to be").
        OptionalInt mark = view.sentence().child(clause, "mark");
        return use.entry().particles().isEmpty()
                || mark.isPresent()
                || view.sentence().isRelated(clause, "ccomp");
    }

    private static boolean isLooseClause(SentenceView view, int verb, int child) {
        Sentence sentence = view.sentence();
        if (!LOOSE_CLAUSE.contains(sentence.relation(child))
                || sentence.child(child, "cc").isPresent()) {
            return false;
        }
        int first = sentence.firstOfSubtree(child);
        boolean that = view.lower(first).equals("that") || view.lower(first).equals("whether");
        boolean adjacent = first > verb
                && first <= verb + 2
                && sentence.child(child, "nsubj").isPresent();
        return that
                || (adjacent
                        && !sentence.relation(child).equals("advcl")
                        && !sentence.relation(child).equals("conj"));
    }

    /** "A, the mayor said, B": the verb hangs beside the clause that it reports. */
    private static List<Span> parenthesis(SentenceView view, int verb, Use use) {
        Sentence sentence = view.sentence();
        OptionalInt head = sentence.head(verb);
        if (head.isEmpty() || !Set.of("parataxis", "dep", "conj").contains(sentence.relation(verb))) {
            return List.of();
        }
        if (sentence.child(verb, "cc").isPresent()
                || use.source().head() != sentence.child(verb, "nsubj").orElse(-1)) {
            return List.of();
        }
        boolean afterComma = sentence.firstOfSubtree(verb) > 0
                && view.token(sentence.firstOfSubtree(verb) - 1).isPunctuation();
        if (!afterComma && !startsWithComma(view, verb)) {
            return List.of();
        }
        Span own = sentence.subtree(verb);
        return Spans.without(List.of(view.subtree(head.getAsInt())), own);
    }

    private static boolean startsWithComma(SentenceView view, int verb) {
        return view.token(view.sentence().firstOfSubtree(verb)).isPunctuation();
    }

    /** "A and so on, the mayor said." where the parser lost the thread: all that stands before the comma. */
    private static List<Span> trailing(SentenceView view, int verb, Use use) {
        int first = Math.min(verb, view.firstOfPhrase(use.source().head()));
        int last = Math.max(verb, view.lastOfPhrase(use.source().head()));
        if (first < 4 || last - first > 14 || !view.token(first - 1).isPunctuation()) {
            return List.of();
        }
        boolean ends = view.size() - last <= 8 && !governsAfter(view, verb);
        boolean names = view.token(use.source().head()).tagged("N")
                || view.token(use.source().head()).tag().equals("PRP");
        if (!ends || !names) {
            return List.of();
        }
        return List.of(view.before(view.token(first).begin()));
    }

    /** Whether something that the verb says, asks or wants stands after it. */
    private static boolean governsAfter(SentenceView view, int verb) {
        return view.sentence().children(verb).stream()
                .anyMatch(child -> child > verb
                        && Set.of("obj", "xcomp", "ccomp")
                                .contains(view.sentence().relation(child)));
    }

    // ---- phrases -------------------------------------------------------------------------------------------------

    private static List<Span> appeal(SentenceView view, int verb, Use use) {
        Sentence sentence = view.sentence();
        boolean addressed = sentence.child(verb, "obj").isPresent()
                || (!use.entry().particles().isEmpty()
                        && governed(view, verb, use.entry()).isPresent());
        if (!addressed) {
            return List.of();
        }
        for (int child : sentence.children(verb)) {
            boolean clause = sentence.isRelated(child, "xcomp") || sentence.isRelated(child, "advcl");
            if (clause && child > verb && view.isVerb(child) && isInfinitive(view, child)) {
                return List.of(view.subtree(child));
            }
        }
        return List.of();
    }

    private static boolean isInfinitive(SentenceView view, int verb) {
        OptionalInt mark = view.sentence().child(verb, "mark");
        return mark.isPresent() && view.lower(mark.getAsInt()).equals("to");
    }

    private static List<Span> infinitive(SentenceView view, int verb, Use use) {
        Sentence sentence = view.sentence();
        for (int child : sentence.children(verb, "xcomp")) {
            if (child < verb || !use.entry().particles().isEmpty()) {
                continue;
            }
            Span content = view.subtree(child);
            OptionalInt object = sentence.child(verb, "obj");
            if (object.isPresent() && object.getAsInt() > verb && object.getAsInt() < child) {
                content = content.cover(view.subtree(object.getAsInt()));
            }
            return List.of(content);
        }
        return List.of();
    }

    private static List<Span> object(SentenceView view, int verb, Use use) {
        OptionalInt object = governed(view, verb, use.entry());
        if (object.isPresent()) {
            return List.of(withTail(view, verb, object.getAsInt()));
        }
        return use.entry().particles().isEmpty() ? relativeHead(view, verb) : List.of();
    }

    /** What the verb governs: its object, or what its last particle governs. */
    private static OptionalInt governed(SentenceView view, int verb, Entry entry) {
        Sentence sentence = view.sentence();
        if (entry.particles().isEmpty()) {
            for (int child : sentence.children(verb, "obj")) {
                boolean pronoun = view.token(child).tag().equals("PRP");
                if (child > verb && (!pronoun || hasTail(view, verb))) {
                    return OptionalInt.of(child);
                }
            }
            return OptionalInt.empty();
        }
        String last = entry.particles().get(entry.particles().size() - 1);
        for (String particle : entry.particles().subList(0, entry.particles().size() - 1)) {
            if (!follows(view, verb, particle)) {
                return OptionalInt.empty();
            }
        }
        for (int child : sentence.children(verb)) {
            String relation = sentence.relation(child);
            if (child > verb && (relation.equals("obl") || relation.equals("advcl")) && isMarked(view, child, last)) {
                return OptionalInt.of(child);
            }
            if (child > verb && relation.equals("obj") && follows(view, verb, last)) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isMarked(SentenceView view, int child, String word) {
        for (int mark : view.sentence().children(child)) {
            if (mark < child && view.lower(mark).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(SentenceView view, int verb, String particle) {
        for (int i = verb + 1; i < Math.min(view.size(), verb + 4); i++) {
            if (view.lower(i).equals(particle)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTail(SentenceView view, int verb) {
        return view.sentence().children(verb).stream().anyMatch(child -> child > verb && isTail(view, child));
    }

    private static boolean isTail(SentenceView view, int child) {
        String relation = view.sentence().relation(child);
        return relation.equals("xcomp")
                || ((relation.equals("obl") || relation.equals("advcl"))
                        && (OBJECT_TAILS.contains(view.marker(child))
                                || OBJECT_TAILS.stream().anyMatch(word -> isMarked(view, child, word))));
    }

    private static Span withTail(SentenceView view, int verb, int object) {
        Span content = view.subtree(object);
        int first = view.sentence().firstOfSubtree(object);
        OptionalInt marker = view.sentence().child(object, "case");
        if (marker.isPresent() && marker.getAsInt() == first && first < object) {
            content = new Span(view.token(first + 1).begin(), content.end());
        }
        for (int child : view.sentence().children(verb)) {
            if (child > object && isTail(view, child)) {
                content = content.cover(view.subtree(child));
            }
        }
        return view.wholeMarks(content);
    }

    /** "the fees the union opposed": the noun that the verb's clause describes is its object. */
    private static List<Span> relativeHead(SentenceView view, int verb) {
        Sentence sentence = view.sentence();
        OptionalInt head = sentence.head(verb);
        if (head.isEmpty() || !sentence.isRelated(verb, "acl:relcl") || !view.isNominal(head.getAsInt())) {
            return List.of();
        }
        OptionalInt subject = sentence.child(verb, "nsubj");
        if (subject.isEmpty() || view.token(subject.getAsInt()).tagged("W")) {
            return List.of();
        }
        boolean taken = sentence.child(verb, "ccomp").isPresent()
                || sentence.child(verb, "xcomp").isPresent();
        return taken ? List.of() : List.of(view.nounPhrase(head.getAsInt()));
    }

    // ---- passive -------------------------------------------------------------------------------------------------

    private Optional<Candidate> passive(SentenceView view, int verb, List<Entry> entries) {
        OptionalInt agent = view.agent(verb).isPresent() ? view.agent(verb) : publication(view, verb);
        Optional<Entry> entry =
                entries.stream().filter(each -> hasParticles(view, verb, each)).findFirst();
        if (agent.isEmpty() || entry.isEmpty() || view.isQuoted(agent.getAsInt())) {
            return Optional.empty();
        }
        Source source = new Source(agent.getAsInt(), withoutMarker(view, agent.getAsInt()));
        Sentence sentence = view.sentence();
        List<Span> content = new ArrayList<>();
        OptionalInt patient = sentence.child(verb, "nsubj");
        if (patient.isPresent() && !isReducedRelative(view, verb)) {
            content.add(view.subtree(patient.getAsInt()));
        } else if (sentence.relation(verb).startsWith("acl")) {
            content.add(view.nounPhrase(sentence.head(verb).orElseThrow()));
        } else {
            Chunks.before(view, verb).ifPresent(content::add);
        }
        for (int child : sentence.children(verb)) {
            String relation = sentence.relation(child);
            boolean rest = relation.equals("xcomp")
                    || relation.equals("ccomp")
                    || (relation.equals("obl")
                            && child != agent.getAsInt()
                            && OBJECT_TAILS.contains(view.marker(child)));
            if (child > verb && rest) {
                content.add(view.subtree(child));
            }
        }
        return candidate(view, verb, new Use(entry.get(), Frame.OBJECT, source), content);
    }

    /** "the boats listed in the union's report": the publication in which it is done. */
    private OptionalInt publication(SentenceView view, int verb) {
        for (int child : view.sentence().children(verb, "obl")) {
            if (view.marker(child).equals("in")
                    && lexicon.isListed("publication", view.token(child).lemma())) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    private static Span withoutMarker(SentenceView view, int head) {
        Span phrase = view.nounPhrase(head);
        OptionalInt marker = view.sentence().child(head, "case");
        int begin = phrase.begin();
        if (marker.isPresent()
                && marker.getAsInt() < head
                && view.token(marker.getAsInt()).end() > begin) {
            begin = view.token(marker.getAsInt() + 1).begin();
        }
        return new Span(Math.min(begin, view.token(head).begin()), phrase.end());
    }
}

package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Sentence;

/**
 * Sentences that name no speaker of their own but go on with what somebody reported in the sentences around them. A
 * reporter names the source once and then tells what it found; a sentence is taken to go on so only where something shows
 * it: a word that joins it to the sentence before ("for example"), a subject that takes that sentence up ("some", "such
 * boats"), the same source named again right after, or a subject that says who found it ("the boats counted by the union").
 */
final class Discourse {
    /** How many sentences back and ahead a source may stand that is named on both sides. */
    private static final int REACH = 2;

    private final CandidateFinder finder;
    private final ParsedText text;
    private final CueLexicon lexicon;
    private final BySentence<AttributedProposition> propositions;
    private final List<Optional<AttributedProposition>> speakers = new ArrayList<>();
    /** As {@link #speakers}, with those carried over. */
    private final List<Optional<AttributedProposition>> told = new ArrayList<>();

    private Discourse(
            CandidateFinder finder, ParsedText text, List<AttributedProposition> propositions, CueLexicon lexicon) {
        this.finder = finder;
        this.text = text;
        this.propositions = new BySentence<>(text);
        propositions.forEach(each -> {
            List<Span> spans = new ArrayList<>(each.content());
            spans.add(each.cue());
            this.propositions.file(each, spans);
        });
        this.lexicon = lexicon;
    }

    /**
     * A sentence that goes on with what somebody reported.
     *
     * @param span where it stands
     * @param link who is taken to speak there
     */
    record Carried(Span span, AttributionIndex.Link link) {}

    static List<Carried> carried(
            CandidateFinder finder, ParsedText text, List<AttributedProposition> propositions, CueLexicon lexicon) {
        return new Discourse(finder, text, propositions, lexicon).find();
    }

    private List<Carried> find() {
        for (int i = 0; i < text.size(); i++) {
            speakers.add(reporter(i));
        }
        told.addAll(speakers);
        List<Carried> found = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            int at = i;
            if (speakers.get(i).isPresent() || !isNarrative(i)) {
                continue;
            }
            Optional<AttributionIndex.Link> link =
                    finders(i).or(() -> goesOn(at)).or(() -> between(at));
            link.ifPresent(each -> {
                found.add(new Carried(text.sentences().get(at), each));
                told.set(at, told.get(Math.max(0, at - 1)));
            });
        }
        return found;
    }

    /** Who reports what the sentence says, if a claim makes up most of it. */
    private Optional<AttributedProposition> reporter(int index) {
        Span sentence = text.sentences().get(index);
        return propositions.at(index).stream()
                .filter(each -> each.kind().isClaim() && each.depth() == 0)
                .filter(each -> sentence.contains(each.cue())
                        || Spans.shared(each.content(), List.of(sentence)) * 2 >= sentence.length())
                .filter(each -> Spans.shared(each.content(), List.of(sentence)) * 4 >= sentence.length())
                .max(Comparator.comparingInt(each -> Spans.shared(each.content(), List.of(sentence))));
    }

    /** Whether it is a whole sentence of the writer's: neither heading nor quotation. */
    private boolean isNarrative(int index) {
        SentenceView view = finder.view(index);
        int last = view.size() - 1;
        boolean ends = last > 4
                && (view.token(last).word().equals(".")
                        || view.token(last).word().equals("”"));
        return ends
                && !view.isQuoted(0)
                && view.verbs().stream()
                        .anyMatch(verb -> view.sentence().child(verb, "nsubj").isPresent());
    }

    /** "The boats counted by the union lay …": the subject says whose finding it is. */
    private Optional<AttributionIndex.Link> finders(int index) {
        SentenceView view = finder.view(index);
        Optional<Integer> finite = view.verbs().stream()
                .filter(verb -> !view.token(verb).tag().equals("VBN")
                        && !view.token(verb).tag().equals("VBG")
                        && !view.token(verb).tag().equals("VB"))
                .findFirst();
        if (finite.isEmpty()) {
            return Optional.empty();
        }
        Span subject = view.before(view.token(finite.get()).begin());
        return propositions.at(index).stream()
                .filter(each -> subject.contains(each.cue())
                        && each.source().span().begin() >= each.cue().end()
                        && each.kind() != CueKind.JUDGE
                        && each.kind() != CueKind.INTEND)
                .findFirst()
                .map(each -> link(each, Attribution.How.NOUN, "the subject says who found it"));
    }

    private Optional<AttributionIndex.Link> goesOn(int index) {
        if (index == 0) {
            return Optional.empty();
        }
        Optional<AttributedProposition> before = told.get(index - 1).or(() -> judge(index - 1));
        if (before.isEmpty() || !isReporter(before.get())) {
            return Optional.empty();
        }
        String start = text.sentences().get(index).of(text.text()).toLowerCase(Locale.ROOT);
        Optional<String> joint = lexicon.list("continues").stream()
                .filter(word -> start.startsWith(word + " ") || start.startsWith(word + ","))
                .findFirst();
        if (joint.isPresent()) {
            return Optional.of(link(
                    before.get(), Attribution.How.DISCOURSE, "'" + joint.get() + "' goes on with the sentence before"));
        }
        boolean together = text.paragraph(index) == text.paragraph(index - 1);
        Optional<String> anaphor = lexicon.list("anaphors").stream()
                .filter(word -> start.startsWith(word + " "))
                .findFirst();
        if (together && anaphor.isPresent() && isAboutThings(index, anaphor.get())) {
            return Optional.of(link(
                    before.get(), Attribution.How.DISCOURSE, "'" + anaphor.get() + "' takes up the sentence before"));
        }
        return Optional.empty();
    }

    /** A sentence that judges the report itself ("This statement is false") does not go on with it. */
    private boolean isAboutThings(int index, String anaphor) {
        Sentence sentence = finder.view(index).sentence();
        OptionalInt root = sentence.root();
        boolean alone = anaphor.equals("it") || anaphor.equals("they");
        OptionalInt subject = root.isEmpty() ? OptionalInt.empty() : sentence.child(root.getAsInt(), "nsubj");
        return !alone
                && subject.isPresent()
                && !lexicon.isListed(
                        "publication", sentence.token(subject.getAsInt()).lemma())
                && !lexicon.isListed("nouns", sentence.token(subject.getAsInt()).lemma());
    }

    /** Who judges in the sentence: "the union criticised the port for …". */
    private Optional<AttributedProposition> judge(int index) {
        Span sentence = text.sentences().get(index);
        return propositions.at(index).stream()
                .filter(each ->
                        each.kind() == CueKind.JUDGE && each.depth() == 0 && each.how() == Attribution.How.REPORT_VERB)
                .filter(each -> sentence.contains(each.cue()))
                .findFirst();
    }

    /** The same source reports shortly before and shortly after. */
    private Optional<AttributionIndex.Link> between(int index) {
        for (int after = index + 1; after <= Math.min(text.size() - 1, index + REACH); after++) {
            Optional<AttributedProposition> next = speakers.get(after);
            if (next.isEmpty() || !isReporter(next.get())) {
                continue;
            }
            boolean leads = text.paragraph(index) == text.paragraph(after) && isPublication(next.get());
            if (leads) {
                return Optional.of(link(
                        next.get(),
                        Attribution.How.DISCOURSE,
                        "the sentence after it in the paragraph names the source"));
            }
            for (int before = index - 1; before >= Math.max(0, index - REACH); before--) {
                Optional<AttributedProposition> previous = speakers.get(before);
                if (previous.isPresent()
                        && previous.get()
                                .source()
                                .party()
                                .equals(next.get().source().party())
                        && isReporter(previous.get())) {
                    return Optional.of(link(
                            next.get(),
                            Attribution.How.DISCOURSE,
                            "the sentences before and after it name the same source"));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isPublication(AttributedProposition proposition) {
        String words = proposition.source().text().toLowerCase(Locale.ROOT);
        return lexicon.list("publication").stream().anyMatch(noun -> (" " + words + " ").contains(" " + noun + " "));
    }

    /** Whether somebody who tells what they found speaks, in the writer's words, rather than one who denies or is quoted. */
    private boolean isReporter(AttributedProposition proposition) {
        return proposition.kind() != CueKind.DENY
                && proposition.kind() != CueKind.THINK
                && proposition.mode() != Mode.DIRECT
                && proposition.source().role().isEmpty();
    }

    private static AttributionIndex.Link link(AttributedProposition proposition, Attribution.How how, String reason) {
        return new AttributionIndex.Link(
                proposition.source(),
                how,
                Optional.of(proposition.kind()),
                reason + "; " + proposition.source().reason());
    }
}

package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.model.Attribution;
import org.headwater.model.Span;
import org.headwater.statements.attribution.Quotations.Quotation;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Sentence;
import org.headwater.statements.parse.Token;

/**
 * Runs the rules over a whole text and gathers what they find into candidates that do not repeat each other: quotations
 * first, since what is quoted is said by whoever the words beside it name, then clauses and phrases outside them.
 */
final class CandidateFinder {
    /** Quotations shorter than this are words in somebody's sentence, not speech of their own. */
    private static final int SPEECH = 5;
    /** The most words of a sentence that only names the speaker of the quotation before it. */
    private static final int BARE_SPEECH = 6;

    private final ParsedText text;
    private final CueLexicon lexicon;
    private final List<Quotation> quotations;
    private final ClauseRules clauses;
    private final QuoteRules quotes;
    private final PhraseRules phrases;
    private final HeadlineRules headlines;

    CandidateFinder(ParsedText text, CueLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        this.quotations = Quotations.of(text.text());
        this.clauses = new ClauseRules(lexicon);
        this.quotes = new QuoteRules(lexicon);
        this.phrases = new PhraseRules(lexicon);
        this.headlines = new HeadlineRules(lexicon);
    }

    List<Candidate> find() {
        Map<Quotation, Candidate> spoken = new HashMap<>();
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            SentenceView view = view(i);
            quotes.find(view).forEach(spoken::putIfAbsent);
            List<Candidate> own = new ArrayList<>(clauses.find(view));
            own.addAll(phrases.find(view));
            List<Candidate> kept = new ArrayList<>(withoutEchoes(withoutSetOff(withinFrontedClause(view, own))));
            headlines.find(view).ifPresent(headline -> addHeadline(headline, view, kept, spoken));
            all.addAll(kept);
        }
        List<Candidate> whole = new ArrayList<>();
        for (Candidate each : withQuotations(all, spoken)) {
            // Whatever a rule left of the content: where that is no word, nobody said anything.
            List<Span> words = Spans.trimmed(text.text(), toEndOfSpeech(each));
            boolean nobody =
                    lexicon.isListed("nobody", each.source().of(text.text()).toLowerCase(Locale.ROOT));
            boolean named = !nobody
                    && Spans.hasWord(Parties.withoutArticle(each.source().of(text.text()))
                            .replaceFirst("^[’']s?$", ""));
            if (!words.isEmpty() && named) {
                whole.add(each.withContent(words));
            }
        }
        whole.sort(
                Comparator.comparing((Candidate each) -> each.content().get(0)).thenComparing(Candidate::cue));
        return whole;
    }

    /** A colon names a speaker only where no verb does. */
    private static void addHeadline(
            Candidate headline, SentenceView view, List<Candidate> kept, Map<Quotation, Candidate> spoken) {
        if (headline.how() == Attribution.How.QUOTATION) {
            view.quotations().stream()
                    .filter(each -> each.span().equals(headline.content().get(0)))
                    .forEach(each -> spoken.putIfAbsent(each, headline));
        } else if (kept.stream().noneMatch(each -> Spans.shared(headline.content(), List.of(each.cue())) == 0)) {
            kept.add(headline);
        }
    }

    SentenceView view(int sentence) {
        Span span = text.sentences().get(sentence);
        List<Quotation> touching = new ArrayList<>();
        for (int i = firstNear(span);
                i < quotations.size() && quotations.get(i).span().begin() <= span.end() + 4;
                i++) {
            if (touches(quotations.get(i), sentence)) {
                touching.add(quotations.get(i));
            }
        }
        return new SentenceView(text.text(), sentence, text.sentence(sentence), touching);
    }

    /** The first quotation that does not end well before the sentence. */
    private int firstNear(Span sentence) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (quotations.get(middle).span().end() + 4 < sentence.begin()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Quotation> quotations() {
        return quotations;
    }

    /** Whether the quotation lies in the sentence, or just before or after it where the sentence seems to go on. */
    private boolean touches(Quotation quotation, int sentence) {
        Span span = text.sentences().get(sentence);
        if (quotation.span().overlaps(span)) {
            return true;
        }
        String whole = text.text();
        int before = span.begin() - quotation.span().end();
        if (before >= 0 && before <= 2 && quotation.closed()) {
            char last = whole.charAt(quotation.inner().end() - 1);
            return (last == '.' && isBareSpeech(sentence))
                    || last == '?'
                    || last == '!'
                    || last == ','
                    || last == '…'
                    || last == '？'
                    || last == '！';
        }
        int after = quotation.span().begin() - span.end();
        char end = whole.charAt(span.end() - 1);
        return after >= 0
                && after <= 4
                && (end == ':' || end == '：')
                && whole.substring(span.end(), quotation.span().begin()).isBlank();
    }

    /** The content, to the end of a quotation that begins in it and runs on past its sentence. */
    private List<Span> toEndOfSpeech(Candidate candidate) {
        List<Span> content = candidate.content();
        if (content.isEmpty()) {
            return content;
        }
        Span last = content.get(content.size() - 1);
        Span sentence = text.sentences().get(candidate.sentence());
        if (last.end() < sentence.end() - 2 || last.end() > sentence.end()) {
            return content;
        }
        for (int i = firstNear(sentence); i < quotations.size(); i++) {
            Span quotation = quotations.get(i).span();
            if (quotation.begin() >= last.end()) {
                break;
            }
            if (quotation.begin() >= last.begin() && quotation.end() > sentence.end()) {
                List<Span> whole = new ArrayList<>(content);
                whole.add(new Span(last.end(), quotation.end()));
                return whole;
            }
        }
        return content;
    }

    /** Whether the sentence holds nothing but a speaker and a plain verb of saying: "The mayor said." */
    private boolean isBareSpeech(int index) {
        Sentence sentence = text.sentence(index);
        boolean says = false;
        for (Token token : sentence.tokens()) {
            boolean verb = token.tag().equals("VBD") || token.tag().equals("VBZ");
            says |= verb && lexicon.isListed("plain", token.lemma());
            boolean names = token.tagged("NN")
                    || token.tag().equals("PRP")
                    || token.tag().equals("DT");
            if (!verb && !names && !token.isPunctuation()) {
                return false;
            }
        }
        return says && sentence.size() <= BARE_SPEECH;
    }

    /** "When X ordered Y to go, Z said …": what stands in a clause before the main one ends where the main one begins. */
    private static List<Candidate> withinFrontedClause(SentenceView view, List<Candidate> own) {
        int main = -1;
        for (Candidate each : own) {
            int before = view.sentence().tokenAt(each.source().begin()).orElse(0) - 1;
            if (before > 2
                    && view.token(before).word().equals(",")
                    && view.startsSubordinate()
                    && each.source().begin() < each.cue().begin()) {
                main = view.token(before).begin();
                break;
            }
        }
        if (main < 0) {
            return own;
        }
        Span rest = new Span(main, view.sentence().span().end());
        List<Candidate> cut = new ArrayList<>();
        for (Candidate each : own) {
            boolean fronted = each.cue().end() <= main
                    && each.source().end() <= main
                    && each.how() != Attribution.How.ACCORDING_TO;
            List<Span> content = fronted ? Spans.without(each.content(), rest) : each.content();
            if (!content.isEmpty()) {
                cut.add(each.withContent(content));
            }
        }
        return cut;
    }

    /** Where a speaker is set off at the end, nothing said before it reaches over the comma. */
    private static List<Candidate> withoutSetOff(List<Candidate> own) {
        List<Candidate> cut = new ArrayList<>(own);
        for (Candidate outer : own) {
            if (outer.isSetOff()) {
                Span group = outer.source().cover(outer.cue());
                int comma = outer.content().get(outer.content().size() - 1).end();
                cut.replaceAll(each -> {
                    boolean before = each.cue().end() <= comma && each.source().end() <= comma;
                    return before
                            ? each.withContent(
                                    Spans.without(each.content(), new Span(comma, Math.max(group.end(), end(each)))))
                            : each;
                });
            }
        }
        cut.removeIf(each -> each.content().isEmpty());
        return cut;
    }

    private static int end(Candidate candidate) {
        return candidate.content().isEmpty()
                ? 0
                : candidate.content().get(candidate.content().size() - 1).end();
    }

    /** Without nouns whose content a verb of the same sentence governs: "said in their reports that". */
    private static List<Candidate> withoutEchoes(List<Candidate> all) {
        return all.stream()
                .filter(each -> each.how() != Attribution.How.NOUN
                        || all.stream()
                                .noneMatch(verb -> verb.how() == Attribution.How.REPORT_VERB
                                        && verb.sentence() == each.sentence()
                                        && Spans.shared(verb.content(), List.of(each.cue())) == 0
                                        && Spans.shared(verb.content(), each.content()) * 5
                                                >= Spans.size(each.content()) * 4))
                .toList();
    }

    /** Gives each quotation to its speaker, and what goes on after it in the paragraph too. */
    private List<Candidate> withQuotations(List<Candidate> found, Map<Quotation, Candidate> spoken) {
        Map<Span, Candidate> byCue = new TreeMap<>();
        List<Candidate> others = new ArrayList<>();
        for (Candidate candidate : found) {
            if (byCue.putIfAbsent(candidate.cue(), candidate) != null) {
                others.add(candidate);
            }
        }
        Optional<Candidate> last = Optional.empty();
        int lastParagraph = -1;
        for (Quotation quotation : quotations) {
            int sentence = text.sentenceAt(quotation.span().begin()).orElse(0);
            int paragraph = text.paragraph(sentence);
            Candidate own = spoken.get(quotation);
            if (own != null) {
                Candidate merged = byCue.containsKey(own.cue()) ? withQuote(byCue.get(own.cue()), own) : own;
                byCue.put(own.cue(), merged);
                last = Optional.of(own);
                lastParagraph = paragraph;
            } else if (last.isPresent() && paragraph <= lastParagraph + 1 && standsAlone(quotation)) {
                lastParagraph = paragraph;
                Candidate before = byCue.get(last.get().cue());
                byCue.put(before.cue(), withQuote(before, before.withContent(List.of(quotation.span()))));
            }
        }
        others.addAll(byCue.values());
        return others;
    }

    private static Candidate withQuote(Candidate clause, Candidate quote) {
        List<Span> both = new ArrayList<>(clause.content());
        both.addAll(quote.content());
        return new Candidate(
                clause.sentence(),
                clause.source(),
                clause.cue(),
                clause.kind(),
                Attribution.How.QUOTATION,
                Spans.without(both, clause.source()).stream()
                        .flatMap(span -> Spans.without(List.of(span), clause.cue()).stream())
                        .toList(),
                clause.carrier(),
                clause.rule() + "; " + quote.rule());
    }

    /** Whether nothing but the quotation stands in its sentences. */
    private boolean standsAlone(Quotation quotation) {
        if (quotation.span().length() < SPEECH) {
            return false;
        }
        List<Integer> sentences = text.sentencesIn(quotation.span());
        if (sentences.isEmpty()) {
            // A mark that is never closed may hold no whole sentence.
            return false;
        }
        Span first = text.sentences().get(sentences.get(0));
        Span last = text.sentences().get(sentences.get(sentences.size() - 1));
        return first.begin() >= quotation.span().begin() - 1
                && last.end() <= quotation.span().end() + 2;
    }
}

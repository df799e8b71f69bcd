package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.PartialDate;
import org.headwater.model.Span;
import org.headwater.statements.parse.Dateline;
import org.headwater.statements.parse.Sentence;

/** Marks what stands in sentences. Thread-safe. */
public final class Marker {
    private static final String OPENING = "\"“„«‘`「『《";
    private static final String CLOSING = "\"”“»’'」』》";

    private final Set<String> subject;
    private final TermIndex terms;
    private final Gazetteer gazetteer;
    private final Finders finders;

    private Marker(Set<String> subject, TermIndex terms, Gazetteer gazetteer, Finders finders) {
        this.subject = subject;
        this.terms = terms;
        this.gazetteer = gazetteer;
        this.finders = finders;
    }

    /** A marker for texts in a language. */
    public static Marker of(Codebook codebook, Gazetteer gazetteer, String language) {
        return new Marker(
                Set.copyOf(codebook.topics()),
                TermIndex.of(codebook, language),
                gazetteer,
                Finders.of(codebook, gazetteer, language));
    }

    /** The sentence with what stands in it; partial dates are taken against the day of publication. */
    public MarkedSentence mark(String text, int index, Sentence sentence, Optional<PartialDate> published) {
        List<TermMatch> matches = new ArrayList<>(terms.matches(sentence));
        List<PlaceMention> places = places(text, sentence);
        List<Words> births = births(text, sentence);
        List<DateMention> dates = finders.dates(text, sentence, published).stream()
                .filter(date -> places.stream().noneMatch(place -> isPartOf(date.words(), place.words())))
                .map(date -> births.stream().anyMatch(date.words()::overlaps)
                        ? new DateMention(date.words(), Optional.empty())
                        : date)
                .toList();
        List<NumberMention> numbers = finders.numbers(text, sentence, dates).stream()
                .filter(number -> !isInTerm(number, matches, sentence))
                .toList();
        // "Nueve" has the stem of "nuevas", and is a number all the same.
        matches.removeIf(match -> !sentence.language().equals("en")
                && !Character.isDigit(sentence.token(match.head()).word().codePointAt(0))
                && numbers.stream().anyMatch(number -> number.core().equals(match.words())));
        MarkedSentence bare =
                new MarkedSentence(index, sentence, matches, numbers, dates, places, List.of(), quotes(sentence));
        StandIns figures = new StandIns(bare);
        terms.standIns().forEach(list -> matches.addAll(figures.of(list, subject)));
        return new MarkedSentence(
                index, sentence, matches, numbers, dates, places, finders.parties(text, bare), bare.quotes());
    }

    /** The days on which persons were born, which are those of no statement. */
    private static List<Words> births(String text, Sentence sentence) {
        Span span = sentence.span();
        return BirthDates.in(span.of(text)).stream()
                .map(born -> sentence.within(new Span(span.begin() + born.begin(), span.begin() + born.end())))
                .filter(words -> !words.isEmpty())
                .map(words -> new Words(words.get(0), words.get(words.size() - 1)))
                .toList();
    }

    /** "Viña del Mar" is no date. */
    private static boolean isPartOf(Words date, Words place) {
        return place.contains(date) && place.length() > date.length();
    }

    /** Whether the number is part of a name the codebook knows: "海外110". */
    private static boolean isInTerm(NumberMention number, List<TermMatch> matches, Sentence sentence) {
        return !sentence.language().equals("en")
                && matches.stream()
                        .anyMatch(match -> match.words().contains(number.core())
                                && !match.words().equals(number.core()));
    }

    private List<PlaceMention> places(String text, Sentence sentence) {
        Span span = sentence.span();
        List<PlaceMention> places = new ArrayList<>();
        int from = Dateline.end(span.of(text));
        for (Gazetteer.Mention mention : gazetteer.mentions(span.of(text))) {
            if (mention.span().end() <= from) {
                continue;
            }
            Span inText = new Span(
                    span.begin() + mention.span().begin(),
                    span.begin() + mention.span().end());
            List<Integer> words = sentence.within(inText);
            boolean elsewhere = !words.isEmpty() && isOwnedElsewhere(sentence, words.get(0), places, mention.place());
            int next = words.isEmpty() ? sentence.size() : words.get(words.size() - 1) + 1;
            if (isCapital(sentence, next, mention)) {
                mention.place()
                        .country()
                        .flatMap(gazetteer::capitalOf)
                        .ifPresent(place -> places.add(
                                new PlaceMention(new Words(words.get(0), next), place, Gazetteer.Form.NAME)));
            } else if (!words.isEmpty() && !elsewhere && !isSeat(sentence, words.get(words.size() - 1))) {
                places.add(new PlaceMention(
                        new Words(words.get(0), words.get(words.size() - 1)), mention.place(), mention.form()));
            }
        }
        return places;
    }

    /** "The Czech capital": Prague. */
    private static boolean isCapital(Sentence sentence, int next, Gazetteer.Mention mention) {
        return mention.form() == Gazetteer.Form.DEMONYM
                && next < sentence.size()
                && sentence.token(next).word().equals("capital")
                && !(next + 1 < sentence.size() && sentence.token(next + 1).tagged("NN"));
    }

    /** "Montreal's Chinatown" is not the better known one of another country. */
    private static boolean isOwnedElsewhere(
            Sentence sentence, int first, List<PlaceMention> before, Gazetteer.Place place) {
        return first >= 2
                && sentence.token(first - 1).tagged("POS")
                && before.stream()
                        .filter(owner -> owner.words().last() == first - 2)
                        .anyMatch(owner -> owner.place().country().isPresent()
                                && !owner.place().country().equals(place.country()));
    }

    /** "The Oslo-based group": where somebody sits, not where anything happens. */
    static boolean isSeat(Sentence sentence, int last) {
        for (int i = last + 1; i < Math.min(sentence.size(), last + 3); i++) {
            String word = sentence.token(i).word().toLowerCase(Locale.ROOT);
            if (word.matches("[-‑–]?(?:based|headquartered)")) {
                return i > last + 1 || !Character.isLetter(word.charAt(0));
            }
            if (!word.matches("[-‑–]")) {
                return false;
            }
        }
        return false;
    }

    /** "A group based in Oslo", "an organisation in Oslo": whether only somebody's seat stands behind the preposition. */
    public static boolean isSeatBehind(MarkedSentence sentence, int preposition) {
        return sentence.lower(preposition - 1)
                .matches("based|headquartered|registered|seat|headquarters|organi[sz]ation|group|ngo|watchdog|charity"
                        + "|institute");
    }

    private static List<Words> quotes(Sentence sentence) {
        List<Words> quotes = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < sentence.size(); i++) {
            String word = sentence.token(i).word();
            boolean mark =
                    word.length() <= 2 && !word.isEmpty() && sentence.token(i).isPunctuation();
            boolean possessive = sentence.token(i).tagged("POS");
            if (!mark || possessive) {
                continue;
            }
            char first = word.charAt(0);
            if (open >= 0 && CLOSING.indexOf(first) >= 0) {
                if (i > open + 1) {
                    quotes.add(new Words(open + 1, i - 1));
                }
                open = -1;
            } else if (OPENING.indexOf(first) >= 0) {
                open = i;
            }
        }
        return quotes;
    }
}

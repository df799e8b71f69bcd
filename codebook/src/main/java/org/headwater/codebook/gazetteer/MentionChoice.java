package org.headwater.codebook.gazetteer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.gazetteer.Atlas.Entry;
import org.headwater.codebook.gazetteer.Atlas.Meaning;
import org.headwater.codebook.gazetteer.Gazetteer.Form;
import org.headwater.codebook.gazetteer.Gazetteer.Mention;
import org.headwater.codebook.gazetteer.Gazetteer.Place;
import org.headwater.codebook.gazetteer.MentionFinder.Candidate;
import org.headwater.codebook.gazetteer.MentionFinder.Word;

/**
 * Decides which of the stretches that may name a place do, and which place. What counts, in this order: a country or
 * province right behind it ("Venice, Florida"); a title or given name before it (a person); the countries and provinces
 * that the text names without doubt; a preposition of place before it; population.
 */
final class MentionChoice {
    private static final Set<String> TITLES = NameKey.Resource.words("titles.txt");
    private static final Set<String> GIVEN = NameKey.Resource.words("given-names.txt");
    private static final Set<String> LOCATIVE = Set.of(
            "in", "near", "at", "outside", "around", "to", "from", "en", "à", "a", "de", "cerca", "près", "bei", "aus",
            "nach", "vicino", "within", "across", "of");
    private static final Set<String> FIRMLY_LOCATIVE = Set.of("in", "near", "outside", "en", "bei", "vicino", "cerca");
    private static final Set<String> KINDS = Set.of(
            "police",
            "city",
            "province",
            "county",
            "airport",
            "university",
            "municipality",
            "government",
            "station",
            "public",
            "district",
            "region",
            "bureau",
            "mayor",
            "prefecture",
            "association",
            "metropolitan",
            "based",
            "municipal",
            "provincial",
            "state",
            "consulate",
            "embassy",
            "security",
            "court",
            "council",
            "branch");

    /** A city of at least this many people is taken as meant without any further sign. */
    private static final long KNOWN_BY_ITSELF = 100_000;

    private static final long KNOWN_IN_CONTEXT = 5_000;

    private final String text;
    private final List<Word> words;
    private final List<Candidate> candidates;
    private final Set<String> context = new HashSet<>();

    MentionChoice(String text, List<Word> words, List<Candidate> candidates) {
        this.text = text;
        this.words = words;
        this.candidates = candidates;
    }

    List<Mention> mentions() {
        for (Candidate candidate : candidates) {
            Entry entry = candidate.best().entry();
            boolean country = entry.place().type() == Gazetteer.Type.COUNTRY && !isShared(candidate);
            if (country || (entry.isCapital() && !entry.isAlsoWord())) {
                context.add(entry.place().country().orElse(""));
            } else if (entry.place().type() == Gazetteer.Type.PROVINCE && !entry.isAlsoWord()) {
                context.add(entry.province());
            }
        }
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            choose(candidate, i)
                    .map(meaning ->
                            new Mention(candidate.span(), meaning.entry().place(), meaning.form()))
                    .ifPresent(mentions::add);
        }
        return mentions;
    }

    private Optional<Meaning> choose(Candidate candidate, int index) {
        Optional<Meaning> named = namedBehind(candidate, index);
        if (named.isPresent()) {
            return named;
        }
        Meaning best = candidate.best();
        if (best.form() == Form.DEMONYM || candidate.firstWord() < 0) {
            return Optional.of(best);
        }
        Gazetteer.Type type = best.entry().place().type();
        if (type == Gazetteer.Type.COUNTRY || type == Gazetteer.Type.CONTINENT) {
            return country(candidate, index);
        }
        Meaning likeliest = likeliest(candidate);
        return accepts(candidate, likeliest) ? Optional.of(likeliest) : Optional.empty();
    }

    /** "Venice, Florida" and "Georgia, Tennessee and Florida": what stands around decides. */
    private Optional<Meaning> namedBehind(Candidate candidate, int index) {
        if (index + 1 >= candidates.size()) {
            return Optional.empty();
        }
        Candidate next = candidates.get(index + 1);
        int end = candidate.span().end();
        boolean comma = next.span().begin() - end == 2 && text.startsWith(", ", end);
        boolean bracket = next.span().begin() - end == 2 && text.startsWith(" (", end);
        if (!comma && !bracket) {
            return Optional.empty();
        }
        for (Meaning outer : next.meanings()) {
            Place place = outer.entry().place();
            if (outer.form() == Form.NAME
                    && (place.type() == Gazetteer.Type.COUNTRY || place.type() == Gazetteer.Type.PROVINCE)) {
                Optional<Meaning> inner = candidate.meanings().stream()
                        .filter(each -> each.form() == Form.NAME
                                && each.entry().place().type().compareTo(place.type()) > 0
                                && liesIn(each.entry(), outer.entry()))
                        .findFirst();
                if (inner.isPresent()) {
                    return inner;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean liesIn(Entry inner, Entry outer) {
        return outer.place().type() == Gazetteer.Type.COUNTRY
                ? inner.place().country().equals(outer.place().country())
                : inner.province().equals(outer.province());
    }

    private Optional<Meaning> country(Candidate candidate, int index) {
        Meaning best = candidate.best();
        if (best.entry().isAlsoWord() && isPerson(candidate)) {
            return Optional.empty();
        }
        for (Meaning other : candidate.meanings()) {
            Entry entry = other.entry();
            if (entry.place().type() == Gazetteer.Type.PROVINCE && isProvinceMeant(entry, index)) {
                return Optional.of(other);
            }
        }
        return Optional.of(best);
    }

    /** A name shared by a country and a province: a city of the province before it, or its sister provinces about. */
    private boolean isProvinceMeant(Entry province, int index) {
        if (index > 0) {
            Candidate before = candidates.get(index - 1);
            int gap = candidates.get(index).span().begin() - before.span().end();
            if (gap == 2
                    && text.startsWith(", ", before.span().end())
                    && before.meanings().stream()
                            .anyMatch(each -> each.entry().place().type() == Gazetteer.Type.CITY
                                    && each.entry().province().equals(province.province()))) {
                return true;
            }
        }
        String country = province.place().country().orElse("");
        boolean sisters = context.stream().anyMatch(code -> code.startsWith(country + "-"));
        return sisters && context.contains(country);
    }

    private Meaning likeliest(Candidate candidate) {
        Meaning best = candidate.best();
        double most = -1;
        for (Meaning meaning : candidate.meanings()) {
            Entry entry = meaning.entry();
            double weight = entry.weight() * (inContext(entry) ? 5 : 1) * (context.contains(entry.province()) ? 3 : 1);
            if (entry.place().type() == Gazetteer.Type.PROVINCE) {
                weight *= meaning.equals(candidate.best()) ? 20 : 0;
            }
            if (weight > most) {
                most = weight;
                best = meaning;
            }
        }
        return best;
    }

    private boolean accepts(Candidate candidate, Meaning meaning) {
        Entry entry = meaning.entry();
        boolean context = inContext(entry);
        String before = wordBefore(candidate);
        if (!candidate.isOneWord()) {
            return context || entry.place().population() >= 15_000;
        }
        if (entry.isNeverAlone() || isPerson(candidate)) {
            return false;
        }
        if (entry.isAlsoWord()) {
            boolean located = FIRMLY_LOCATIVE.contains(before) && entry.place().population() >= 15_000;
            boolean body = isKindBehind(candidate) && entry.place().population() >= KNOWN_BY_ITSELF;
            boolean large = entry.place().population() >= KNOWN_BY_ITSELF && isCapitalAlone(candidate);
            return (context && (located || body)) || (large && (located || isMiddleOf(candidate)));
        }
        long people = entry.place().population();
        if (people >= KNOWN_BY_ITSELF || entry.isCapital()) {
            return true;
        }
        boolean located = LOCATIVE.contains(before);
        if (!located && isAmongNames(candidate)) {
            return false;
        }
        return (located || context) && people >= (located && context ? KNOWN_IN_CONTEXT : 15_000);
    }

    /** "The centre of Cork": what has a middle or a side is a place. */
    private boolean isMiddleOf(Candidate candidate) {
        int of = candidate.firstWord() - 1;
        return of > 0
                && words.get(of).key().equals("of")
                && Set.of("centre", "center", "city", "town", "outskirts", "suburb", "district", "port", "streets")
                        .contains(words.get(of - 1).key());
    }

    /** A capital among small words, as in no headline. */
    private boolean isCapitalAlone(Candidate candidate) {
        int at = candidate.firstWord();
        return words.get(at).isCapital() && at > 1 && !words.get(at - 2).isCapital();
    }

    /** A title or given name right before it, or a surname's place behind a given name. */
    private boolean isPerson(Candidate candidate) {
        int first = candidate.firstWord();
        if (first > 0 && isAdjacent(first - 1, first)) {
            Word before = words.get(first - 1);
            if (TITLES.contains(before.key()) || (before.isCapital() && GIVEN.contains(before.key()))) {
                return true;
            }
        }
        int next = candidate.lastWord() + 1;
        if (!GIVEN.contains(words.get(candidate.firstWord()).key()) || next >= words.size()) {
            return false;
        }
        Word after = words.get(next);
        return isAdjacent(next - 1, next) && after.isCapital() && !KINDS.contains(after.key());
    }

    /** Whether it stands among capitalised words that are no known kind of body, as names of persons do. */
    private boolean isAmongNames(Candidate candidate) {
        int first = candidate.firstWord();
        int next = candidate.lastWord() + 1;
        boolean before = first > 0
                && isAdjacent(first - 1, first)
                && words.get(first - 1).isCapital()
                && !isSentenceStart(first - 1);
        boolean after = next < words.size()
                && isAdjacent(next - 1, next)
                && words.get(next).isCapital()
                && !KINDS.contains(words.get(next).key());
        return before || after;
    }

    private boolean isKindBehind(Candidate candidate) {
        int next = candidate.lastWord() + 1;
        return next < words.size()
                && isAdjacent(next - 1, next)
                && KINDS.contains(words.get(next).key());
    }

    private boolean isSentenceStart(int word) {
        int at = words.get(word).begin() - 1;
        while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || "\"“‘(".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0 || ".!?:;".indexOf(text.charAt(at)) >= 0;
    }

    private String wordBefore(Candidate candidate) {
        int before = candidate.firstWord() - 1;
        return before >= 0 && isAdjacent(before, before + 1) ? words.get(before).key() : "";
    }

    private boolean isAdjacent(int word, int next) {
        int end = words.get(word).end();
        int gap = words.get(next).begin() - end;
        boolean dotted = gap == 2
                && text.startsWith(". ", end)
                && TITLES.contains(words.get(word).key());
        return dotted || (gap == 1 && text.charAt(end) == ' ');
    }

    private boolean inContext(Entry entry) {
        return entry.place().country().map(context::contains).orElse(false);
    }

    private static boolean isShared(Candidate candidate) {
        return candidate.meanings().stream()
                .anyMatch(each -> each.entry().place().type() == Gazetteer.Type.PROVINCE
                        && !each.entry()
                                .place()
                                .country()
                                .equals(candidate.best().entry().place().country()));
    }
}

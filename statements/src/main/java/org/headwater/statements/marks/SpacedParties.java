package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.KnownParty;
import org.headwater.codebook.Parties;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.statements.languages.LanguageWords;

/**
 * Finds parties in languages that set spaces between words, other than English: "el portavoz del Ministerio de Exteriores
 * neerlandés", "die niederländische Regierung", "les gouvernements d'Irlande et d'Italie", "Pemerintah Belanda". Offices
 * get English names, so that they meet those of other languages; names stay as they are written.
 */
final class SpacedParties {
    private static final int WIDEST_OFFICE = 14;
    private static final String LINKS =
            "de|del|la|el|las|los|do|da|dos|das|du|des|di|dei|degli|delle|della|von|der|für|van|en|y|e|et|und|i|a";

    private final Parties parties;
    private final Gazetteer gazetteer;
    private final LanguageWords words;
    private final List<Name> names = new ArrayList<>();
    private final List<String> topics;

    SpacedParties(Codebook codebook, Gazetteer gazetteer, LanguageWords words) {
        this.parties = codebook.parties();
        this.topics = codebook.topics();
        this.gazetteer = gazetteer;
        this.words = words;
        for (KnownParty party : parties.known()) {
            names.add(new Name(List.of(party.name().split(" ", -1)), party));
            party.also().forEach(other -> names.add(new Name(List.of(other.split(" ", -1)), party)));
        }
        names.sort(Comparator.comparingInt((Name name) -> -name.words().size()));
    }

    List<PartyMention> find(String document, MarkedSentence sentence) {
        return new Search(document, sentence).run();
    }

    private final class Search {
        private final String document;
        private final MarkedSentence sentence;
        private final boolean[] taken;
        private final List<PartyMention> found = new ArrayList<>();

        Search(String document, MarkedSentence sentence) {
            this.document = document;
            this.sentence = sentence;
            this.taken = new boolean[sentence.size()];
        }

        List<PartyMention> run() {
            knownParties();
            parties.official().ifPresent(this::officials);
            parties.accusedNames().ifPresent(this::powers);
            countries();
            properNames();
            found.sort(Comparator.comparingInt(
                            (PartyMention party) -> party.words().first())
                    .thenComparing(party -> party.country().orElse("")));
            return List.copyOf(found);
        }

        private void knownParties() {
            for (int i = 0; i < sentence.size(); i++) {
                for (Name name : names) {
                    if (stands(name.words(), i)) {
                        Words where = new Words(i, i + name.words().size() - 1);
                        addKnown(where, name.party());
                        i = where.last();
                        break;
                    }
                }
            }
        }

        private boolean stands(List<String> name, int at) {
            for (int i = 0; i < name.size(); i++) {
                if (at + i >= sentence.size()
                        || taken[at + i]
                        || !sentence.sentence().token(at + i).word().equals(name.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private void addKnown(Words where, KnownParty party) {
            add(new PartyMention(
                    where,
                    where.last(),
                    party.name(),
                    party.kind(),
                    party.country().isPresent() ? PartyMention.Standing.BODY : PartyMention.Standing.PRIVATE,
                    party.country(),
                    "",
                    party.name()));
        }

        // ---- offices

        private void officials(String list) {
            List<TermMatch> offices = sentence.terms(list);
            for (TermMatch office : offices) {
                if (isFree(office.words())
                        && !isInPlace(office.words())
                        && !Offices.isInTopic(office, sentence, topics)) {
                    office(office, offices);
                }
            }
        }

        private boolean isInPlace(Words where) {
            return sentence.places().stream().anyMatch(place -> place.words().contains(where) && place.isNamed());
        }

        private void office(TermMatch first, List<TermMatch> offices) {
            Reading reading = new Reading(first);
            reading.left();
            reading.right(offices);
            if (reading.countries.isEmpty()) {
                leadingCountry(first.words().first()).ifPresent(reading.countries::add);
            }
            boolean persons = isPersons(first);
            Words whole = new Words(reading.first, reading.last);
            Optional<Words> person = persons ? person(whole.last() + 1) : Optional.empty();
            Words all = person.map(whole::cover).orElse(whole);
            TermMatch body = reading.chain.stream()
                    .filter(match -> !isPersons(match))
                    .findFirst()
                    .orElse(first);
            String office = english(body)
                    .or(() -> english(new Words(body.words().first(), reading.last)))
                    .orElseGet(() -> clean(written(reading.bare(whole))));
            office += reading.at.map(place -> " in " + place).orElse("");
            PartyMention mention = new PartyMention(
                    all,
                    first.head(),
                    person.map(this::written).orElse(office),
                    persons ? EntityKind.PERSON : EntityKind.AGENCY,
                    persons ? PartyMention.Standing.OFFICIAL : PartyMention.Standing.BODY,
                    Optional.empty(),
                    person.isPresent() ? clean(written(whole)) : "",
                    office);
            if (reading.countries.isEmpty()) {
                add(mention);
            } else {
                reading.countries.forEach(code -> add(mention.actingFor(code)));
            }
        }

        private boolean isPersons(TermMatch match) {
            return words.isListed("role-nouns", sentence.lower(match.words().first()));
        }

        private Optional<String> english(TermMatch match) {
            return english(match.words());
        }

        /** The English name of the office that the words begin with, the longest that is known. */
        private Optional<String> english(Words where) {
            for (int last = where.last(); last >= where.first(); last--) {
                String phrase = written(new Words(where.first(), last))
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replaceAll("\\s+", " ");
                Optional<String> meaning = words.meaning("offices", phrase)
                        .or(() -> words.meaning("offices", phrase.replaceAll("(?:s|en)$", "")));
                if (meaning.isPresent()) {
                    return meaning;
                }
            }
            return Optional.empty();
        }

        /** "En Chile, el ministro …": the place the sentence begins with. */
        private Optional<String> leadingCountry(int before) {
            return sentence.places().stream()
                    .filter(place -> place.isNamed()
                            && place.words().first() <= 2
                            && place.words().last() < before
                            && words.isListed("in", sentence.lower(place.words().first() - 1)))
                    .flatMap(place -> place.place().country().stream())
                    .findFirst();
        }

        /** The reading of one office's words, outwards from its noun. */
        private final class Reading {
            private final List<TermMatch> chain = new ArrayList<>();
            private final Set<String> countries = new LinkedHashSet<>();
            private Optional<String> at = Optional.empty();
            private int first;
            private int last;

            Reading(TermMatch office) {
                chain.add(office);
                first = office.words().first();
                last = office.words().last();
            }

            void left() {
                for (int i = first - 1; i >= 0 && first - i <= 2 && !taken[i]; i--) {
                    Optional<String> code = demonym(i);
                    boolean adjective = sentence.tag(i).startsWith("JJ") || (isCapital(i) && i > 0);
                    if (code.isPresent()) {
                        countries.add(code.get());
                        first = i;
                    } else if (!adjective || isPlace(i)) {
                        break;
                    }
                }
            }

            void right(List<TermMatch> offices) {
                int i = last + 1;
                while (i < sentence.size() && i - first < WIDEST_OFFICE && !taken[i]) {
                    Optional<TermMatch> office = officeAt(offices, i);
                    Optional<PlaceMention> place = placeAt(i);
                    if (demonym(i).isPresent() && !sentence.lower(i - 1).equals(",")) {
                        countries.add(demonym(i).get());
                        last = i;
                    } else if (office.isPresent()) {
                        chain.add(office.get());
                        last = office.get().words().last();
                    } else if (place.isPresent() && place.get().isNamed()) {
                        place(place.get());
                        last = place.get().words().last();
                    } else if (isCapital(i) && !isPersons(chain.get(chain.size() - 1)) && last == i - 1) {
                        last = i;
                    } else if (isCapital(i)
                            && i > 0
                            && isLink(i - 1)
                            && !sentence.lower(i).isEmpty()) {
                        last = i;
                    } else if (!isLink(i) || i - last > 2) {
                        break;
                    }
                    i = Math.max(i + 1, last + 1);
                }
            }

            private void place(PlaceMention place) {
                boolean located =
                        words.isListed("located", sentence.lower(place.words().first() - 1));
                boolean abroad = located && !countries.isEmpty();
                boolean city = place.place().type() != Gazetteer.Type.COUNTRY;
                if (abroad || (located && city)) {
                    at = Optional.of(place.place().name());
                } else {
                    place.place().country().ifPresent(countries::add);
                }
            }

            /** Without what only says of which country it is. */
            Words bare(Words whole) {
                return chain.size() == 1 && countries.isEmpty()
                        ? whole
                        : chain.get(0).words();
            }
        }

        private boolean isLink(int at) {
            String word = sentence.lower(at);
            return words.isListed("of", word)
                    || word.matches(LINKS)
                    || (words.isListed("located", word) && placeAt(at + 1).isPresent());
        }

        private Optional<TermMatch> officeAt(List<TermMatch> offices, int at) {
            return offices.stream().filter(match -> match.words().first() == at).findFirst();
        }

        private Optional<PlaceMention> placeAt(int at) {
            return sentence.places().stream()
                    .filter(place -> place.words().first() == at)
                    .findFirst();
        }

        private Optional<String> demonym(int at) {
            return words.meaning("demonyms", sentence.lower(at))
                    .or(() -> words.meaning("demonyms", sentence.lower(at).replaceAll("[nrs]$", "")));
        }

        /** The capitalised name right behind the office, or behind a comma. */
        private Optional<Words> person(int from) {
            int begin = sentence.lower(from).equals(",") ? from + 1 : from;
            int end = begin;
            while (end < sentence.size() && isCapital(end) && !taken[end] && !isPlace(end) && end - begin < 4) {
                end++;
            }
            return end > begin + (begin > from ? 1 : 0) ? Optional.of(new Words(begin, end - 1)) : Optional.empty();
        }

        // ---- countries and those in power

        private void powers(String list) {
            for (TermMatch match : sentence.terms(list)) {
                if (isFree(match.words()) && !parties.accused().isEmpty() && acts(match.words())) {
                    String name = clean(written(match.words()));
                    add(new PartyMention(
                            match.words(),
                            match.words().last(),
                            name,
                            EntityKind.AGENCY,
                            PartyMention.Standing.POWER,
                            Optional.of(parties.accused().get(0)),
                            "",
                            name));
                }
            }
        }

        private void countries() {
            for (PlaceMention place : sentence.places()) {
                boolean country = place.place().type() == Gazetteer.Type.COUNTRY;
                boolean power = country || isCapitalActing(place);
                if (place.isNamed() && power && isFree(place.words()) && acts(place.words())) {
                    add(new PartyMention(
                            place.words(),
                            place.words().last(),
                            country ? place.place().name() : written(place.words()),
                            EntityKind.AGENCY,
                            PartyMention.Standing.COUNTRY,
                            place.place().country(),
                            "",
                            place.place().name()));
                }
            }
        }

        private boolean isCapitalActing(PlaceMention place) {
            return gazetteer.isCapital(place.place())
                    && sentence.sentence().isRelated(place.words().last(), "nsubj");
        }

        /** Whether no preposition before the name makes it a mere place. */
        private boolean acts(Words where) {
            int before = where.first() - 1;
            while (before >= 0 && isDeterminer(before)) {
                before--;
            }
            String word = sentence.lower(before);
            boolean listed = word.equals(",") || words.isListed("and", word);
            int end = before - 1;
            Optional<PlaceMention> neighbour = sentence.places().stream()
                    .filter(place -> listed && place.words().last() == end)
                    .findFirst();
            if (neighbour.isPresent() && !acts(neighbour.get().words())) {
                return false;
            }
            return !words.isListed("in", word)
                    && !words.isListed("against", word)
                    && !words.isListed("of", word)
                    && !words.isListed("located", word);
        }

        private boolean isDeterminer(int at) {
            String word = sentence.lower(at);
            return sentence.tag(at).equals("DT")
                    || words.isListed("this-one", word)
                    || words.isListed("definite", word);
        }

        // ---- other names

        private void properNames() {
            for (int i = 0; i < sentence.size(); i++) {
                if (!startsName(i)) {
                    continue;
                }
                int last = i;
                while (last + 1 < sentence.size() && goesOn(last + 1)) {
                    last++;
                }
                Words run = new Words(i, last);
                if (isFree(run) && isName(run)) {
                    name(run);
                }
                i = last;
            }
        }

        private boolean startsName(int at) {
            return !taken[at]
                    && isCapital(at)
                    && !isPlace(at)
                    && !isDate(at)
                    && demonym(at).isEmpty();
        }

        private boolean goesOn(int at) {
            boolean link = sentence.lower(at).matches(LINKS)
                    && at + 1 < sentence.size()
                    && isCapital(at + 1)
                    && !isPlace(at + 1)
                    && !taken[at + 1];
            return !taken[at] && ((isCapital(at) && !isPlace(at)) || link);
        }

        /** In a tagged sentence proper names only; else two words at least, or one behind a noun such as "group". */
        private boolean isName(Words run) {
            if (sentence.sentence().isParsed()) {
                boolean proper = false;
                for (int i = run.first(); i <= run.last(); i++) {
                    proper |= sentence.tag(i).equals("NNP");
                }
                return proper && (run.first() > 0 || run.length() > 1);
            }
            boolean acronym = written(run).equals(written(run).toUpperCase(Locale.ROOT)) && run.length() == 1;
            boolean introduced = words.isListed("organisation-nouns", sentence.lower(run.first() - 1));
            boolean nouns = words.isListed("noun-capitals", "yes");
            return introduced || (!nouns && (run.length() > 1 || acronym) && run.first() > 0);
        }

        private void name(Words run) {
            boolean behindComma = sentence.lower(run.first() - 1).equals(",");
            boolean described = sentence.lower(run.last() + 1).equals(",") && behindComma;
            boolean organisation = false;
            for (int i = Math.max(0, run.first() - 2); i < run.first(); i++) {
                organisation |= words.isListed("organisation-nouns", sentence.lower(i));
            }
            boolean person = described && !organisation && run.length() == 2 && !behindOrganisation(run.first() - 2);
            String name = clean(written(run));
            add(new PartyMention(
                    run,
                    run.last(),
                    name,
                    person ? EntityKind.PERSON : EntityKind.ORGANISATION,
                    PartyMention.Standing.PRIVATE,
                    Optional.empty(),
                    "",
                    name));
        }

        private boolean behindOrganisation(int at) {
            return words.isListed("organisation-nouns", sentence.lower(at));
        }

        // ---- common

        private boolean isPlace(int at) {
            return sentence.places().stream().anyMatch(place -> place.words().contains(at));
        }

        private boolean isDate(int at) {
            return sentence.dates().stream().anyMatch(date -> date.words().contains(at));
        }

        private boolean isCapital(int at) {
            return at < sentence.size()
                    && Character.isUpperCase(
                            sentence.sentence().token(at).word().codePointAt(0));
        }

        private void add(PartyMention mention) {
            found.add(mention);
            for (int i = mention.words().first(); i <= mention.words().last(); i++) {
                taken[i] = true;
            }
        }

        private boolean isFree(Words where) {
            for (int i = where.first(); i <= where.last(); i++) {
                if (taken[i]) {
                    return false;
                }
            }
            return true;
        }

        private String written(Words where) {
            return sentence.span(where).of(document);
        }

        private String clean(String name) {
            String first = name.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
            boolean article = words.isListed("this-one", first) || words.isListed("definite", first);
            String bare = article && name.contains(" ") ? name.substring(first.length()) : name;
            return bare.replaceAll("\\s+", " ").strip();
        }
    }

    private record Name(List<String> words, KnownParty party) {}
}

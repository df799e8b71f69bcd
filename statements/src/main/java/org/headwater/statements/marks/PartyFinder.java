package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.KnownParty;
import org.headwater.codebook.Parties;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.model.Span;
import org.headwater.statements.parse.Dateline;
import org.headwater.statements.parse.Token;

/**
 * Finds parties: bodies and persons with a public role and the country they act for ("the Dutch and Irish governments",
 * "Interior Minister A. B."), countries that act as one, parties the codebook knows, and other proper names.
 */
final class PartyFinder {
    private static final Set<String> ORGANISATION_ENDS = Set.of("""
            group watch association news times university institute agency party council federation
            foundation international network media post chamber society committee organisation organization
            centre center union commission initiative radio television magazine newspaper company court bank
            fund press daily herald guardian tribune journal house street project office bureau monitor
            telegraph
            """.strip().split("\\s+"));
    private static final Set<String> LINKS = Set.of("of", "the", "for", "de", "del", "la", "van", "von", "der", "du");
    private static final Set<String> TITLES =
            Set.of("mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "sir", "miss");
    private static final Set<String> BELONGS = Set.of("at", "of", "from", "for", "in", "with");

    private final Parties parties;
    private final Gazetteer gazetteer;
    private final List<Name> names = new ArrayList<>();

    private PartyFinder(Parties parties, Gazetteer gazetteer) {
        this.parties = parties;
        this.gazetteer = gazetteer;
    }

    static PartyFinder of(Codebook codebook, Gazetteer gazetteer) {
        PartyFinder finder = new PartyFinder(codebook.parties(), gazetteer);
        for (KnownParty party : codebook.parties().known()) {
            finder.names.add(new Name(List.of(party.name().split(" ")), party));
            party.also().forEach(other -> finder.names.add(new Name(List.of(other.split(" ")), party)));
        }
        finder.names.sort(Comparator.comparingInt((Name name) -> -name.words().size()));
        return finder;
    }

    List<PartyMention> find(String text, MarkedSentence sentence) {
        return new Search(text, sentence).run();
    }

    /** The search in one sentence. */
    private final class Search {
        private final String text;
        private final MarkedSentence sentence;
        private final boolean[] taken;
        private final List<PartyMention> found = new ArrayList<>();

        Search(String text, MarkedSentence sentence) {
            this.text = text;
            this.sentence = sentence;
            this.taken = new boolean[sentence.size()];
        }

        List<PartyMention> run() {
            List<KnownMatch> known = known();
            leaveDateline();
            // "The owner of the agency" is no agency.
            parties.proprietors().ifPresent(this::proprietors);
            parties.official().ifPresent(list -> officials(list, known));
            known.forEach(this::addKnown);
            parties.accusedNames().ifPresent(this::powers);
            countries();
            properNames();
            found.sort(Comparator.comparingInt(
                            (PartyMention party) -> party.words().first())
                    .thenComparing(party -> party.country().orElse("")));
            return List.copyOf(found);
        }

        /** The place that a report was sent from is no party. */
        private void leaveDateline() {
            Span whole = sentence.sentence().span();
            int end = Dateline.end(whole.of(text));
            String dateline = whole.of(text).substring(0, end).strip();
            boolean place = gazetteer.mentions(dateline).stream()
                    .anyMatch(mention -> mention.span().begin() <= 1);
            for (int i = 0; place && !dateline.endsWith(":") && i < sentence.size(); i++) {
                taken[i] = sentence.sentence().token(i).end() <= whole.begin() + end;
            }
        }

        private List<KnownMatch> known() {
            List<KnownMatch> matches = new ArrayList<>();
            for (int i = 0; i < sentence.size(); i++) {
                for (Name name : names) {
                    if (stands(name.words(), i)) {
                        int last = i + name.words().size() - 1;
                        matches.add(new KnownMatch(new Words(i, last), name.party()));
                        i = last;
                        break;
                    }
                }
            }
            return matches;
        }

        private boolean stands(List<String> words, int at) {
            for (int i = 0; i < words.size(); i++) {
                if (at + i >= sentence.size() || !word(at + i).equals(words.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private void addKnown(KnownMatch match) {
            if (isFree(match.words())) {
                KnownParty party = match.party();
                Optional<PlaceMention> owner = ownedElsewhere(match);
                if (owner.isPresent()) {
                    Words whole = owner.get().words().cover(match.words());
                    add(new PartyMention(
                            whole,
                            match.words().last(),
                            clean(text(whole)),
                            party.kind(),
                            PartyMention.Standing.BODY,
                            owner.get().place().country(),
                            "",
                            clean(text(whole))));
                    return;
                }
                add(new PartyMention(
                        match.words(),
                        match.words().last(),
                        party.name(),
                        party.kind(),
                        party.country().isPresent() ? PartyMention.Standing.BODY : PartyMention.Standing.PRIVATE,
                        party.country(),
                        "",
                        party.name()));
            }
        }

        /** "The German Foreign Office": a name that bodies of several countries have, here another's. */
        private Optional<PlaceMention> ownedElsewhere(KnownMatch match) {
            int before = match.words().first() - 1;
            int owner = sentence.tag(before).equals("POS") ? before - 1 : before;
            return sentence.places().stream()
                    .filter(place -> place.words().last() == owner
                            && place.place().type() == Gazetteer.Type.COUNTRY
                            && isFree(place.words())
                            && (owner < before || !place.isNamed()))
                    .filter(place -> match.party().country().isPresent()
                            && place.place().country().isPresent()
                            && !place.place().country().equals(match.party().country()))
                    .findFirst();
        }

        private void officials(String list, List<KnownMatch> known) {
            for (TermMatch match : sentence.terms(list)) {
                boolean inName = known.stream().anyMatch(name -> name.words().contains(match.words()));
                if (isFree(match.words()) && !inName && !isModifier(match)) {
                    official(match, known);
                }
            }
        }

        /** Whether the noun only modifies the next ("police station", "government documents"). */
        private boolean isModifier(TermMatch match) {
            int next = match.words().last() + 1;
            if (next >= sentence.size()) {
                return false;
            }
            boolean noun = sentence.tag(next).equals("NN") || sentence.tag(next).equals("NNS");
            boolean possessive = sentence.tag(next).equals("POS");
            boolean official = parties.official()
                    .filter(list -> sentence.terms(list).stream()
                            .anyMatch(other -> other.words().contains(next)))
                    .isPresent();
            boolean title = official && sentence.tag(next).startsWith("NNP");
            return noun || title || (possessive && officialAfter(next + 1));
        }

        private boolean officialAfter(int at) {
            return parties.official()
                    .filter(list -> sentence.terms(list).stream()
                            .anyMatch(other -> other.words().first() >= at
                                    && other.words().first() <= at + 2
                                    && chain(at, other.words().first())))
                    .isPresent();
        }

        private boolean chain(int from, int to) {
            for (int i = from; i < to; i++) {
                if (!sentence.tag(i).startsWith("NN") && !sentence.tag(i).startsWith("JJ")) {
                    return false;
                }
            }
            return true;
        }

        private void official(TermMatch match, List<KnownMatch> known) {
            int first = match.words().first();
            while (first > 0 && belongsLeft(first - 1)) {
                first--;
            }
            while (first < match.words().first() && sentence.tag(first).matches("CC|POS|,|HYPH|``|''")) {
                first++;
            }
            Words phrase = new Words(first, match.words().last());
            List<String> countries = new ArrayList<>(countriesIn(phrase));
            for (KnownMatch other : known) {
                if (phrase.contains(other.words())) {
                    other.party().country().ifPresent(countries::add);
                }
            }
            Words whole = withOwner(phrase, countries, known);
            if (isOwnedPrivately(match, phrase, known)) {
                addPrivate(match, phrase);
                return;
            }
            addOfficial(match, phrase, whole, countries.stream().distinct().toList());
        }

        private boolean belongsLeft(int at) {
            String tag = sentence.tag(at);
            if (taken[at] || tag.isEmpty()) {
                return false;
            }
            boolean joins = sentence.lower(at).equals("and") && isDemonym(at + 1) && at > 0 && isDemonym(at - 1);
            if (sentence.lower(at).matches("[—–]|--+")) {
                return false;
            }
            return tag.startsWith("NN")
                    || tag.startsWith("JJ")
                    || tag.equals("POS")
                    || tag.equals("HYPH")
                    || joins
                    || (tag.equals("VBN") && at > 0)
                    || (sentence.lower(at).equals(",") && isDemonym(at + 1) && isDemonym(at - 1));
        }

        private boolean isDemonym(int at) {
            return sentence.places().stream()
                    .anyMatch(place -> place.words().contains(at) && place.form() == Gazetteer.Form.DEMONYM);
        }

        private List<String> countriesIn(Words words) {
            return sentence.places().stream()
                    .filter(place -> words.contains(place.words()))
                    .flatMap(place -> place.place().country().stream())
                    .distinct()
                    .toList();
        }

        /** "… of Ireland and the Netherlands", "official at China's foreign ministry in Shanghai". */
        private Words withOwner(Words phrase, List<String> countries, List<KnownMatch> known) {
            Words whole = phrase;
            int at = phrase.last() + 1;
            for (int steps = 0; steps < 2 && BELONGS.contains(sentence.lower(at)); steps++) {
                int end = endOfPhrase(at + 1);
                if (end < at + 1) {
                    break;
                }
                Words owner = new Words(at + 1, end);
                boolean officialOwner = parties.official()
                        .filter(list -> sentence.terms(list).stream()
                                .anyMatch(match -> owner.contains(match.words())
                                        && match.words().last() == owner.last()))
                        .isPresent();
                List<String> own = countriesIn(owner);
                boolean knownOwner = false;
                for (KnownMatch other : known) {
                    if (owner.contains(other.words()) && other.party().country().isPresent()) {
                        if (countries.isEmpty()) {
                            countries.add(other.party().country().get());
                        }
                        knownOwner = true;
                    }
                }
                boolean place = sentence.lower(at).equals("in");
                if (place && steps == 0 && countries.isEmpty() && !isMission(phrase)) {
                    seatIn(owner, sentence.lower(phrase.last()).matches("police|authorities|prosecutors|detectives"))
                            .ifPresent(countries::add);
                }
                if (place && steps == 0 && !officialOwner && !namesCountry(owner)) {
                    break;
                }
                if (!officialOwner && !knownOwner && (own.isEmpty() || (place && steps == 0 && !countries.isEmpty()))) {
                    break;
                }
                if (countries.isEmpty()) {
                    countries.addAll(own);
                }
                if (officialOwner || knownOwner || !own.isEmpty()) {
                    whole = new Words(whole.first(), end);
                }
                at = end + 1;
            }
            return whole;
        }

        /** A mission stands in another's capital. */
        private boolean isMission(Words phrase) {
            return parties.accusedMissions().stream()
                    .flatMap(list -> sentence.terms(list).stream())
                    .anyMatch(match -> phrase.contains(match.words())
                            && sentence.lower(match.words().last())
                                    .matches("embassy|consulate|mission|ambassador|consul|general"));
        }

        /** The country of the capital that the words are ("a ministry spokesman in Oslo"); of local bodies any place's. */
        private Optional<String> seatIn(Words words, boolean local) {
            return sentence.places().stream()
                    .filter(place -> place.words().equals(words) && (local || gazetteer.isCapital(place.place())))
                    .flatMap(place -> place.place().country().stream())
                    .findFirst();
        }

        /** "The charity's director", "restaurant officials", "president of the Harbour Association": no public office. */
        private boolean isOwnedPrivately(TermMatch match, Words phrase, List<KnownMatch> known) {
            int own = phrase.last() + 1;
            boolean belongs = BELONGS.contains(sentence.lower(own))
                    && !sentence.lower(own).equals("in");
            int end = belongs ? endOfPhrase(own + 1) : own - 1;
            return parties.privateBodies().stream()
                    .flatMap(list -> sentence.terms(list).stream())
                    .map(TermMatch::words)
                    .filter(words ->
                            known.stream().noneMatch(other -> other.words().overlaps(words)))
                    .anyMatch(words -> (words.first() >= phrase.first()
                                    && words.last() < match.words().first())
                            || (words.first() > own && words.last() == end));
        }

        private void addPrivate(TermMatch match, Words phrase) {
            int own = phrase.last() + 1;
            int end = BELONGS.contains(sentence.lower(own)) ? endOfPhrase(own + 1) : -1;
            Words whole = end > own ? new Words(phrase.first(), end) : phrase;
            Optional<Words> person = personOf(phrase, whole);
            String role = clean(text(whole));
            add(new PartyMention(
                    person.map(whole::cover).orElse(whole),
                    match.head(),
                    person.map(run -> clean(text(run))).orElse(role),
                    isBody(match) ? EntityKind.ORGANISATION : EntityKind.PERSON,
                    PartyMention.Standing.PRIVATE,
                    Optional.empty(),
                    person.isPresent() ? role : "",
                    role));
        }

        private boolean namesCountry(Words words) {
            return sentence.places().stream()
                    .anyMatch(place ->
                            words.contains(place.words()) && place.place().type() == Gazetteer.Type.COUNTRY);
        }

        private int endOfPhrase(int from) {
            int at = from;
            int last = from - 1;
            while (at < sentence.size()) {
                String tag = sentence.tag(at);
                boolean inside = tag.startsWith("NN")
                        || tag.startsWith("JJ")
                        || tag.equals("POS")
                        || tag.equals("HYPH")
                        || tag.equals("CD");
                int here = at;
                boolean inTerm = parties.official().stream()
                        .flatMap(list -> sentence.terms(list).stream())
                        .anyMatch(match ->
                                match.words().first() >= from && match.words().contains(here));
                boolean opener = (tag.equals("DT") || tag.equals("PRP$"))
                        && (at == from
                                || sentence.lower(at - 1).equals("and")
                                || sentence.lower(at - 1).equals(","));
                boolean join =
                        (sentence.lower(at).equals("and") || sentence.lower(at).equals(",")) && startsPlace(at + 1);
                if (!inside && !opener && !join && !inTerm) {
                    break;
                }
                if (inside || inTerm) {
                    last = at;
                }
                at++;
            }
            return last;
        }

        private boolean startsPlace(int at) {
            int next = sentence.tag(at).equals("DT") || sentence.lower(at).equals("and") ? at + 1 : at;
            return sentence.places().stream().anyMatch(place -> place.words().contains(next) && place.isNamed());
        }

        private void addOfficial(TermMatch match, Words phrase, Words whole, List<String> countries) {
            Optional<Words> person = isBody(match) ? Optional.empty() : personOf(phrase, whole);
            Optional<Words> portfolio = person.flatMap(this::portfolioAfter);
            Words words = portfolio.or(() -> person).map(whole::cover).orElse(whole);
            String role =
                    clean(text(whole)) + portfolio.map(of -> " " + text(of)).orElse("");
            String body = portfolio.isPresent() ? role : bodyOf(match, phrase, whole);
            boolean agency = isBody(match);
            String name = person.map(run -> clean(text(run))).orElse(role);
            EntityKind kind = person.isPresent() ? EntityKind.PERSON : agency ? EntityKind.AGENCY : EntityKind.PERSON;
            PartyMention.Standing standing =
                    person.isPresent() || !agency ? PartyMention.Standing.OFFICIAL : PartyMention.Standing.BODY;
            PartyMention mention = new PartyMention(
                    words, match.head(), name, kind, standing, Optional.empty(), person.isPresent() ? role : "", body);
            if (countries.isEmpty()) {
                add(mention);
            } else {
                countries.forEach(code -> add(mention.actingFor(code)));
            }
        }

        /** Of "Chinese Foreign Ministry spokesman" the ministry; of an office that names no body the whole. */
        private String bodyOf(TermMatch match, Words phrase, Words whole) {
            int last = match.words().first() - 1;
            boolean ends = !isBody(match) && last >= phrase.first() && whole.equals(phrase);
            if (ends && sentence.tag(last).equals("POS")) {
                last--;
            }
            int end = last;
            boolean body = ends
                    && parties.official()
                            .filter(list -> sentence.terms(list).stream()
                                    .anyMatch(other -> other.words().last() == end && isBody(other)))
                            .isPresent();
            return clean(text(body ? new Words(phrase.first(), last) : whole));
        }

        /** Whether the noun is a body rather than a person: the parser's plural and article do not tell, its ending does. */
        private boolean isBody(TermMatch match) {
            int at = match.words().last();
            for (int i = match.words().first() + 1; i < match.words().last(); i++) {
                // Of "ministry of the interior" the ministry.
                at = sentence.lower(i).equals("of") ? i - 1 : at;
            }
            String noun = sentence.lower(at);
            return !noun.matches(
                            ".*(?:man|woman|person|or|er|ier|ian|ent|ial|ist|men|women|ors|ers|ians|ents|ials|mps?|judges?|diplomats?|attorneys?|eads?|tives?|ecretar(?:y|ies))")
                    || noun.matches("government|governments|parliament|parliaments|department|departments");
        }

        /** The person's name right after the role, or before it with a comma between. */
        private Optional<Words> personOf(Words phrase, Words whole) {
            Optional<Words> after = nameRun(whole.last() + 1);
            if (after.isEmpty() && sentence.lower(whole.last() + 1).equals(",")) {
                after = nameRun(whole.last() + 2).filter(run -> run.length() >= 2 && !isPlaceWord(run.first()));
            }
            if (after.isPresent() && !isPlaceWord(after.get().first())) {
                return after;
            }
            int at = phrase.first() - 1;
            if (at >= 0 && sentence.tag(at).equals("DT")) {
                at--;
            }
            if (at >= 1
                    && sentence.lower(at).equals(",")
                    && sentence.tag(at - 1).equals("NNP")) {
                int first = at - 1;
                while (first > 0 && sentence.tag(first - 1).equals("NNP") && !taken[first - 1]) {
                    first--;
                }
                Words run = new Words(first, at - 1);
                return run.length() >= 2 && !isPlaceWord(run.first()) ? Optional.of(run) : Optional.empty();
            }
            return Optional.empty();
        }

        /** "of Foreign Affairs" in "Minister A. B. of Foreign Affairs". */
        private Optional<Words> portfolioAfter(Words person) {
            int of = person.last() + 1;
            return sentence.lower(of).equals("of")
                    ? nameRun(of + 1).filter(run -> !isPlaceWord(run.first())).map(run -> new Words(of, run.last()))
                    : Optional.empty();
        }

        private Optional<Words> nameRun(int from) {
            int last = from - 1;
            while (last + 1 < sentence.size()
                    && sentence.tag(last + 1).equals("NNP")
                    && !taken[last + 1]
                    && isCapital(last + 1)) {
                last++;
            }
            return last >= from ? Optional.of(new Words(from, last)) : Optional.empty();
        }

        /** "A restaurant owner", "the owner of the shop", "a hotel", where they act: none has public power. */
        private void proprietors(String list) {
            for (TermMatch match : sentence.terms(list)) {
                int head = match.words().last();
                boolean acts = sentence.sentence().isRelated(head, "nsubj") || isHeadlineSubject(match);
                if (!acts || !isFree(match.words())) {
                    continue;
                }
                int first = match.words().first();
                while (first > 0 && belongsLeft(first - 1)) {
                    first--;
                }
                int next = head + 1;
                int end = sentence.lower(next).equals("of") ? endOfPhrase(next + 1) : head;
                Words whole = new Words(first, Math.max(head, end));
                if (isFree(whole)) {
                    String role = clean(text(whole));
                    add(new PartyMention(
                            whole,
                            head,
                            role,
                            isBody(match) ? EntityKind.ORGANISATION : EntityKind.PERSON,
                            PartyMention.Standing.PRIVATE,
                            Optional.empty(),
                            "",
                            role));
                }
            }
        }

        /** "Oslo restaurant denies …": a headline's subject, which the parser takes for part of the verb's noun. */
        private boolean isHeadlineSubject(TermMatch match) {
            int next = match.words().last() + 1;
            return sentence.index() == 0
                    && sentence.tag(next).equals("VBZ")
                    && match.words().first() <= 3;
        }

        private void powers(String list) {
            for (TermMatch match : sentence.terms(list)) {
                boolean place = BELONGS.contains(sentence.lower(match.words().first() - 1))
                        && sentence.places().stream()
                                .anyMatch(each -> each.words().equals(match.words()));
                if (isFree(match.words()) && !place && !parties.accused().isEmpty() && !isCompound(match.words())) {
                    String name = clean(text(match.words()));
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

        private boolean isCompound(Words words) {
            int next = words.last() + 1;
            return next < sentence.size() && sentence.lower(next).equals("-");
        }

        private void countries() {
            for (PlaceMention place : sentence.places()) {
                boolean country = place.place().type() == Gazetteer.Type.COUNTRY
                        || place.place().type() == Gazetteer.Type.CONTINENT;
                if (!(place.isNamed() || place.isPeople(sentence))
                        || !isFree(place.words())
                        || isCompound(place.words())
                        || modifies(place)) {
                    continue;
                }
                if (country && place.place().country().isPresent()) {
                    addCountry(place, place.place().name());
                } else if (isCapitalActing(place)) {
                    addCountry(place, text(place.words()));
                }
            }
        }

        /** Whether the name only says of which country the noun behind it is: "a US magazine". */
        private boolean modifies(PlaceMention place) {
            int next = place.words().last() + 1;
            return sentence.tag(next).startsWith("NN")
                    && sentence.sentence().isRelated(place.words().last(), "compound")
                    && !isDate(next);
        }

        private void addCountry(PlaceMention place, String name) {
            add(new PartyMention(
                    place.words(),
                    place.words().last(),
                    name,
                    EntityKind.AGENCY,
                    PartyMention.Standing.COUNTRY,
                    place.place().country(),
                    "",
                    name));
        }

        /** Whether a capital stands for its government: as a subject, without a preposition. */
        private boolean isCapitalActing(PlaceMention place) {
            boolean partner = sentence.lower(place.words().first() - 1).matches("with|between")
                    || (sentence.lower(place.words().first() - 1).equals("and")
                            && taken[Math.max(0, place.words().first() - 2)]);
            return gazetteer.isCapital(place.place())
                    && (partner
                            || sentence.sentence().isRelated(place.words().last(), "nsubj")
                            || sentence.sentence().isRelated(place.words().last(), "nmod:poss"));
        }

        private void properNames() {
            for (int i = 0; i < sentence.size(); i++) {
                if (!startsName(i)) {
                    continue;
                }
                int last = i;
                while (last + 1 < sentence.size() && goesOn(last + 1)) {
                    last++;
                }
                while (last > i && !isNameWord(last)) {
                    last--;
                }
                Words run = new Words(i, last);
                if (isFree(run)) {
                    addName(run);
                }
                i = last;
            }
        }

        private boolean startsName(int at) {
            return !taken[at]
                    && isNameWord(at)
                    && !isPlaceWord(at)
                    && !isDate(at)
                    && sentence.numbers().stream()
                            .noneMatch(number -> number.core().contains(at))
                    && !TITLES.contains(sentence.lower(at))
                    && !isCommonNoun(at)
                    && !isSeat(at);
        }

        /** "Oslo" in "the Oslo-based group". */
        private boolean isSeat(int at) {
            int last = at;
            while (last + 1 < sentence.size() && isCapital(last + 1)) {
                last++;
            }
            return Marker.isSeat(sentence.sentence(), last);
        }

        /** "NGO Border Watch" is Border Watch, and "the NGO" no name. */
        private boolean isCommonNoun(int at) {
            return sentence.lower(at).matches("ngos?");
        }

        private boolean isNameWord(int at) {
            String tag = sentence.tag(at);
            boolean plural = tag.equals("NNS") || tag.equals("NNPS") || tag.equals("NN");
            boolean first = at == 0
                    && tag.startsWith("VB")
                    && isCapital(at + 1)
                    && sentence.tag(at + 1).matches("NNPS?|NNS");
            return isCapital(at) && (tag.equals("NNP") || first || (plural && at > 0));
        }

        private boolean goesOn(int at) {
            if (taken[at]) {
                return false;
            }
            // "Journal de Montréal" goes on over the place, "the Institute of Paris" may not.
            boolean link = LINKS.contains(sentence.lower(at))
                    && at + 1 < sentence.size()
                    && isCapital(at + 1)
                    && (!isPlaceWord(at + 1) || sentence.lower(at).matches("de|del|du"))
                    && !taken[at + 1];
            return isNameWord(at) || link;
        }

        private boolean isPlaceWord(int at) {
            return sentence.places().stream().anyMatch(place -> place.words().contains(at));
        }

        private boolean isDate(int at) {
            return sentence.dates().stream().anyMatch(date -> date.words().contains(at));
        }

        private void addName(Words run) {
            String name = clean(text(run));
            // "The Greater Oslo Area" is where, not who.
            boolean area = sentence.lower(run.last()).matches("area|region|county|district|coast|valley");
            if (name.isEmpty() || area) {
                return;
            }
            EntityKind kind = kindOf(run);
            add(new PartyMention(
                    run,
                    run.last(),
                    name,
                    kind,
                    PartyMention.Standing.PRIVATE,
                    Optional.empty(),
                    roleOf(run, kind),
                    name));
        }

        /** A name is a person's only where the text shows it; organisations are the usual speakers of reports. */
        private EntityKind kindOf(Words run) {
            boolean title = TITLES.contains(sentence.lower(run.first() - 1))
                    || sentence.lower(run.first() - 1).equals("surnamed");
            String last = sentence.lower(run.last());
            boolean plural = sentence.tag(run.last()).endsWith("S");
            boolean acronym = text(run).equals(text(run).toUpperCase(Locale.ROOT));
            boolean linked = false;
            for (int i = run.first(); i <= run.last(); i++) {
                linked |= Set.of("of", "the", "for").contains(sentence.lower(i));
            }
            boolean article = sentence.tag(run.first() - 1).equals("DT");
            if (title) {
                return EntityKind.PERSON;
            }
            if (plural
                    || acronym
                    || linked
                    || article
                    || ORGANISATION_ENDS.contains(last)
                    || run.length() == 1
                    || run.length() > 3) {
                return EntityKind.ORGANISATION;
            }
            boolean nounBefore = sentence.tag(run.first() - 1).equals("NN")
                    && !sentence.lower(run.first() - 1)
                            .matches(
                                    "newspaper|group|website|broadcaster|agency|magazine|organi[sz]ation|outlet|ngo|network|channel|station");
            boolean described = sentence.lower(run.last() + 1).equals(",")
                    && sentence.tag(run.last() + 2).matches("DT|CD|WP");
            return nounBefore || described || sentence.sentence().isRelated(run.last(), "nsubj")
                    ? EntityKind.PERSON
                    : EntityKind.ORGANISATION;
        }

        private String roleOf(Words run, EntityKind kind) {
            if (kind != EntityKind.PERSON || run.first() == 0) {
                return "";
            }
            int first = run.first();
            while (first > 0 && sentence.tag(first - 1).startsWith("NN") && !taken[first - 1]) {
                first--;
            }
            return first < run.first() ? clean(text(new Words(first, run.first() - 1))) : "";
        }

        private void add(PartyMention mention) {
            found.add(mention);
            for (int i = mention.words().first(); i <= mention.words().last(); i++) {
                taken[i] = true;
            }
        }

        private boolean isFree(Words words) {
            for (int i = words.first(); i <= words.last(); i++) {
                if (taken[i]) {
                    return false;
                }
            }
            return true;
        }

        private boolean isCapital(int at) {
            return at < sentence.size() && Character.isUpperCase(word(at).codePointAt(0));
        }

        private String word(int at) {
            return sentence.sentence().token(at).word();
        }

        private String text(Words words) {
            Token first = sentence.sentence().token(words.first());
            Token last = sentence.sentence().token(words.last());
            return text.substring(first.begin(), last.end());
        }
    }

    private static String clean(String name) {
        return name.replaceAll("(?i)^(?:the|a|an|its|their|his|her)\\s+", "")
                .replace('’', '\'')
                .replaceAll("'s?$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private record Name(List<String> words, KnownParty party) {}

    private record KnownMatch(Words words, KnownParty party) {}
}

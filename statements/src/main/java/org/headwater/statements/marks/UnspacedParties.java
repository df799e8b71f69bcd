package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.KnownParty;
import org.headwater.codebook.Parties;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.EntityKind;
import org.headwater.statements.languages.LanguageWords;

/**
 * Finds parties in Chinese, Japanese and Korean, where whose office it is stands before the office: "荷兰外交部发言人",
 * "英国、德国与捷克的主管机关", "中国驻荷兰大使馆", "荷方", "中意两国". Offices get English names, so that they meet those of
 * other languages; names of persons and organisations stay as they are written.
 */
final class UnspacedParties {
    private static final int LONGEST_NAME = 12;
    private static final String PERSON_ENDS = "人官员長长相臣使席统統记記员員者";
    private static final String OPENING = "“「『《\"‘";
    private static final String CLOSING = "”」』》\"’";

    private final Parties parties;
    private final Gazetteer gazetteer;
    private final LanguageWords words;
    private final Map<String, KnownParty> known = new LinkedHashMap<>();
    private final List<String> topics;

    UnspacedParties(Codebook codebook, Gazetteer gazetteer, LanguageWords words) {
        this.parties = codebook.parties();
        this.topics = codebook.topics();
        this.gazetteer = gazetteer;
        this.words = words;
        for (KnownParty party : parties.known()) {
            known.put(folded(party.name()), party);
            party.also().forEach(name -> known.put(folded(name), party));
        }
    }

    private String folded(String name) {
        return words.language().equals("zh") ? Gazetteer.simplified(name) : name;
    }

    List<PartyMention> find(String document, MarkedSentence sentence) {
        return new Search(document, sentence).run();
    }

    private final class Search {
        private final MarkedSentence sentence;
        private final String document;
        private final SignText signs;
        private final String text;
        private final boolean[] taken;
        private final List<PartyMention> found = new ArrayList<>();
        private final List<ChineseNames.Word> chinese;

        Search(String document, MarkedSentence sentence) {
            this.sentence = sentence;
            this.document = document;
            this.signs = SignText.of(document, sentence.sentence());
            this.text = signs.text();
            this.taken = new boolean[sentence.size()];
            this.chinese = words.language().equals("zh") ? ChineseNames.of(text) : List.of();
        }

        List<PartyMention> run() {
            knownParties();
            parties.official().ifPresent(this::officials);
            organisations();
            pairs();
            parties.accusedNames().ifPresent(this::powers);
            countries();
            found.sort(Comparator.comparingInt(
                            (PartyMention party) -> party.words().first())
                    .thenComparing(party -> party.country().orElse("")));
            return List.copyOf(found);
        }

        // ---- known by name

        private void knownParties() {
            List<String> names = new ArrayList<>(known.keySet());
            names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
            for (String name : names) {
                for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                    Optional<Words> where = signs.words(at, at + name.length());
                    if (where.isPresent() && stands(name, at) && isFree(where.get())) {
                        KnownParty party = known.get(name);
                        add(new PartyMention(
                                where.get(),
                                where.get().last(),
                                party.name(),
                                party.kind(),
                                party.country().isPresent()
                                        ? PartyMention.Standing.BODY
                                        : PartyMention.Standing.PRIVATE,
                                party.country(),
                                "",
                                party.name()));
                    }
                }
            }
        }

        /** Latin letters must not touch others. */
        private boolean stands(String name, int at) {
            boolean latin = name.charAt(0) < 0x250;
            int end = at + name.length();
            return !latin
                    || ((at == 0 || !isLatin(text.charAt(at - 1)))
                            && (end == text.length() || !isLatin(text.charAt(end))));
        }

        private boolean isLatin(char c) {
            return c < 0x250 && Character.isLetterOrDigit(c);
        }

        // ---- offices

        private void officials(String list) {
            List<TermMatch> offices = sentence.terms(list);
            for (int i = 0; i < offices.size(); i++) {
                if (!isFree(offices.get(i).words()) || Offices.isInTopic(offices.get(i), sentence, topics)) {
                    continue;
                }
                int last = i;
                while (last + 1 < offices.size()
                        && passes(
                                offices.get(last).words().last() + 1,
                                offices.get(last + 1).words().first())) {
                    last++;
                }
                office(offices.subList(i, last + 1));
                i = last;
            }
        }

        /** Whether only words that belong to an office's name stand between, or nothing. */
        private boolean passes(int from, int to) {
            if (from >= to) {
                return from == to;
            }
            String rest = text.substring(signs.begin(from), signs.begin(to));
            while (!rest.isEmpty()) {
                String now = rest;
                Optional<String> next = words.longestFirst("passes").stream()
                        .filter(now::startsWith)
                        .findFirst();
                if (next.isEmpty()) {
                    return rest.isBlank();
                }
                rest = rest.substring(next.get().length());
            }
            return true;
        }

        private void office(List<TermMatch> chain) {
            Owners owners = owners(chain.get(0).words().first());
            Words whole = new Words(
                    owners.first(), chain.get(chain.size() - 1).words().last());
            Optional<TermMatch> body =
                    chain.stream().filter(match -> !isPersons(match)).findFirst();
            TermMatch last = chain.get(chain.size() - 1);
            Optional<Words> person = isPersons(last) ? person(whole.last() + 1) : Optional.empty();
            Words all = person.map(whole::cover).orElse(whole);
            String office = body.map(this::english).orElseGet(() -> isPersons(last) ? english(last) : written(whole))
                    + owners.at().map(place -> " in " + place).orElse("");
            boolean agency = !isPersons(last);
            PartyMention mention = new PartyMention(
                    all,
                    last.head(),
                    person.map(this::written).orElse(office),
                    agency ? EntityKind.AGENCY : EntityKind.PERSON,
                    agency ? PartyMention.Standing.BODY : PartyMention.Standing.OFFICIAL,
                    Optional.empty(),
                    person.isPresent() ? written(whole) : "",
                    office);
            if (owners.countries().isEmpty()) {
                add(mention);
            } else {
                owners.countries().forEach(code -> add(mention.actingFor(code)));
            }
        }

        private boolean isPersons(TermMatch match) {
            String term = signsOf(match.words());
            String meaning = words.meaning("offices", term).orElse("");
            return meaning.isEmpty()
                    ? PERSON_ENDS.indexOf(term.charAt(term.length() - 1)) >= 0
                    : meaning.matches(".*(?:minister|president)");
        }

        private String english(TermMatch match) {
            return words.meaning("offices", signsOf(match.words())).orElseGet(() -> written(match.words()));
        }

        /** Whose office it is that begins at the word: countries right before it, and where it is stationed. */
        private Owners owners(int office) {
            int first = office;
            Set<String> countries = new LinkedHashSet<>();
            Optional<String> at = Optional.empty();
            boolean listed = false;
            // "驻加使馆": the country by one sign.
            Optional<String> short0 = first > 1 && isPosted(first - 2) && isFree(new Words(first - 2, first - 1))
                    ? words.meaning("countries", signsOf(new Words(first - 1, first - 1)))
                    : Optional.empty();
            if (short0.isPresent()) {
                at = short0.flatMap(gazetteer::country).map(Gazetteer.Place::name);
                first -= 2;
            }
            for (Optional<PlaceMention> place = placeBefore(first, listed);
                    place.isPresent();
                    place = placeBefore(first, true)) {
                int begin = place.get().words().first();
                boolean stationed = begin > 0 && isPosted(begin - 1);
                if (stationed) {
                    at = Optional.of(place.get().place().name());
                    first = begin - 1;
                } else {
                    place.get().place().country().ifPresent(countries::add);
                    first = begin;
                    listed = true;
                }
            }
            int end = first;
            boolean accused = countries.isEmpty()
                    && parties.accusedNames().isPresent()
                    && sentence.terms(parties.accusedNames().get()).stream()
                            .anyMatch(match -> match.words().last() == end - 1 && isFree(match.words()));
            if (accused && !parties.accused().isEmpty()) {
                countries.add(parties.accused().get(0));
            }
            if (countries.isEmpty() && office > 0 && at.isEmpty()) {
                Optional<String> code = words.meaning("countries", signsOf(new Words(office - 1, office - 1)));
                boolean alone = code.isPresent() && isFree(new Words(office - 1, office - 1));
                if (alone && !sentence.places().stream().anyMatch(p -> p.words().contains(office - 1))) {
                    countries.add(code.get());
                    first = office - 1;
                }
            }
            return new Owners(first, List.copyOf(countries), at);
        }

        private boolean isPosted(int at) {
            return signsOf(new Words(at, at)).matches("[驻駐주駐]");
        }

        private Optional<PlaceMention> placeBefore(int at, boolean listed) {
            return sentence.places().stream()
                    .filter(place -> place.words().last() < at && isFree(place.words()))
                    .filter(place -> passes(place.words().last() + 1, at)
                            || (listed && isListMark(place.words().last() + 1, at)))
                    .filter(place -> listed || place.place().country().isPresent())
                    .max(Comparator.comparingInt(place -> place.words().last()));
        }

        private boolean isListMark(int from, int to) {
            return to - from == 1
                    && words.list("list").stream().anyMatch(marks -> marks.contains(signsOf(new Words(from, from))));
        }

        /** A person's name that begins at the word, as the segmenter sees it. */
        private Optional<Words> person(int from) {
            if (from >= sentence.size()) {
                return Optional.empty();
            }
            int begin = signs.begin(from);
            int end = begin;
            boolean joined = false;
            for (ChineseNames.Word word : chinese) {
                boolean next =
                        word.span().begin() == end && end - begin + word.span().length() <= LONGEST_NAME;
                boolean dot = word.span().length() == 1
                        && end > begin
                        && "·‧•・".indexOf(text.charAt(word.span().begin())) >= 0;
                if (next && (word.isPerson() || dot || joined)) {
                    end = word.span().end();
                    joined = dot;
                }
            }
            return end > begin ? signs.words(begin, end) : Optional.empty();
        }

        // ---- countries

        /** "中意两国", "荷方": countries by one sign each. */
        private void pairs() {
            for (String behind : words.longestFirst("country-behind")) {
                for (int at = text.indexOf(behind); at > 0; at = text.indexOf(behind, at + 1)) {
                    int first = at;
                    while (first > 0 && at - first < 2 && codeAt(first - 1).isPresent()) {
                        first--;
                    }
                    boolean two = at - first == 2;
                    boolean needsTwo = behind.matches("两国|双方|双边|关系|之间");
                    if (first < at && (two || !needsTwo)) {
                        for (int i = needsTwo ? first : at - 1; i < at; i++) {
                            country(i, behind.equals("方") ? at + 1 : at);
                        }
                    }
                }
            }
        }

        private Optional<String> codeAt(int at) {
            return words.meaning("countries", text.substring(at, at + 1));
        }

        private void country(int at, int end) {
            Optional<Words> where = signs.words(at, Math.max(at + 1, end));
            Optional<Gazetteer.Place> place = codeAt(at).flatMap(gazetteer::country);
            if (where.isPresent()
                    && place.isPresent()
                    && isFree(new Words(where.get().first(), where.get().first()))) {
                Words one = new Words(where.get().first(), where.get().first());
                add(new PartyMention(
                        one,
                        one.first(),
                        place.get().name(),
                        EntityKind.AGENCY,
                        PartyMention.Standing.COUNTRY,
                        codeAt(at),
                        "",
                        place.get().name()));
            }
        }

        private void powers(String list) {
            for (TermMatch match : sentence.terms(list)) {
                boolean acts = isFree(match.words()) && !parties.accused().isEmpty() && acts(match.words());
                if (acts) {
                    add(new PartyMention(
                            match.words(),
                            match.words().last(),
                            written(match.words()),
                            EntityKind.AGENCY,
                            PartyMention.Standing.POWER,
                            Optional.of(parties.accused().get(0)),
                            "",
                            written(match.words())));
                }
            }
        }

        private void countries() {
            for (PlaceMention place : sentence.places()) {
                boolean country = place.place().type() == Gazetteer.Type.COUNTRY && place.isNamed();
                if (country && isFree(place.words()) && acts(place.words())) {
                    add(new PartyMention(
                            place.words(),
                            place.words().last(),
                            place.place().name(),
                            EntityKind.AGENCY,
                            PartyMention.Standing.COUNTRY,
                            place.place().country(),
                            "",
                            place.place().name()));
                }
            }
        }

        /** Whether nothing before or behind the name makes it a mere place. */
        private boolean acts(Words where) {
            String before = text.substring(0, signs.begin(where.first()));
            String behind = text.substring(signs.end(where.last()));
            boolean led = words.list("against").stream().anyMatch(before::endsWith)
                    || words.list("in").stream().anyMatch(before::endsWith)
                    || before.endsWith("驻");
            boolean followed = words.list("against-after").stream().anyMatch(behind::startsWith)
                    || words.list("in-after").stream().anyMatch(behind::startsWith)
                    || behind.startsWith("境内");
            return !led && !followed && !modifies(where);
        }

        /** "西班牙非政府组织": a country right before a noun says whose that is. */
        private boolean modifies(Words where) {
            int end = signs.end(where.last());
            return chinese.stream()
                    .anyMatch(word -> word.span().begin() == end
                            && word.nature().startsWith("n")
                            && !word.isPerson()
                            && sentence.places().stream()
                                    .noneMatch(
                                            place -> signs.begin(place.words().first()) == end));
        }

        // ---- organisations

        private void organisations() {
            for (String noun : words.longestFirst("organisation-nouns")) {
                for (int at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + 1)) {
                    nameBehind(at + noun.length()).ifPresent(this::organisation);
                }
            }
            for (Words quote : sentence.quotes()) {
                boolean speaks = quote.length() <= LONGEST_NAME
                        && quote.last() + 2 < sentence.size()
                        && startsClause(quote.first() - 1)
                        && !isTopic(quote)
                        && !Character.isDigit(text.charAt(signs.begin(quote.first())));
                if (speaks) {
                    organisation(quote);
                }
            }
            for (String end : words.longestFirst("body-ends")) {
                for (int at = text.indexOf(end); at > 0; at = text.indexOf(end, at + 1)) {
                    int begin = beginOfBody(at);
                    if (at - begin >= 2) {
                        signs.words(begin, at + end.length()).ifPresent(this::organisation);
                    }
                }
            }
        }

        /** Whether the words in quotes are what the text is about ("警察站"), and nobody's name. */
        private boolean isTopic(Words quote) {
            return sentence.terms().stream()
                    .anyMatch(match -> topics.contains(match.list())
                            && match.words().contains(quote.last())
                            && quote.contains(match.words()));
        }

        /** Where the name of a body begins that ends in "公会", "电视台": back over names and nouns. */
        private int beginOfBody(int at) {
            int begin = at;
            while (begin > 0 && begin > at - LONGEST_NAME && isLatin(text.charAt(begin - 1))) {
                begin--;
            }
            for (int i = chinese.size() - 1; i >= 0; i--) {
                ChineseNames.Word word = chinese.get(i);
                boolean inside = word.span().begin() < at && word.span().end() >= begin;
                boolean name = word.nature().startsWith("n") || word.nature().startsWith("g");
                if (inside
                        && name
                        && word.span().begin() < begin
                        && at - word.span().begin() <= LONGEST_NAME) {
                    begin = word.span().begin();
                } else if (inside && word.span().begin() < begin) {
                    break;
                }
            }
            return begin;
        }

        /** The quoted name right behind a noun such as "组织", else the nouns that follow it. */
        private Optional<Words> nameBehind(int at) {
            if (at >= text.length()) {
                return Optional.empty();
            }
            if (OPENING.indexOf(text.charAt(at)) >= 0) {
                int end = at + 1;
                while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return end - at - 1 <= LONGEST_NAME && end > at + 1 ? signs.words(at + 1, end) : Optional.empty();
            }
            int end = at;
            for (ChineseNames.Word word : chinese) {
                boolean next = word.span().begin() == end && word.isNominal();
                if (next && (end > at || !word.nature().equals("nnt"))) {
                    end = word.span().end();
                }
            }
            return end - at >= 2 && end - at <= 8 && end < text.length() ? signs.words(at, end) : Optional.empty();
        }

        /** At the start of a clause, or behind "的": "总部在马德里的“保护卫士”". */
        private boolean startsClause(int openingMark) {
            int before = openingMark - 1;
            return before < 0
                    || signsOf(new Words(before, before)).equals("的")
                    || words.list("clause").stream()
                            .anyMatch(marks -> marks.contains(signsOf(new Words(before, before))))
                    || sentence.sentence().token(before).isPunctuation();
        }

        private void organisation(Words where) {
            if (!isFree(where)) {
                return;
            }
            String name = written(where);
            add(new PartyMention(
                    where,
                    where.last(),
                    name,
                    EntityKind.ORGANISATION,
                    PartyMention.Standing.PRIVATE,
                    Optional.empty(),
                    "",
                    name));
        }

        // ---- common

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

        private String signsOf(Words where) {
            return text.substring(signs.begin(where.first()), signs.end(where.last()));
        }

        private String written(Words where) {
            return sentence.span(where).of(document);
        }
    }

    /**
     * Whose an office is.
     *
     * @param first its first word
     * @param countries the countries it acts for
     * @param at the English name of the place it is stationed at
     */
    private record Owners(int first, List<String> countries, Optional<String> at) {}
}

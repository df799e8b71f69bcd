package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.model.Span;
import org.headwater.statements.parse.Token;

/** Reads names out of a tagged sentence: where they stand, what kind of party they name, in what role it acts. */
final class Names {
    private static final Set<String> NUMBERS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "dozens",
            "hundreds",
            "thousands");
    private static final Set<String> JOINERS = Set.of("of", "the", "for", "&", "-", "–", "de", "del", "la", "al");
    private static final Set<String> RANKS =
            Set.of("press", "chief", "prime", "vice", "deputy", "executive", "senior", "managing", "general");
    private static final int LONGEST = 12;
    private static final Set<String> DATES = Set.of(
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
            "Jan",
            "Feb",
            "Mar",
            "Apr",
            "Aug",
            "Sept",
            "Sep",
            "Oct",
            "Nov",
            "Dec",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday");

    private final CueLexicon lexicon;

    Names(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A name as written.
     *
     * @param first its first word without title and role
     * @param last its last word
     * @param role the words before it that say in what role a person acts; empty if none
     * @param body whom the role makes the person speak for; empty if nobody
     */
    record Name(int first, int last, String text, Party.Kind kind, String role, String body, Set<String> called) {}

    /** All names of the sentence, in order. */
    List<Name> in(SentenceView view) {
        List<Name> names = new ArrayList<>();
        int at = 0;
        while (at < view.size()) {
            if (!isProper(view, at)) {
                at++;
                continue;
            }
            int last = lastOfRun(view, at);
            Name name = read(view, at, last);
            if (!isCommon(view, name) && !isDateline(view, name)) {
                names.add(name);
            }
            at = last + 1;
        }
        return names;
    }

    /** Whether it is a common noun in capitals, such as "NGO" or "Ministry", that names nobody by itself. */
    private boolean isCommon(SentenceView view, Name name) {
        return name.first() == name.last()
                && (lexicon.isListed("organisation", view.lower(name.first()))
                        || lexicon.isListed("publication", view.lower(name.first()))
                        || isRole(view.lower(name.first())));
    }

    /** Whether it stands where the sentence says from where it was sent. */
    private static boolean isDateline(SentenceView view, Name name) {
        return view.token(name.last()).end() <= view.endOfDateline();
    }

    /** The name that holds the word, if any. */
    Optional<Name> at(SentenceView view, int token) {
        return in(view).stream()
                .filter(name -> name.first() <= token && token <= name.last())
                .findFirst();
    }

    /** A word tagged as a name, or a capitalised one beside another: taggers often read names as common words. */
    private static boolean isProper(SentenceView view, int at) {
        Token token = view.token(at);
        if (isDate(token.word()) || NUMBERS.contains(token.word().toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (token.tagged("NNP")) {
            return true;
        }
        if (!isCapital(view, at) || view.isTitleCase()) {
            return false;
        }
        if (!isOpen(token)) {
            // "chairman, Per Holm": a first name that is also a preposition.
            return token.tagged("IN")
                    && isInside(view, at)
                    && at + 1 < view.size()
                    && view.token(at + 1).tagged("NNP");
        }
        boolean next = at + 1 < view.size()
                && isCapital(view, at + 1)
                && view.token(at + 1).tagged("N");
        boolean previous = at > 0 && token.tagged("N") && isCapital(view, at - 1) && isOpen(view.token(at - 1));
        // "Nils Rode said": a surname that is also a verb.
        boolean surname = at > 0 && token.tagged("VBD") && view.token(at - 1).tagged("NNP");
        return next || previous || surname;
    }

    /** Whether no sentence, quotation or heading begins with the word, so that its capital says something. */
    private static boolean isInside(SentenceView view, int at) {
        if (at == 0) {
            return false;
        }
        Token before = view.token(at - 1);
        return !before.isPunctuation() || before.word().equals(",");
    }

    private static boolean isOpen(Token token) {
        return token.tagged("N") || token.tagged("VB") || token.tagged("JJ");
    }

    private static boolean isCapital(SentenceView view, int at) {
        return Character.isUpperCase(view.token(at).word().charAt(0));
    }

    private static boolean isDate(String word) {
        return DATES.contains(word) || DATES.contains(word.replace(".", ""));
    }

    private int lastOfRun(SentenceView view, int first) {
        int last = first;
        int at = first + 1;
        while (at < view.size() && at - first < LONGEST) {
            if (isProper(view, at)) {
                last = at;
            } else if (!JOINERS.contains(view.lower(at)) || (isOf(view, at) && !mayGoOn(view, first, last))) {
                break;
            }
            at++;
        }
        return last;
    }

    private static boolean isOf(SentenceView view, int at) {
        return !view.token(at).isPunctuation() && !view.token(at).tagged("NNP");
    }

    /** Whether "of" or "for" may go on a name: that of a body, not of a person or place. */
    private boolean mayGoOn(SentenceView view, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (lexicon.isListed("organisation", view.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private Name read(SentenceView view, int first, int last) {
        int roleAt = -1;
        for (int i = first; i < last; i++) {
            if (isRole(view.lower(i)) && isProper(view, i + 1)) {
                roleAt = i;
            }
        }
        int begin = roleAt >= 0 ? roleAt + 1 : first;
        while (begin < last && lexicon.isListed("titles", view.lower(begin))) {
            begin++;
        }
        boolean titled = begin > first;
        boolean described = begin < last && view.lower(begin).matches("ngos?");
        if (described) {
            begin++;
        }
        int before = roleAt >= 0 ? roleAt : wordBefore(view, first);
        boolean roleBefore = before >= 0 && view.token(before).tagged("N") && isRole(view.lower(before));
        Set<String> called = new java.util.LinkedHashSet<>();
        if (before >= 0
                && roleAt < 0
                && view.token(before).tagged("NN")
                && lexicon.isListed("organisation", view.token(before).lemma())) {
            called.add(view.token(before).lemma());
        }
        if (described) {
            called.add("ngo");
        }
        String text = text(view, begin, last);
        Party.Kind kind = titled || roleBefore ? Party.Kind.PERSON : kind(view, begin, last, called);
        String role = roleBefore ? role(view, before) : "";
        String body = roleBefore ? bodyBefore(view, before) : "";
        return new Name(begin, last, text, kind, role, body, called);
    }

    /** The word before, also before the mark that opens a quoted name: the group "Open Shore". */
    private static int wordBefore(SentenceView view, int first) {
        boolean quoted = first > 1 && view.isOpeningMark(first - 1);
        return quoted ? first - 2 : first - 1;
    }

    boolean isRole(String word) {
        return lexicon.isListed("speaks-for", word) || lexicon.isListed("person", word);
    }

    private Party.Kind kind(SentenceView view, int first, int last, Set<String> called) {
        if (!called.isEmpty()) {
            return Party.Kind.ORGANISATION;
        }
        for (int i = first; i <= last; i++) {
            String lower = view.lower(i);
            if (lexicon.isListed("organisation", lower)
                    || lexicon.isListed("organisation", view.token(i).lemma().toLowerCase(Locale.ROOT))) {
                return Party.Kind.ORGANISATION;
            }
        }
        String word = view.token(last).word();
        boolean acronym = first == last && word.length() >= 2 && word.equals(word.toUpperCase(Locale.ROOT));
        boolean plural = first < last && view.token(last).tag().equals("NNPS");
        return acronym || plural ? Party.Kind.ORGANISATION : Party.Kind.UNKNOWN;
    }

    /** The words of a role: all before its noun that belong to it, and the noun. */
    private static String role(SentenceView view, int noun) {
        return text(view, firstOfRole(view, noun), noun);
    }

    private static int firstOfRole(SentenceView view, int noun) {
        int first = noun;
        while (first > 0 && noun - first < 7 && isModifier(view, first - 1)) {
            first--;
        }
        return first;
    }

    private static boolean isModifier(SentenceView view, int at) {
        Token token = view.token(at);
        return token.tagged("NN")
                || token.tagged("JJ")
                || token.tag().equals("HYPH")
                || token.tag().equals("POS")
                || (token.word().equals("of") && at > 0 && view.token(at - 1).tagged("NNP"));
    }

    /** Whom somebody with this role speaks for, by the words before the role's noun; empty if they name nobody. */
    String bodyBefore(SentenceView view, int noun) {
        String role = view.lower(noun);
        if (!lexicon.isListed("speaks-for", role)) {
            return "";
        }
        int first = firstOfRole(view, noun);
        while (first < noun
                && lexicon.isListed("titles", view.lower(first))
                && !view.lower(first).equals("republican")) {
            if (view.lower(first).equals("former") || view.lower(first).equals("ex")) {
                return "";
            }
            first++;
        }
        int last = noun - 1;
        while (last >= first && isRank(view, last, role)) {
            last--;
        }
        if (last < first
                || (role.equals("secretary") && last == noun - 1)
                || view.lower(noun - 1).equals("prime")) {
            return "";
        }
        boolean named = false;
        for (int i = first; i <= last; i++) {
            named |= view.token(i).tagged("NNP")
                    || Character.isUpperCase(view.token(i).word().charAt(0));
        }
        if (role.equals("minister")) {
            return capitalized(text(view, first, last)) + " Ministry";
        }
        return named ? text(view, first, last) : "";
    }

    /** Words that say how high or of what sort a role is, not whom it serves. */
    private static boolean isRank(SentenceView view, int at, String role) {
        String word = view.lower(at);
        boolean campaign = word.equals("campaign") && role.equals("director");
        return campaign || RANKS.contains(word) || view.token(at).tag().equals("POS");
    }

    /** Whom the role's noun is tied to by what follows or owns it: "a spokesman for the ministry", "the union's head". */
    OptionalInt bodyOf(SentenceView view, int noun) {
        if (!lexicon.isListed("speaks-for", view.token(noun).lemma().toLowerCase(Locale.ROOT))) {
            return OptionalInt.empty();
        }
        OptionalInt owner = view.sentence().child(noun, "nmod:poss");
        if (owner.isPresent()) {
            return owner;
        }
        for (int child : view.sentence().children(noun, "nmod")) {
            if (child > noun
                    && Set.of("of", "for", "at", "with", "from", "in", "to").contains(view.marker(child))
                    && !view.token(child).tagged("CD")) {
                boolean place =
                        view.marker(child).equals("in") || view.marker(child).equals("to");
                if (!place) {
                    return OptionalInt.of(child);
                }
            }
        }
        return OptionalInt.empty();
    }

    static String text(SentenceView view, int first, int last) {
        if (last < first) {
            return "";
        }
        return new Span(view.token(first).begin(), view.token(last).end()).of(view.text());
    }

    static String capitalized(String words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            out.append(out.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return out.toString();
    }
}

package org.headwater.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.masking.PersonalDetails;
import org.headwater.model.Attribution;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.Finding;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;

/**
 * Keeps the names of withheld persons, personal details and redacted words out of everything a case gives out. The masked
 * text is as long as the original, so that every span stays where it is: of each word of a name the first letter is left,
 * the rest becomes dots; a detail becomes dots, redacted words become blocks. The originals are not touched.
 */
final class Withholding {
    /** What stands for a letter that is left out. */
    static final char DOT = '·';

    /** What stands for a letter that a person decided to show to nobody. */
    static final char BLOCK = '█';

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
    /** What stands between the words of a name: spaces in text, a line's end, signs in addresses and file names. */
    private static final String BETWEEN = "(?:[\\s\\u00a0_+.-]{1,3}|%20)";

    /** Where a single word of a name may follow a capital: behind a title, or behind a word that begins a sentence. */
    private static final Pattern NO_OTHER_NAME_BEFORE = Pattern.compile(
            "(?<!(?<![\\p{L}])(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Herr|Frau|Mme|The|But|And|While|When|After|Before|As|If"
                    + "|Although|Though|Since|For|In|On|At|By|With|That|So|Then|Yet|Until|Because|Once|Where|Whether|Like|To|From"
                    + "|Both|Only|Even|Later|Now|Here|Said|Says|Told)[.,]? )\\p{Lu}[\\p{L}'’-]{1,20}\\.? )");

    private static final Pattern NO_OTHER_NAME_AFTER =
            Pattern.compile("(?! (?!(?:Who|And|But|In|On|At|The)\\b)\\p{Lu}\\p{Ll})");

    /** Short texts, such as names and reasons, come up again and again; what they look like masked is kept. */
    private static final int REMEMBERED_LONGEST = 600;

    private static final int REMEMBERED_MOST = 20_000;

    private static final WordLookup NOTHING = WordLookup.of(List.of());
    private static final WordLookup.Surroundings ANYTHING = (text, begin, end) -> true;
    private static final WordLookup.Surroundings BEGINS = WordLookup::beginsWord;
    private static final WordLookup.Surroundings ENDS = WordLookup::endsWord;
    private static final WordLookup.Surroundings NO_LETTERS = BEGINS.and(ENDS);
    private static final WordLookup.Surroundings NO_NAME = NO_LETTERS.and(
            (text, begin, end) -> isAt(NO_OTHER_NAME_BEFORE, text, begin) && isAt(NO_OTHER_NAME_AFTER, text, end));

    private final WordLookup names;
    private final WordLookup shortNames;
    private final WordLookup details;
    private final WordLookup redacted;
    private final Map<DocumentId, List<Redaction>> ownRedactions;
    private final Map<DocumentId, WordLookup> ownWords = new HashMap<>();
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    private Withholding(WithheldWords words) {
        this.names = lookup(words.names(), Withholding::whole);
        this.shortNames = lookup(words.shortNames(), name -> literal(name, NO_NAME));
        this.details = lookup(words.details(), detail -> literal(detail, NO_LETTERS));
        this.redacted = redactedWords(words.redacted().stream().filter(Redaction::isEverywhere));
        this.ownRedactions = words.redacted().stream().collect(Collectors.groupingBy(Redaction::document));
        ownRedactions.forEach((document, here) -> ownWords.put(document, redactedWords(here.stream())));
    }

    /** Withholding of these words. */
    static Withholding of(WithheldWords words) {
        return new Withholding(words);
    }

    private static WordLookup lookup(List<String> words, Function<String, WordLookup.Expression> expression) {
        return WordLookup.of(words.stream().distinct().map(expression).toList());
    }

    private static WordLookup redactedWords(Stream<Redaction> redactions) {
        return lookup(redactions.flatMap(each -> each.needles().stream()).toList(), Withholding::inAnyForm);
    }

    private static WordLookup.Expression literal(String words, WordLookup.Surroundings between) {
        return new WordLookup.Expression(List.of(words), Pattern.compile(words, Pattern.LITERAL), between, words);
    }

    /**
     * A full name is found however it is written, in capitals, over two lines or as part of an address; a single word only
     * as it stands or in capitals, for it may be a word of the language too. Names in scripts without spaces are found
     * inside words.
     */
    private static WordLookup.Expression whole(String name) {
        if (name.codePoints().anyMatch(Character::isIdeographic)) {
            return literal(name, ANYTHING);
        }
        List<String> parts = List.of(name.strip().split("[\\s\\u00a0]+"));
        String upper = name.toUpperCase(Locale.ROOT);
        return parts.size() > 1
                ? inOrder(name, parts, BETWEEN, NO_LETTERS)
                : new WordLookup.Expression(
                        List.of(name, upper),
                        Pattern.compile(Pattern.quote(name) + "|" + Pattern.quote(upper)),
                        NO_LETTERS,
                        name);
    }

    /** Redacted words, in any case of letters and however they are broken into lines. */
    private static WordLookup.Expression inAnyForm(String words) {
        String gap = "(?:[\\s\\u00a0]+|" + BETWEEN + ")";
        List<String> parts = List.of(words.strip().split("[\\s\\u00a0]+"));
        boolean inside = words.codePoints().anyMatch(Character::isIdeographic);
        return inOrder(words, parts, gap, inside ? ANYTHING : aroundRedacted(words.strip()));
    }

    /** Words do not end inside of a word, signs may. */
    private static WordLookup.Surroundings aroundRedacted(String words) {
        boolean before = Character.isLetterOrDigit(words.codePointAt(0));
        boolean behind = Character.isLetterOrDigit(words.codePointBefore(words.length()));
        return (before ? BEGINS : ANYTHING).and(behind ? ENDS : ANYTHING);
    }

    private static boolean isAt(Pattern pattern, String text, int place) {
        return pattern.matcher(text)
                .region(place, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    private static WordLookup.Expression inOrder(
            String words, List<String> parts, String gap, WordLookup.Surroundings between) {
        return new WordLookup.Expression(
                List.of(parts.get(0)),
                Pattern.compile("(?iu)" + parts.stream().map(Pattern::quote).collect(Collectors.joining(gap))),
                between,
                words);
    }

    /** The text with every withheld name, redacted word and personal detail masked, unit for unit. */
    String mask(String text) {
        if (text.length() > REMEMBERED_LONGEST) {
            return masked(text);
        }
        if (remembered.size() >= REMEMBERED_MOST) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(text, this::masked);
    }

    private String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        for (WordLookup each : List.of(names, shortNames)) {
            each.find(text, (begin, end) -> masked.replace(begin, end, initials(text.substring(begin, end))));
        }
        PersonalDetails.in(text).forEach(detail -> cover(masked, detail.begin(), detail.end(), DOT));
        details.find(text, (begin, end) -> cover(masked, begin, end, DOT));
        redacted.find(text, (begin, end) -> cover(masked, begin, end, BLOCK));
        return masked.toString();
    }

    /** Whether a text has a name that is withheld. */
    boolean hasNames(String text) {
        boolean[] found = {false};
        names.find(text, (begin, end) -> found[0] = true);
        return found[0];
    }

    /** Where a text has words that are redacted in every document. */
    List<Span> redactedIn(String text) {
        List<Span> places = new ArrayList<>();
        redacted.find(text, (begin, end) -> places.add(new Span(begin, end)));
        return places;
    }

    /** The text with redacted words covered and nothing else. */
    String redact(String text) {
        StringBuilder covered = new StringBuilder(text);
        redacted.find(text, (begin, end) -> cover(covered, begin, end, BLOCK));
        return covered.toString();
    }

    /** A document of which nothing but redacted words is covered: what may be searched for. */
    Document redact(Document document) {
        UnaryOperator<String> covering = text -> own(document.id(), redact(text), text);
        return withWords(document, covering, UnaryOperator.identity(), at(document.id(), covering));
    }

    /** Whether words of the document are redacted, by whatever decision: its original is sealed then. */
    boolean isRedacted(Document document) {
        return !redact(document).equals(document);
    }

    /** What is left of a text of a document, or one made from it, once the words that are redacted there alone are covered. */
    private String own(DocumentId document, String masked, String text) {
        WordLookup words = ownWords.getOrDefault(document, NOTHING);
        if (words == NOTHING) {
            return masked;
        }
        StringBuilder covered = new StringBuilder(masked);
        words.find(text, (begin, end) -> cover(covered, begin, end, BLOCK));
        return covered.toString();
    }

    /** Covers what is redacted at its place in the text of a document, from the unit where a stretch of it begins. */
    private String placed(DocumentId document, String masked, int from) {
        List<Redaction> here = ownRedactions.getOrDefault(document, List.of());
        if (here.isEmpty()) {
            return masked;
        }
        StringBuilder covered = new StringBuilder(masked);
        for (Redaction each : here) {
            int begin = Math.max(0, each.span().begin() - from);
            int end = Math.min(masked.length(), each.span().end() - from);
            cover(covered, begin, end, BLOCK);
        }
        return covered.toString();
    }

    private UnaryOperator<String> at(DocumentId document, UnaryOperator<String> masking) {
        return text -> placed(document, masking.apply(text), 0);
    }

    /** White space is left, so that lines break where they did. */
    private static void cover(StringBuilder text, int begin, int end, char with) {
        for (int i = begin; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, with);
            }
        }
    }

    /** As many units as the name: the first letter of each word, then dots. */
    static String initials(String name) {
        StringBuilder initials = new StringBuilder(name);
        Matcher word = WORD.matcher(name);
        while (word.find()) {
            int first = word.start() + Character.charCount(name.codePointAt(word.start()));
            for (int i = first; i < word.end(); i++) {
                initials.setCharAt(i, DOT);
            }
        }
        return initials.toString();
    }

    /**
     * A statement without the numbers, dates and places that were read out of redacted words and stand nowhere else in its
     * sentence: they say more than their words, which alone could be covered.
     */
    Statement withoutRedacted(Statement statement) {
        if (ownRedactions.isEmpty()) {
            return statement;
        }
        Predicate<String> gone = redactedIn(statement);
        Map<String, SlotValue> left = new TreeMap<>();
        statement.slots().forEach((name, value) -> left(value, gone).ifPresent(each -> left.put(name, each)));
        return left.equals(statement.slots()) ? statement : statement.withSlots(left);
    }

    /** What is left of a value of which these words are not to be read. */
    private static Optional<SlotValue> left(SlotValue value, Predicate<String> gone) {
        if (value instanceof SlotValue.Several several) {
            List<SlotValue> values = several.values().stream()
                    .flatMap(each -> left(each, gone).stream())
                    .toList();
            return values.size() < 2 ? values.stream().findFirst() : Optional.of(new SlotValue.Several(values));
        }
        boolean figure = value instanceof SlotValue.Count
                || value instanceof SlotValue.Period
                || value instanceof SlotValue.Place;
        return figure && gone.test(value.text()) ? Optional.empty() : Optional.of(value);
    }

    /** Whether words of a statement were read out of redacted ones: all places where its sentence has them are covered. */
    private Predicate<String> redactedIn(Statement statement) {
        DocumentId document = statement.document();
        String quote = statement.quote();
        String shown = placed(
                document, own(document, redact(quote), quote), statement.span().begin());
        List<Redaction> here = ownRedactions.getOrDefault(document, List.of());
        return words -> {
            if (words.isBlank()) {
                return false;
            }
            List<Integer> places = places(quote, words);
            return places.isEmpty()
                    ? here.stream()
                            .anyMatch(each -> !places(each.words(), words).isEmpty())
                    : places.stream()
                            .allMatch(at ->
                                    shown.substring(at, at + words.length()).indexOf(BLOCK) >= 0);
        };
    }

    /** Where a text has these words: no number within another one. */
    private static List<Integer> places(String text, String words) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || !isGlued(text.codePointBefore(at), text.codePointAt(at));
            boolean ends = end == text.length() || !isGlued(text.codePointBefore(end), text.codePointAt(end));
            if (begins && ends) {
                places.add(at);
            }
        }
        return places;
    }

    private static boolean isGlued(int one, int other) {
        return Character.isLetterOrDigit(one)
                && Character.isLetterOrDigit(other)
                && !Character.isIdeographic(one)
                && !Character.isIdeographic(other);
    }

    Statement mask(Statement all) {
        Statement statement = withoutRedacted(all);
        UnaryOperator<String> masking = masking(statement);
        List<Attribution.Step> chain = statement.attribution().steps().stream()
                .map(step -> new Attribution.Step(
                        masking.apply(step.name()), step.entity(), masking.apply(step.text()), step.how()))
                .toList();
        return new Statement(
                statement.id(),
                statement.document(),
                mask(statement.file()),
                statement.kind(),
                statement.polarity(),
                statement.span(),
                placed(
                        statement.document(),
                        masking.apply(statement.quote()),
                        statement.span().begin()),
                mask(statement.slots(), masking),
                new Attribution(chain),
                statement.certainty(),
                statement.status(),
                statement.by());
    }

    /** Masks words of a statement: what was read out of redacted words is covered with them. */
    UnaryOperator<String> masking(Statement statement) {
        List<Redaction> touched = ownRedactions.getOrDefault(statement.document(), List.of()).stream()
                .filter(each -> each.span().overlaps(statement.span()))
                .toList();
        return text -> {
            String masked = own(statement.document(), mask(text), text);
            boolean read = text.length() > 1
                    && touched.stream().anyMatch(each -> each.words().contains(text));
            return read ? String.valueOf(BLOCK).repeat(masked.length()) : masked;
        };
    }

    private static SlotValue mask(SlotValue value, UnaryOperator<String> masking) {
        return value.fold(new SlotValue.Cases<SlotValue>() {
            @Override
            public SlotValue count(SlotValue.Count count) {
                return count;
            }

            @Override
            public SlotValue period(SlotValue.Period period) {
                return period;
            }

            @Override
            public SlotValue place(SlotValue.Place place) {
                return new SlotValue.Place(
                        masking.apply(place.name()), place.country(), place.id(), masking.apply(place.text()));
            }

            @Override
            public SlotValue party(SlotValue.Party party) {
                return new SlotValue.Party(masking.apply(party.name()), party.entity(), masking.apply(party.text()));
            }

            @Override
            public SlotValue word(SlotValue.Word word) {
                return new SlotValue.Word(masking.apply(word.name()), masking.apply(word.text()));
            }

            @Override
            public SlotValue several(SlotValue.Several several) {
                return new SlotValue.Several(several.values().stream()
                        .map(each -> mask(each, masking))
                        .toList());
            }
        });
    }

    Document mask(Document document) {
        UnaryOperator<String> masking = text -> own(document.id(), mask(text), text);
        return withWords(document, masking, Withholding::initials, at(document.id(), masking));
    }

    private static Document withWords(
            Document document,
            UnaryOperator<String> masking,
            UnaryOperator<String> byline,
            UnaryOperator<String> ofText) {
        return new Document(
                document.id(),
                document.item(),
                masking.apply(document.file()),
                masking.apply(document.part()),
                ofText.apply(document.text()),
                document.title().map(masking),
                document.outlet().map(masking),
                document.byline().map(name -> byline.apply(masking.apply(name))),
                document.published(),
                document.language(),
                document.address().map(masking),
                document.reader());
    }

    Entity mask(Entity entity) {
        boolean isOpen = entity.kind() == EntityKind.PERSON && !entity.withheld();
        UnaryOperator<String> masking = isOpen ? this::redact : this::mask;
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.withheld() ? initials(redact(entity.name())) : masking.apply(entity.name()),
                entity.aliases().stream()
                        .map(alias -> new Entity.Alias(
                                alias.withheld() ? mask(alias.name()) : masking.apply(alias.name()),
                                alias.mentions(),
                                mask(alias.reason()),
                                alias.withheld()))
                        .toList(),
                entity.withheld());
    }

    /** A decision on a person names that person. */
    Decision mask(Decision decision) {
        Map<String, String> changes = new TreeMap<>();
        decision.changes().forEach((name, value) -> changes.put(name, mask(value)));
        return new Decision(
                decision.sequence(),
                decision.at(),
                decision.who(),
                mask(decision.why()),
                decision.action(),
                mask(decision.target()),
                changes,
                decision.bundle());
    }

    IntakeOutcome mask(IntakeOutcome outcome) {
        return new IntakeOutcome(
                mask(outcome.path()), outcome.item(), outcome.result(), outcome.fault(), mask(outcome.message()));
    }

    Derivation mask(Derivation derivation) {
        return new Derivation(
                derivation.id(),
                derivation.derived(),
                derivation.source(),
                derivation.kind(),
                derivation.passages(),
                derivation.shareOfDerived(),
                derivation.shareOfSource(),
                mask(derivation.reason()));
    }

    Finding mask(Finding finding) {
        List<Finding.Value> values = finding.values().stream()
                .map(value -> new Finding.Value(
                        mask(value.slots(), this::mask),
                        value.when(),
                        value.standing(),
                        mask(value.reason()),
                        value.supports().stream()
                                .map(support -> new Finding.Support(mask(support.origin()), support.carriers()))
                                .toList(),
                        value.circular()))
                .toList();
        List<Finding.Conflict> conflicts = finding.conflicts().stream()
                .map(conflict -> new Finding.Conflict(conflict.one(), conflict.other(), mask(conflict.reason())))
                .toList();
        return new Finding(
                finding.id(), finding.kind(), mask(finding.about(), this::mask), values, conflicts, finding.denials());
    }

    private static Map<String, SlotValue> mask(Map<String, SlotValue> slots, UnaryOperator<String> masking) {
        Map<String, SlotValue> masked = new TreeMap<>();
        slots.forEach((name, value) -> masked.put(name, mask(value, masking)));
        return masked;
    }

    Origin mask(Origin origin) {
        return new Origin(origin.id(), mask(origin.party()), origin.kind(), mask(origin.reason()));
    }

    OriginTrace mask(OriginTrace trace) {
        return new OriginTrace(
                trace.statement(), trace.origin().map(this::mask), mask(trace.steps()), trace.ownReporting());
    }

    CitedOrigin mask(CitedOrigin cited) {
        return new CitedOrigin(cited.document(), cited.span(), mask(cited.origin()), mask(cited.steps()));
    }

    private List<OriginTrace.Step> mask(List<OriginTrace.Step> steps) {
        return steps.stream()
                .map(step ->
                        new OriginTrace.Step(mask(step.from()), mask(step.to()), step.document(), mask(step.reason())))
                .toList();
    }
}

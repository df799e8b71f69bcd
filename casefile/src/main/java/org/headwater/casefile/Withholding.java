package org.headwater.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headwater.casefile.masking.PersonalDetails;
import org.headwater.model.Attribution;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.Finding;
import org.headwater.model.Known;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * Keeps the names of withheld persons and personal details out of everything a case gives out. The masked text is as long
 * as the original, so that every span stays where it is: of each word of a name the first letter is left, the rest
 * becomes dots; a detail becomes dots. The originals are not touched.
 */
final class Withholding {
    /** What stands for a letter that is left out. */
    static final char DOT = '·';

    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");
    /** What stands between the words of a name: spaces in text, a line's end, signs in addresses and file names. */
    private static final String BETWEEN = "(?:[\\s\\u00a0_+.-]{1,3}|%20)";

    /** Where a single word of a name may follow a capital: behind a title, or behind a word that begins a sentence. */
    private static final String NO_OTHER_NAME_BEFORE =
            "(?<!(?<![\\p{L}])(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam|Herr|Frau|Mme|The|But|And|While|When|After|Before|As|If"
                    + "|Although|Though|Since|For|In|On|At|By|With|That|So|Then|Yet|Until|Because|Once|Where|Whether|Like|To|From"
                    + "|Both|Only|Even|Later|Now|Here|Said|Says|Told)[.,]? )\\p{Lu}[\\p{L}'’-]{1,20}\\.? )";

    private static final String NO_OTHER_NAME_AFTER = "(?! (?!(?:Who|And|But|In|On|At|The)\\b)\\p{Lu}\\p{Ll})";

    /** Short texts, such as names and reasons, come up again and again; what they look like masked is kept. */
    private static final int REMEMBERED_LONGEST = 600;

    private static final int REMEMBERED_MOST = 20_000;

    private final Pattern names;
    private final Pattern shortNames;
    private final Pattern details;
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    private Withholding(WithheldWords words) {
        this.names = anyOf(words.names(), Withholding::whole);
        this.shortNames = anyOf(
                words.shortNames(),
                name -> "(?<![\\p{L}\\p{N}])" + NO_OTHER_NAME_BEFORE + Pattern.quote(name) + "(?![\\p{L}\\p{N}])"
                        + NO_OTHER_NAME_AFTER);
        this.details =
                anyOf(words.details(), detail -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(detail) + "(?![\\p{L}\\p{N}])");
    }

    /** Withholding of these words. */
    static Withholding of(WithheldWords words) {
        return new Withholding(words);
    }

    /** Longest first, so that a surname does not cut a full name short. */
    private static Pattern anyOf(Collection<String> words, UnaryOperator<String> expression) {
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b));
        return longestFirst.isEmpty()
                ? NONE
                : Pattern.compile(longestFirst.stream().map(expression).collect(Collectors.joining("|")));
    }

    /**
     * A full name is found however it is written, in capitals, over two lines or as part of an address; a single word only
     * as it stands or in capitals, for it may be a word of the language too. Names in scripts without spaces are found
     * inside words.
     */
    private static String whole(String name) {
        if (name.codePoints().anyMatch(Character::isIdeographic)) {
            return Pattern.quote(name);
        }
        List<String> parts = List.of(name.strip().split("[\\s\\u00a0]+"));
        String expression = parts.size() > 1
                ? "(?iu:" + parts.stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN)) + ")"
                : "(?:" + Pattern.quote(name) + "|" + Pattern.quote(name.toUpperCase(Locale.ROOT)) + ")";
        return "(?<![\\p{L}\\p{N}])" + expression + "(?![\\p{L}\\p{N}])";
    }

    /** The text with every withheld name and personal detail masked, unit for unit. */
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
        for (Pattern each : List.of(names, shortNames)) {
            Matcher matcher = each.matcher(text);
            while (matcher.find()) {
                masked.replace(matcher.start(), matcher.end(), initials(matcher.group()));
            }
        }
        PersonalDetails.in(text).forEach(detail -> cover(masked, detail.begin(), detail.end()));
        Matcher known = details.matcher(text);
        while (known.find()) {
            cover(masked, known.start(), known.end());
        }
        return masked.toString();
    }

    /** White space is left, so that lines break where they did. */
    private static void cover(StringBuilder text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                text.setCharAt(i, DOT);
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

    Statement mask(Statement statement) {
        List<Attribution.Step> chain = statement.attribution().steps().stream()
                .map(step -> new Attribution.Step(mask(step.name()), step.entity(), mask(step.text()), step.how()))
                .toList();
        return new Statement(
                statement.id(),
                statement.document(),
                mask(statement.file()),
                statement.kind(),
                statement.polarity(),
                statement.span(),
                mask(statement.quote()),
                mask(statement.slots()),
                new Attribution(chain),
                statement.certainty(),
                statement.status(),
                statement.by());
    }

    SlotValue mask(SlotValue value) {
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
                return new SlotValue.Place(mask(place.name()), place.country(), place.id(), mask(place.text()));
            }

            @Override
            public SlotValue party(SlotValue.Party party) {
                return new SlotValue.Party(mask(party.name()), party.entity(), mask(party.text()));
            }

            @Override
            public SlotValue word(SlotValue.Word word) {
                return new SlotValue.Word(mask(word.name()), mask(word.text()));
            }

            @Override
            public SlotValue several(SlotValue.Several several) {
                return new SlotValue.Several(
                        several.values().stream().map(Withholding.this::mask).toList());
            }
        });
    }

    Document mask(Document document) {
        return new Document(
                document.id(),
                document.item(),
                mask(document.file()),
                mask(document.part()),
                mask(document.text()),
                mask(document.title()),
                mask(document.outlet()),
                document.byline().map(Withholding::initials),
                document.published(),
                document.language(),
                mask(document.address()),
                document.reader());
    }

    private Known<String> mask(Known<String> known) {
        return known.map(this::mask);
    }

    Entity mask(Entity entity) {
        boolean isOpen = entity.kind() == EntityKind.PERSON && !entity.withheld();
        UnaryOperator<String> masking = isOpen ? UnaryOperator.identity() : this::mask;
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.withheld() ? initials(entity.name()) : masking.apply(entity.name()),
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
                        mask(value.slots()),
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
        return new Finding(finding.id(), finding.kind(), mask(finding.about()), values, conflicts, finding.denials());
    }

    private Map<String, SlotValue> mask(Map<String, SlotValue> slots) {
        Map<String, SlotValue> masked = new TreeMap<>();
        slots.forEach((name, value) -> masked.put(name, mask(value)));
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

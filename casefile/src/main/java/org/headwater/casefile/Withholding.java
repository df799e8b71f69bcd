package org.headwater.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headwater.entities.Titles;
import org.headwater.model.Attribution;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.Finding;
import org.headwater.model.Known;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * Keeps the names of withheld persons, and e-mail addresses and telephone numbers, out of everything a case gives out.
 * The masked text is as long as the original, so that every span stays where it is: of each word of a name the first
 * letter is left, the rest becomes dots. The originals are not touched.
 */
final class Withholding {
    /** What stands for a letter that is left out. */
    static final char DOT = '·';

    private static final Pattern EMAIL = Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)+");
    private static final Pattern TELEPHONE =
            Pattern.compile("(?<![\\p{Alnum}.,/-])(?:\\+|00)\\d[\\d ()/.-]{6,20}\\d(?![\\p{Alnum}])");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]+");

    private final Map<EntityId, Entity> withheld = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Pattern pattern;

    private Withholding(Collection<Entity> entities) {
        for (Entity entity : entities) {
            Set<String> own = new TreeSet<>();
            entity.aliases().stream()
                    .filter(Entity.Alias::withheld)
                    .map(Entity.Alias::name)
                    .forEach(own::add);
            if (!own.isEmpty()) {
                withheld.put(entity.id(), entity);
                own.stream().filter(name -> !isTitled(name, own)).forEach(names::add);
            }
        }
        // Longest first, so that a surname does not cut a full name short.
        List<String> longestFirst = new ArrayList<>(names);
        longestFirst.removeIf(name -> name.isBlank() || !WORD.matcher(name).find());
        longestFirst.sort((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b));
        this.pattern = longestFirst.isEmpty()
                ? Pattern.compile("(?!)")
                : Pattern.compile(longestFirst.stream()
                        .map(Withholding::whole)
                        .reduce((a, b) -> a + "|" + b)
                        .orElseThrow());
    }

    /** Whether it is another of these names behind a title, which hides nobody: "Minister Ada Loon". */
    private static boolean isTitled(String name, Set<String> names) {
        return names.stream()
                .filter(other -> name.endsWith(" " + other))
                .anyMatch(other -> Titles.end(name.substring(0, name.length() - other.length() - 1)));
    }

    /** Withholding of the names that are withheld, of persons and of those who speak for a body. */
    static Withholding of(Collection<Entity> entities) {
        return new Withholding(entities);
    }

    /** Names in scripts without spaces are found inside words too. */
    private static String whole(String name) {
        String quoted = Pattern.quote(name);
        boolean spaced = name.codePoints().noneMatch(Character::isIdeographic);
        return spaced ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])" : quoted;
    }

    /** The text with every withheld name and personal detail masked, unit for unit. */
    String mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String cover = initials(matcher.group());
            masked.replace(matcher.start(), matcher.end(), cover);
        }
        for (Pattern detail : List.of(EMAIL, TELEPHONE)) {
            Matcher found = detail.matcher(text);
            while (found.find()) {
                for (int i = found.start() + 1; i < found.end(); i++) {
                    masked.setCharAt(i, DOT);
                }
            }
        }
        return masked.toString();
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
        Map<String, SlotValue> slots = new TreeMap<>();
        statement.slots().forEach((name, value) -> slots.put(name, mask(value)));
        List<Attribution.Step> chain = statement.attribution().steps().stream()
                .map(step -> new Attribution.Step(mask(step.name()), step.entity(), mask(step.text()), step.how()))
                .toList();
        return new Statement(
                statement.id(),
                statement.document(),
                statement.file(),
                statement.kind(),
                statement.polarity(),
                statement.span(),
                mask(statement.quote()),
                slots,
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
                return place;
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
                document.file(),
                document.part(),
                mask(document.text()),
                mask(document.title()),
                document.outlet(),
                document.byline().map(Withholding::initials),
                document.published(),
                document.language(),
                document.address(),
                document.reader());
    }

    private Known<String> mask(Known<String> known) {
        return known.map(this::mask);
    }

    Entity mask(Entity entity) {
        if (!withheld.containsKey(entity.id())) {
            return entity;
        }
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.withheld() ? initials(entity.name()) : mask(entity.name()),
                entity.aliases().stream()
                        .map(alias -> new Entity.Alias(
                                alias.withheld() ? mask(alias.name()) : alias.name(),
                                alias.mentions(),
                                mask(alias.reason()),
                                alias.withheld()))
                        .toList(),
                entity.withheld());
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

    Finding mask(Finding finding) {
        List<Finding.Value> values = finding.values().stream()
                .map(value -> new Finding.Value(
                        masked(value.slots()),
                        value.when(),
                        value.standing(),
                        value.reason(),
                        value.supports().stream()
                                .map(support -> new Finding.Support(mask(support.origin()), support.carriers()))
                                .toList(),
                        value.circular()))
                .toList();
        return new Finding(
                finding.id(), finding.kind(), masked(finding.about()), values, finding.conflicts(), finding.denials());
    }

    private Map<String, SlotValue> masked(Map<String, SlotValue> slots) {
        return slots.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> mask(entry.getValue())));
    }
}

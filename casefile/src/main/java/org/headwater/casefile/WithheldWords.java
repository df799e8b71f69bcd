package org.headwater.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.masking.Detail;
import org.headwater.casefile.masking.NamedPersons;
import org.headwater.casefile.masking.PersonalDetails;
import org.headwater.entities.Titles;
import org.headwater.model.ContentHash;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;

/**
 * The words that a case does not give out. Worked out over the whole case at once, because a quote or a slot alone does
 * not show whose name a word is, nor that a number is that of a passport.
 *
 * @param names full names of withheld persons, and names that were decided to be withheld
 * @param shortNames single words of those names that stand for the person where they stand alone: "Marsh said"
 * @param details personal details that only the words beside them give away
 * @param redacted words that a person decided to show to nobody
 */
record WithheldWords(List<String> names, List<String> shortNames, List<String> details, List<Redaction> redacted) {
    static final WithheldWords NONE = new WithheldWords(List.of(), List.of(), List.of(), List.of());

    private static final int SHORTEST = 3;

    /** What has more words with capitals may be a name and part of a headline: its words by themselves are left. */
    private static final int NAME_PARTS_MOST = 3;

    /** Names that are words of English too, and would be found where nobody is meant. */
    private static final Set<String> WORDS_TOO = Set.of(
            "April",
            "Art",
            "August",
            "Bill",
            "Chase",
            "Christian",
            "Dean",
            "Dawn",
            "Drew",
            "Faith",
            "Frank",
            "Grace",
            "Grant",
            "Guy",
            "Hope",
            "Joy",
            "June",
            "Major",
            "Mark",
            "May",
            "Pat",
            "Rich",
            "Rob",
            "Rose",
            "Sue",
            "Will",
            "Young",
            "White",
            "Black",
            "Brown",
            "Green",
            "Wood",
            "Field",
            "Town",
            "Hall",
            "Hill",
            "Park",
            "Church",
            "Island",
            "Islands",
            "Science",
            "School",
            "Road",
            "Street",
            "Lane",
            "Summer",
            "Winter",
            "Spring",
            "Secret",
            "Page",
            "Long",
            "King",
            "Price",
            "Law",
            "Justice",
            "Police",
            "News",
            "Post",
            "Van",
            "Von",
            "Bin",
            "Ibn",
            "Del",
            "Der",
            "Den",
            "The");

    /**
     * What stands in documents.
     *
     * @param texts their texts
     * @param bylines who wrote them, as printed; the senders of mails
     */
    record Read(Collection<String> texts, Collection<String> bylines) {
        Read {
            texts = List.copyOf(texts);
            bylines = List.copyOf(bylines);
        }
    }

    WithheldWords {
        names = List.copyOf(names);
        shortNames = List.copyOf(shortNames);
        details = List.copyOf(details);
        redacted = List.copyOf(redacted);
    }

    /**
     * What to withhold.
     *
     * @param entities every party of the case
     * @param decided names that a person decided on: whether to give them out, whether or not they are an entity's
     * @param read what stands in all documents
     * @param isOther whether words mean something else, such as a place or a term of the subject
     */
    static WithheldWords of(
            Collection<Entity> entities, Map<String, Boolean> decided, Read read, Predicate<String> isOther) {
        Set<String> names = new TreeSet<>();
        entities.stream()
                .flatMap(entity -> entity.aliases().stream())
                .filter(Entity.Alias::withheld)
                .map(alias -> withoutTitle(alias.name()))
                .forEach(names::add);
        read.texts().stream()
                .flatMap(text -> NamedPersons.in(text).stream())
                .filter(name -> !isOther.test(name))
                .forEach(names::add);
        names.removeIf(name -> !PersonalName.isLikely(name));
        names.addAll(writers(read, isOther));
        decided.forEach((name, isNamed) -> {
            if (isNamed) {
                names.remove(name);
            } else if (name.codePoints().anyMatch(Character::isLetter)) {
                names.add(name);
            }
        });
        // A person who is named in public keeps every part of the name, even where a withheld one shares it.
        Set<String> open = entities.stream()
                .filter(entity -> entity.kind() == EntityKind.PERSON && !entity.withheld())
                .flatMap(entity -> entity.aliases().stream())
                .map(Entity.Alias::name)
                .collect(Collectors.toSet());
        Set<String> shortNames = names.stream()
                .map(name -> name.strip().split("[\\s\\u00a0]+"))
                .filter(parts -> parts.length > 1 && capitals(parts) <= NAME_PARTS_MOST)
                .flatMap(Arrays::stream)
                .filter(WithheldWords::canStandAlone)
                .filter(part -> !names.contains(part) && !open.contains(part) && !isOther.test(part))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> details = read.texts().stream()
                .flatMap(text -> PersonalDetails.in(text).stream()
                        .filter(detail -> detail.sign() == Detail.Sign.WORDS)
                        .flatMap(detail -> elsewhere(detail, text)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new WithheldWords(List.copyOf(names), List.copyOf(shortNames), List.copyOf(details), List.of());
    }

    /** Who writes an article or a mail signs it too: what is withheld as a byline is withheld in every text. */
    private static Set<String> writers(Read read, Predicate<String> isOther) {
        return read.bylines().stream()
                .flatMap(byline -> NamedPersons.inByline(byline).stream())
                .filter(name -> !isOther.test(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What of a detail is masked where no words give it away: of a home the street by itself too, unless it is without a
     * number, for offices stand in it as well.
     */
    private static Stream<String> elsewhere(Detail detail, String text) {
        String words = detail.in(text);
        if (detail.kind() == Detail.Kind.BIRTH) {
            // The same day elsewhere is that of something else.
            return Stream.empty();
        }
        if (detail.kind() != Detail.Kind.HOME) {
            return Stream.of(words);
        }
        return Stream.concat(Stream.of(words), Arrays.stream(words.split(",", -1)))
                .map(String::strip)
                .filter(part -> part.chars().anyMatch(Character::isDigit)
                        && part.chars().filter(Character::isLetter).count() >= SHORTEST);
    }

    /** Personal details and redacted words alone. */
    WithheldWords withoutNames() {
        return new WithheldWords(List.of(), List.of(), details, redacted);
    }

    /** These words, with this redacted and nothing else. */
    WithheldWords withRedactions(List<Redaction> redactions) {
        return new WithheldWords(names, shortNames, details, redactions);
    }

    /** These words and more names. */
    WithheldWords withNames(Collection<String> more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(more);
        return new WithheldWords(List.copyOf(all), shortNames, details, redacted);
    }

    /** Names what is redacted; empty if nothing is. */
    String redactedDigest() {
        ContentHash hash = ContentHash.of("redacted");
        redacted.forEach(each -> hash.with(each.document().value())
                .with(each.span().begin())
                .with(each.span().end())
                .with(each.words()));
        return redacted.isEmpty() ? "" : hash.id("redacted");
    }

    /** What a person is hides nobody: of "Minister Ada Loon" the name is withheld, and of "餐馆老板李国强". */
    private static String withoutTitle(String name) {
        Set<String> within = NamedPersons.in(name);
        if (within.size() == 1) {
            return within.iterator().next();
        }
        String[] parts = name.strip().split("[\\s\\u00a0]+");
        for (int last = parts.length - 1; last > 0; last--) {
            if (Titles.end(parts[last - 1])) {
                return String.join(" ", List.of(parts).subList(last, parts.length));
            }
        }
        return name;
    }

    private static long capitals(String[] parts) {
        return Arrays.stream(parts)
                .filter(part -> Character.isUpperCase(part.codePointAt(0)))
                .count();
    }

    private static boolean canStandAlone(String part) {
        return part.length() >= SHORTEST
                && Character.isUpperCase(part.codePointAt(0))
                && part.indexOf('.') < 0
                && !WORDS_TOO.contains(part);
    }
}

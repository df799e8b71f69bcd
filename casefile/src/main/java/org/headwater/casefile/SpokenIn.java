package org.headwater.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.headwater.casefile.masking.NamedPersons;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.attribution.AttributionFinder;
import org.headwater.statements.attribution.Speaker;
import org.headwater.statements.parse.Parser;

/**
 * Who says what in whole documents, with names as the case gives them out. Most sentences of a document are off the subject
 * of the case, so that it knows few who speak there; whoever may be a person and is not known as something else, or named
 * by a decision, is withheld.
 */
final class SpokenIn {
    private static final AttributionFinder FINDER = AttributionFinder.of(Parser.english());

    private final WithheldWords words;
    private final Map<String, Entity> byName = new HashMap<>();
    private final Set<String> free = new HashSet<>();

    /**
     * @param entities those of the case, unmasked
     * @param named names that a person decided on: whether they may be given out
     * @param words what the case does not give out
     */
    SpokenIn(Collection<Entity> entities, Map<String, Boolean> named, WithheldWords words) {
        this.words = words;
        for (Entity entity : entities) {
            for (Entity.Alias alias : entity.aliases()) {
                byName.putIfAbsent(alias.name(), entity);
                if (!entity.withheld() && !alias.withheld()) {
                    free.add(alias.name());
                }
            }
        }
        named.forEach((name, may) -> {
            if (may) {
                free.add(name);
            }
        });
    }

    /** All propositions of a document as it was read, unmasked. */
    List<AttributedProposition> of(Document document) {
        List<AttributedProposition> found = FINDER.find(document);
        Withholding withholding = withholding(found);
        return found.stream().map(each -> masked(each, withholding)).toList();
    }

    private Withholding withholding(List<AttributedProposition> found) {
        Set<String> persons = new TreeSet<>();
        for (AttributedProposition each : found) {
            addPerson(each.source(), persons);
            each.carrier().ifPresent(carrier -> addPerson(carrier, persons));
        }
        return withholding(persons);
    }

    /** What withholds those of these names too that may be a person's, unless they are known or given free. */
    Withholding withholdingOf(Collection<String> names) {
        return withholding(names.stream()
                .filter(name -> !free.contains(name)
                        && PersonalName.isLikely(name)
                        && Gazetteer.shipped().named(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Withholding withholding(Set<String> persons) {
        return Withholding.of(words.withNames(persons));
    }

    private void addPerson(Speaker speaker, Set<String> persons) {
        boolean other = speaker.kind().filter(kind -> kind != EntityKind.PERSON).isPresent()
                || Gazetteer.shipped().named(speaker.name()).isPresent();
        if (other) {
            return;
        }
        Set<String> within = NamedPersons.in(speaker.name());
        if (!within.isEmpty()) {
            within.stream().filter(name -> !free.contains(name)).forEach(persons::add);
            return;
        }
        if (free.contains(speaker.name()) || !PersonalName.isLikely(speaker.name())) {
            return;
        }
        persons.add(speaker.name());
        // The surname alone is the same name.
        if (PersonalName.isLikely(speaker.text()) && speaker.name().contains(speaker.text())) {
            persons.add(speaker.text());
        }
    }

    private AttributedProposition masked(AttributedProposition each, Withholding withholding) {
        return new AttributedProposition(
                masked(each.source(), withholding),
                each.cue(),
                each.kind(),
                each.content(),
                each.mode(),
                each.how(),
                each.carrier().map(carrier -> masked(carrier, withholding)),
                each.depth(),
                each.reason());
    }

    /** The speaker under the name that the case uses for it. */
    private Speaker masked(Speaker speaker, Withholding withholding) {
        String name = Optional.ofNullable(byName.get(speaker.name()))
                .map(Entity::name)
                .orElse(speaker.name());
        return new Speaker(
                speaker.span(),
                withholding.mask(speaker.text()),
                withholding.mask(name),
                speaker.role().map(withholding::mask),
                speaker.body().map(withholding::mask),
                speaker.kind(),
                withholding.mask(speaker.reason()));
    }
}

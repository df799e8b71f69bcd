package org.headwater.entities;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headwater.entities.SharedClaims.Parties;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityKind;
import org.headwater.model.NameMention;
import org.headwater.model.Statement;

/**
 * Every name of a case with where it stands: from mentions, from the slots and attributions of statements, and the
 * outlets of documents. The order in which they come in makes no difference.
 */
final class Roster {
    private static final Set<String> SPEAKERS = Tables.words("speakers.txt");
    private static final Set<String> GENERAL = Tables.words("general-words.txt");
    private static final Set<String> JOINTS =
            Set.of("of", "the", "for", "at", "de", "del", "la", "du", "der", "von", "a", "an", "its", "to");

    /** What publishes is a body, however many sentences take "De Kadepost" for a person's name. */
    private static final int PUBLISHING = 1_000;

    private final Offices offices;
    private final TreeMap<String, TreeMap<DocumentId, Seen>> seen = new TreeMap<>();

    private Roster(Offices offices) {
        this.offices = offices;
    }

    /** The nodes of all names but those of places, in the order of their keys. */
    static List<NameNode> gather(
            Offices offices, List<NameMention> names, List<Statement> statements, List<Document> documents) {
        Roster roster = new Roster(offices);
        for (NameMention mention : names) {
            if (mention.kind() != EntityKind.PLACE) {
                Seen place = roster.seen(mention.name(), mention.document());
                place.times++;
                place.kinds.merge(mention.kind(), 1, Integer::sum);
                roster.role(place, mention.document(), mention.role());
            }
        }
        for (Statement statement : statements) {
            for (Attribution.Step step : statement.attribution().steps()) {
                Seen place = roster.seen(step.name(), statement.document());
                place.words.add(step.text());
                String role = roleBefore(step);
                if (!role.isEmpty()) {
                    place.kinds.merge(EntityKind.PERSON, 1, Integer::sum);
                    roster.role(place, statement.document(), role);
                }
            }
            statement.slots().values().stream()
                    .flatMap(value -> Parties.in(value).stream())
                    .forEach(party -> roster.seen(party.name(), statement.document())
                            .words
                            .add(party.text()));
        }
        for (Document document : documents) {
            document.outlet()
                    .value()
                    .ifPresent(outlet -> roster.seen(outlet, document.id())
                            .kinds
                            .merge(EntityKind.ORGANISATION, PUBLISHING, Integer::sum));
        }
        roster.seen.remove("");
        return roster.nodes();
    }

    /** The role that the words of an attribution put before a person's name; empty if they put none. */
    private static String roleBefore(Attribution.Step step) {
        String name = " " + step.name();
        if (!step.text().endsWith(name) || !areNames(step.name().split(" ", -1), 0)) {
            return "";
        }
        String role = step.text().substring(0, step.text().length() - name.length());
        return Titles.end(role) ? role : "";
    }

    private Seen seen(String name, DocumentId document) {
        return seen.computeIfAbsent(name.strip(), n -> new TreeMap<>()).computeIfAbsent(document, d -> new Seen());
    }

    /** A role tells whom a person speaks for; that body is a name too. */
    private void role(Seen place, DocumentId document, String role) {
        if (role.isBlank()) {
            return;
        }
        place.roles.add(role.strip());
        bodyOf(role).ifPresent(body -> seen(body, document));
    }

    /** The body that somebody in this role speaks for; empty if the role is none of speaking or names no body. */
    Optional<String> bodyOf(String role) {
        return bodyOf(role, offices);
    }

    static Optional<String> bodyOf(String role, Offices offices) {
        List<String> rest = new ArrayList<>();
        boolean speaks = false;
        for (String word : role.strip().split("\\s+", -1)) {
            String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\-]", "");
            if (SPEAKERS.contains(plain)) {
                speaks = true;
            } else if (!JOINTS.contains(plain)) {
                rest.add(word.replaceAll("(?:['’]s)?[,.;]*$", ""));
            }
        }
        Optional<Offices.Office> office = speaks ? offices.read(role) : Optional.empty();
        if (office.isPresent()) {
            return office.map(Offices.Office::name);
        }
        String body = String.join(" ", rest);
        boolean named = speaks
                && !body.isEmpty()
                && rest.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
                && rest.stream().anyMatch(word -> !GENERAL.contains(word.toLowerCase(Locale.ROOT)));
        return named ? Optional.of(body) : Optional.empty();
    }

    private List<NameNode> nodes() {
        splitTitled();
        Map<String, EntityKind> kinds = new TreeMap<>();
        Map<DocumentId, Set<String>> surnames = new TreeMap<>();
        seen.forEach((name, places) -> {
            kinds.put(name, kindOf(places));
            if (kinds.get(name) == EntityKind.PERSON) {
                List<String> words = NameForm.of(name).words();
                places.keySet().forEach(document -> {
                    if (words.size() > 1) {
                        surnames.computeIfAbsent(document, d -> new HashSet<>()).add(words.get(words.size() - 1));
                    }
                });
            }
        });
        Map<DocumentId, List<NameForm>> bodies = bodies(kinds);
        TreeMap<String, NameNode> nodes = new TreeMap<>();
        seen.forEach((name, places) -> {
            NameForm form = NameForm.of(name);
            Optional<Offices.Office> office = offices.read(name);
            Optional<Offices.Office> told = offices.embassy(name, office, Set.of());
            places.forEach((document, place) -> {
                boolean surname = isSurname(form, surnames.getOrDefault(document, Set.of()))
                        && !name.equals(name.toUpperCase(Locale.ROOT));
                boolean person = kinds.get(name) == EntityKind.PERSON || surname;
                Optional<Offices.Office> embassy =
                        person ? Optional.empty() : offices.embassy(name, office, place.words);
                boolean tells = embassy.equals(told);
                boolean local = person
                        ? form.words().size() == 1 && form.script() == NameForm.Script.ALPHABET
                        : isShort(form, bodies.getOrDefault(document, List.of()))
                                && !offices.isPlace(name)
                                && office.isEmpty();
                Optional<DocumentId> only =
                        local || (embassy.isPresent() && !tells) ? Optional.of(document) : Optional.empty();
                NameNode node = new NameNode(name, only);
                embassy.ifPresent(node::office);
                add(nodes.computeIfAbsent(node.key(), k -> node), document, place, person);
            });
        });
        nodes.values().forEach(node -> {
            // A person may bear a country's name; "Chinese representative" is no person's name.
            if (node.office().isEmpty() && (!node.isPerson() || !offices.isPlace(node.name()))) {
                offices.read(node.name()).ifPresent(node::office);
            }
        });
        return List.copyOf(nodes.values());
    }

    /** "FBI Director Christopher Wray" is a person with a role. */
    private void splitTitled() {
        for (String name : List.copyOf(seen.keySet())) {
            String[] words = name.split(" ", -1);
            int at = -1;
            for (int i = 1; i < words.length - 1; i++) {
                at = SPEAKERS.contains(words[i].toLowerCase(Locale.ROOT)) ? i : at;
            }
            if (at > 0 && words.length - at <= 5 && areNames(words, at + 1)) {
                String role = String.join(" ", List.of(words).subList(0, at + 1));
                seen.get(name).forEach((document, place) -> {
                    place.kinds.clear();
                    place.kinds.put(EntityKind.PERSON, 1);
                    role(place, document, role);
                });
            }
        }
    }

    private static boolean areNames(String[] words, int from) {
        for (int i = from; i < words.length; i++) {
            if (words[i].isEmpty()
                    || !Character.isUpperCase(words[i].codePointAt(0))
                    || GENERAL.contains(words[i].toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private Map<DocumentId, List<NameForm>> bodies(Map<String, EntityKind> kinds) {
        Map<DocumentId, List<NameForm>> bodies = new TreeMap<>();
        seen.forEach((name, places) -> {
            if (kinds.get(name) != EntityKind.PERSON) {
                NameForm form = NameForm.of(name);
                places.keySet()
                        .forEach(document -> bodies.computeIfAbsent(document, d -> new ArrayList<>())
                                .add(form));
            }
        });
        return bodies;
    }

    private static boolean isSurname(NameForm form, Set<String> surnames) {
        return form.words().size() == 1 && surnames.contains(form.words().get(0));
    }

    /** Whether another body of the document has all these words and more, so that this may be short for it. */
    private static boolean isShort(NameForm form, List<NameForm> bodies) {
        return ShortNames.isTelling(form)
                && bodies.size() <= 2_000
                && bodies.stream().anyMatch(other -> ShortNames.isShortFor(form, other));
    }

    private static void add(NameNode node, DocumentId document, Seen place, boolean person) {
        node.documents().merge(document, Math.max(1, place.times), Integer::sum);
        place.kinds.forEach((kind, times) -> node.kinds().merge(kind, times, Integer::sum));
        if (person) {
            node.kinds().clear();
            node.kind(EntityKind.PERSON);
        }
        if (!place.roles.isEmpty()) {
            node.roles().computeIfAbsent(document, d -> new TreeSet<>()).addAll(place.roles);
        }
    }

    private static EntityKind kindOf(Map<DocumentId, Seen> places) {
        Map<EntityKind, Integer> votes = new EnumMap<>(EntityKind.class);
        places.values().forEach(place -> place.kinds.forEach((kind, times) -> votes.merge(kind, times, Integer::sum)));
        EntityKind best = EntityKind.ORGANISATION;
        int most = 0;
        for (Map.Entry<EntityKind, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    /** How a name stands in one document. */
    private static final class Seen {
        private int times;
        private final Map<EntityKind, Integer> kinds = new EnumMap<>(EntityKind.class);
        private final TreeSet<String> roles = new TreeSet<>();
        private final TreeSet<String> words = new TreeSet<>();
    }
}

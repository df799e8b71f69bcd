package org.headwater.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headwater.entities.Clusters.Link;
import org.headwater.model.DocumentId;

/**
 * Links that need more than the letters: offices of one country, a surname for the full name, a person for the body they
 * speak for, a short name for the full one, and names that are synonyms word by word of parties with the same claims.
 */
final class PartyLinks {
    private static final Set<String> SURNAMES_FIRST = Tables.words("surnames-first.txt");
    private static final int FEW = 60;
    private static final int ENOUGH_CLAIMS = 2;

    private final List<NameNode> nodes;
    private final Map<DocumentId, List<Integer>> byDocument = new TreeMap<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();

    PartyLinks(List<NameNode> nodes) {
        this.nodes = nodes;
        for (int i = 0; i < nodes.size(); i++) {
            byName.computeIfAbsent(nodes.get(i).name(), n -> new ArrayList<>()).add(i);
            for (DocumentId document : nodes.get(i).documents().keySet()) {
                byDocument.computeIfAbsent(document, d -> new ArrayList<>()).add(i);
            }
        }
    }

    List<Integer> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Names of one office of one country. */
    List<Link> offices() {
        List<Link> links = new ArrayList<>();
        Map<Offices.Office, Integer> first = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Optional<Offices.Office> office = nodes.get(i).office();
            if (office.isPresent()) {
                Integer before = first.putIfAbsent(office.get(), i);
                if (before != null) {
                    links.add(new Link(
                            before,
                            i,
                            0.95,
                            "names the same office: " + office.get().name(),
                            false));
                }
            }
        }
        return links;
    }

    /** "The Chinese ministry", for the one ministry of that country that its documents name. */
    List<Link> ministries(Offices offices) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NameNode node = nodes.get(i);
            Optional<String> country =
                    node.office().isPresent() ? Optional.empty() : offices.countryOfSomeMinistry(node.name());
            if (country.isPresent()) {
                TreeMap<String, Integer> named = new TreeMap<>();
                node.documents().keySet().stream()
                        .flatMap(document -> byDocument.get(document).stream())
                        .forEach(other -> nodes.get(other)
                                .office()
                                .filter(Offices.Office::isMinistry)
                                .filter(office -> office.country().equals(country.get()))
                                .ifPresent(office -> named.putIfAbsent(office.name(), other)));
                if (named.size() == 1) {
                    String name = named.firstKey();
                    links.add(new Link(
                            named.get(name), i, 0.85, "the one ministry of that country there: " + name, false));
                }
            }
        }
        return links;
    }

    /** A surname alone, for the one person of that surname in the document. */
    List<Link> surnames(Clusters clusters) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NameNode node = nodes.get(i);
            if (node.isPerson() && node.only().isPresent()) {
                String surname = node.form().squeezed();
                TreeMap<Integer, Integer> full = new TreeMap<>();
                for (int other : byDocument.get(node.only().get())) {
                    if (nodes.get(other).isPerson()
                            && isSurnameOf(surname, nodes.get(other).form())) {
                        full.putIfAbsent(clusters.root(other), other);
                    }
                }
                if (full.size() == 1) {
                    int other = full.firstEntry().getValue();
                    links.add(new Link(other, i, 0.9, "surname of the one person named so in the document", false));
                }
            }
        }
        return links;
    }

    private static boolean isSurnameOf(String surname, NameForm full) {
        List<String> words = full.words();
        if (words.size() < 2) {
            return false;
        }
        String last = words.get(words.size() - 1);
        boolean spelling = surname.length() >= 6 && Spelling.distance(surname, last) <= 0.5;
        return surname.equals(last)
                || spelling
                || (SURNAMES_FIRST.contains(surname) && words.get(0).equals(surname));
    }

    /** A person in a role of speaking for a body, for the body. */
    List<Link> speakers(Offices offices) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NameNode node = nodes.get(i);
            if (!node.isPerson()) {
                continue;
            }
            TreeMap<String, String> bodies = new TreeMap<>();
            node.roles()
                    .forEach((document, roles) -> roles.forEach(
                            role -> Roster.bodyOf(role, offices).ifPresent(body -> bodies.putIfAbsent(body, role))));
            if (bodies.size() == 1) {
                int person = i;
                String role = bodies.firstEntry().getValue();
                named(bodies.firstKey()).stream()
                        .filter(body -> !nodes.get(body).isPerson())
                        .findFirst()
                        .ifPresent(body -> links.add(new Link(body, person, 0.9, "speaks for it: " + role, false)));
            }
        }
        return links;
    }

    /** A short name, for the one body in the document whose name has its words. */
    List<Link> shortNames(Clusters clusters) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NameNode node = nodes.get(i);
            if (node.isPerson() || node.only().isEmpty() || node.office().isPresent()) {
                continue;
            }
            TreeMap<Integer, Integer> full = new TreeMap<>();
            TreeMap<Integer, Integer> headed = new TreeMap<>();
            for (int other : byDocument.get(node.only().get())) {
                NameNode longer = nodes.get(other);
                if (longer.isBody() && ShortNames.isShortFor(node.form(), longer.form())) {
                    full.putIfAbsent(clusters.root(other), other);
                    if (ShortNames.isHeadOf(node.form(), longer.form())) {
                        headed.putIfAbsent(clusters.root(other), other);
                    }
                }
            }
            // The last word is what a name is cut down to; only where none ends so may another word of it be meant.
            full = headed.isEmpty() ? full : headed;
            if (full.size() == 1) {
                int other = full.firstEntry().getValue();
                links.add(new Link(
                        other, i, 0.85, "short for " + nodes.get(other).name() + " in the same document", false));
            }
        }
        return links;
    }

    /** What is left of short names whose document tells no one body: one name everywhere. */
    List<Link> leftOver(Clusters clusters) {
        List<Link> links = new ArrayList<>();
        byName.forEach((name, same) -> {
            int first = -1;
            for (int node : same) {
                boolean open =
                        !nodes.get(node).isPerson() && nodes.get(node).office().isEmpty() && clusters.isAlone(node);
                if (open && first >= 0) {
                    links.add(new Link(first, node, 0.99, "the same name", false));
                }
                first = open && first < 0 ? node : first;
            }
        });
        links.sort(Comparator.comparingInt(Link::a).thenComparingInt(Link::b));
        return links;
    }

    /** Pairs of bodies whose names are synonyms word by word, with how. */
    List<Link> synonyms(Synonyms synonyms) {
        Map<String, List<Integer>> blocks = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            NameNode node = nodes.get(i);
            if (node.isBody() && node.only().isEmpty() && node.office().isEmpty()) {
                for (String key : synonyms.keys(node.form())) {
                    blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                }
            }
        }
        TreeMap<Long, Link> links = new TreeMap<>();
        blocks.values().forEach(block -> {
            for (int x = 0; x < Math.min(FEW, block.size()); x++) {
                for (int y = x + 1; y < Math.min(FEW, block.size()); y++) {
                    int a = block.get(x);
                    int b = block.get(y);
                    synonyms.wordByWord(nodes.get(a).form(), nodes.get(b).form())
                            .ifPresent(how -> links.put(
                                    ((long) a << 32) | b, new Link(a, b, 0.5, "synonyms word by word: " + how, false)));
                }
            }
        });
        return List.copyOf(links.values());
    }

    /** Synonyms that share a word and a document: one body called by turns. */
    List<Link> synonymsTogether(List<Link> pairs, Synonyms synonyms) {
        List<Link> links = new ArrayList<>();
        for (Link pair : pairs) {
            NameNode a = nodes.get(pair.a());
            NameNode b = nodes.get(pair.b());
            boolean together = a.documents().keySet().equals(b.documents().keySet());
            if (together && synonyms.shareWord(a.form(), b.form())) {
                links.add(new Link(
                        pair.a(), pair.b(), 0.8, pair.reason() + "; used by turns in the same documents", false));
            }
        }
        return links;
    }

    /** Synonyms whose parties, as known so far, make the same claims. */
    List<Link> synonymsWithClaims(List<Link> pairs, SharedClaims claims, Clusters clusters) {
        Map<Integer, Set<String>> ofParty = new HashMap<>();
        List<Link> links = new ArrayList<>();
        for (Link pair : pairs) {
            Set<String> left = claimsOf(clusters.root(pair.a()), claims, clusters, ofParty);
            Set<String> right = claimsOf(clusters.root(pair.b()), claims, clusters, ofParty);
            Set<String> common = SharedClaims.common(left, right);
            boolean translated = common.size() == 1 && isOnlyTranslation(pair, pairs);
            if (common.size() >= ENOUGH_CLAIMS || translated) {
                links.add(new Link(
                        pair.a(),
                        pair.b(),
                        Math.min(0.95, 0.8 + 0.03 * common.size()),
                        pair.reason() + "; both make the same claims: " + String.join(", ", common),
                        false));
            }
        }
        return links;
    }

    /** Names in two scripts, neither of which can be a translation of any other name of the case. */
    private boolean isOnlyTranslation(Link pair, List<Link> pairs) {
        boolean scripts = nodes.get(pair.a()).form().script()
                != nodes.get(pair.b()).form().script();
        return scripts
                && pairs.stream()
                                .filter(other -> Set.of(other.a(), other.b()).contains(pair.a())
                                        || Set.of(other.a(), other.b()).contains(pair.b()))
                                .count()
                        == 1;
    }

    private Set<String> claimsOf(int root, SharedClaims claims, Clusters clusters, Map<Integer, Set<String>> known) {
        if (known.isEmpty()) {
            for (int i = 0; i < nodes.size(); i++) {
                Set<String> all = known.computeIfAbsent(clusters.root(i), r -> new TreeSet<>());
                for (DocumentId document : nodes.get(i).documents().keySet()) {
                    all.addAll(claims.of(nodes.get(i).name(), document.value()));
                }
            }
        }
        return known.getOrDefault(root, Set.of());
    }
}

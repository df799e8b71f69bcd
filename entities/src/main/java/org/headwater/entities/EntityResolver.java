package org.headwater.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.entities.Clusters.Link;
import org.headwater.model.Document;
import org.headwater.model.NameMention;
import org.headwater.model.Statement;

/**
 * Makes entities of the names of a case: which names are one party, and what it is called.
 *
 * <p>It joins, surest first: what a person ruled; names of one office of one country; one name in other letters; a
 * surname or short name and the only full name of the document it can mean; a person and the body they speak for; and
 * names that are synonyms word by word of parties that make the same claims. It would rather keep one party under two
 * names than take two parties for one. The order of what it is given makes no difference to the result; nothing is
 * remembered between calls, so that a ruling left out is a ruling undone. Of rulings that contradict each other the one
 * that keeps names apart wins.
 *
 * <p>Safe to share between threads. The work grows about linearly with the number of names.
 */
public final class EntityResolver {
    private final Gazetteer gazetteer;
    private final Offices offices;
    private final Synonyms synonyms;

    private EntityResolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.offices = new Offices(gazetteer);
        this.synonyms = new Synonyms(gazetteer);
    }

    /** A resolver that knows the places of this gazetteer. */
    public static EntityResolver of(Gazetteer gazetteer) {
        return new EntityResolver(gazetteer);
    }

    /**
     * Resolves all names of a case at once: those mentioned, those in slots and attributions of statements as read, and
     * the outlets of documents.
     *
     * @param names names as they stand in documents
     * @param statements statements as read, before names are resolved
     * @param documents the documents both stand in
     * @param rulings what persons decided
     */
    public Resolution resolve(
            List<NameMention> names, List<Statement> statements, List<Document> documents, List<NameRuling> rulings) {
        List<NameNode> nodes = Roster.gather(offices, names, statements, documents);
        PartyLinks party = new PartyLinks(nodes);
        Clusters clusters = new Clusters(nodes);
        rule(clusters, party, rulings);
        joinAll(clusters, party.offices());
        joinAll(clusters, party.ministries(offices));
        joinAll(clusters, SpellingLinks.of(nodes));
        joinAll(clusters, party.surnames(clusters));
        joinAll(clusters, party.speakers(offices));
        List<Link> pairs = party.synonyms(synonyms);
        joinAll(clusters, party.synonymsTogether(pairs, synonyms));
        joinAll(clusters, party.shortNames(clusters));
        SharedClaims claims = new SharedClaims(statements);
        joinAll(clusters, party.synonymsWithClaims(pairs, claims, clusters));
        joinAll(clusters, party.shortNames(clusters));
        joinAll(clusters, party.leftOver(clusters));
        return new EntityMaker(gazetteer, clusters).resolution(names);
    }

    private static void rule(Clusters clusters, PartyLinks party, List<NameRuling> rulings) {
        List<NameRuling> sorted = new ArrayList<>(rulings);
        sorted.sort(Comparator.comparing(NameRuling::name)
                .thenComparing(NameRuling::other)
                .thenComparing(NameRuling::who)
                .thenComparing(NameRuling::reason));
        for (NameRuling ruling : sorted) {
            if (!ruling.same()) {
                forEachPair(party, ruling, (a, b) -> clusters.keepApart(a, b));
            }
        }
        for (NameRuling ruling : sorted) {
            if (ruling.same()) {
                String why = ruling.who() + " ruled so" + (ruling.reason().isBlank() ? "" : ": " + ruling.reason());
                forEachPair(party, ruling, (a, b) -> clusters.join(new Link(a, b, 1, why, true)));
            }
        }
    }

    private static void forEachPair(
            PartyLinks party, NameRuling ruling, java.util.function.BiConsumer<Integer, Integer> action) {
        for (int a : party.named(ruling.name())) {
            for (int b : party.named(ruling.other())) {
                action.accept(a, b);
            }
        }
    }

    /** Surest first; the nodes' own order, which is that of their names, decides ties. */
    private static void joinAll(Clusters clusters, List<Link> links) {
        List<Link> sorted = new ArrayList<>(links);
        sorted.sort(Comparator.comparingDouble(Link::score)
                .reversed()
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        sorted.forEach(clusters::join);
    }
}

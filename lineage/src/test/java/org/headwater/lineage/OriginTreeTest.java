package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.headwater.model.Attribution;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.OriginId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.junit.jupiter.api.Test;

/** Random trees of reporting, reprints, rewrites, citations and circles; counted origins against those they were made of. */
class OriginTreeTest {
    private static final int FINDINGS = 200;

    @Test
    void theExactNumberOfOriginsIsFoundInNineOfTenFindings() {
        int exact = 0;
        int off = 0;
        for (int seed = 0; seed < FINDINGS; seed++) {
            Tree tree = new Tree(new Random(seed));
            int counted = origins(tree.documents, tree.statements).size();
            exact += counted == tree.origins() ? 1 : 0;
            off += Math.abs(counted - tree.origins());
        }
        assertThat(exact / (double) FINDINGS).isGreaterThanOrEqualTo(0.9);
        assertThat(off / (double) FINDINGS).isLessThanOrEqualTo(0.15);
    }

    @Property(tries = 20)
    void theOrderOfArrivalChangesNothing(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        Tree tree = new Tree(new Random(seed));
        List<OriginTrace> before = traces(tree.documents, tree.statements);
        List<Document> documents = new ArrayList<>(tree.documents);
        List<Statement> statements = new ArrayList<>(tree.statements);
        Collections.shuffle(documents, new Random(seed + 1));
        Collections.shuffle(statements, new Random(seed + 2));
        assertThat(traces(documents, statements)).isEqualTo(before);
    }

    @Property(tries = 25)
    void aReprintOrASecondCopyAddsNoOrigin(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        Random random = new Random(seed);
        Tree tree = new Tree(random);
        Set<OriginId> before = origins(tree.documents, tree.statements);
        int of = random.nextInt(tree.documents.size());
        if (random.nextBoolean()) {
            tree.reprint(of, tree.documents.get(of).outlet().orElse(""));
        } else {
            tree.reprint(of, "The New Printer");
        }
        assertThat(origins(tree.documents, tree.statements)).hasSameSizeAs(before);
    }

    @Property(tries = 25)
    void anOriginGoesWithAllItsDocuments(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        Tree tree = new Tree(new Random(seed));
        Map<StatementId, OriginTrace> traces = traces(tree.documents, tree.statements).stream()
                .collect(Collectors.toMap(OriginTrace::statement, trace -> trace));
        Optional<OriginId> gone =
                origins(tree.documents, tree.statements).stream().findFirst();
        Set<DocumentId> resting = tree.statements.stream()
                .filter(statement -> gone.isPresent()
                        && traces.get(statement.id())
                                .origin()
                                .map(origin -> origin.id().equals(gone.get()))
                                .orElse(true))
                .map(Statement::document)
                .collect(Collectors.toSet());
        List<Document> documents = tree.documents.stream()
                .filter(document -> !resting.contains(document.id()))
                .toList();
        List<Statement> statements = tree.statements.stream()
                .filter(statement -> !resting.contains(statement.document()))
                .toList();
        assertThat(origins(documents, statements)).isEqualTo(withoutFirst(origins(tree.documents, tree.statements)));
    }

    private static Set<OriginId> withoutFirst(Set<OriginId> ids) {
        return ids.stream().skip(1).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<OriginTrace> traces(List<Document> documents, List<Statement> statements) {
        List<Derivation> derivations =
                DerivationFinder.of(ReuseSettings.usual()).find(documents);
        return OriginTracer.of(Map.of()).trace(documents, statements, derivations);
    }

    private static Set<OriginId> origins(List<Document> documents, List<Statement> statements) {
        return traces(documents, statements).stream()
                .flatMap(trace -> trace.origin().stream())
                .map(origin -> origin.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One finding: documents that all make one claim, and the parties whose knowledge it is. */
    private static final class Tree {
        final List<Document> documents = new ArrayList<>();
        final List<Statement> statements = new ArrayList<>();
        private final List<Optional<String>> originOf = new ArrayList<>();
        private final Map<DocumentId, List<String>> sentencesOf = new HashMap<>();
        private final Random random;
        private int day = 1;
        private int outlets;

        Tree(Random random) {
            this.random = random;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                if (random.nextBoolean()) {
                    ownReporting();
                } else {
                    citing("Party " + (char) ('A' + random.nextInt(4)));
                }
            }
            if (random.nextInt(4) == 0) {
                circle();
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                int of = random.nextInt(documents.size());
                switch (random.nextInt(4)) {
                    case 0 -> reprint(of, newOutlet());
                    case 1 -> rewrite(of);
                    case 2 -> cite(of);
                    default -> citing("Party " + (char) ('A' + random.nextInt(4)));
                }
            }
        }

        int origins() {
            return originOf.stream()
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet())
                    .size();
        }

        private void ownReporting() {
            String outlet = newOutlet();
            String claim = "Officials told " + outlet + " that 37 sites are open.";
            List<String> sentences = around(claim);
            put(outlet, sentences, claim, Attribution.outlet(outlet), Optional.of(outlet));
        }

        private void citing(String party) {
            String outlet = newOutlet();
            String claim = "According to " + party + ", 37 sites are open.";
            put(outlet, around(claim), claim, Made.saidBy(outlet, party), Optional.of(party));
        }

        private void cite(int of) {
            String cited = documents.get(of).outlet().orElse("");
            String outlet = newOutlet();
            String claim = "There are 37 sites, " + cited + " reports.";
            put(outlet, around(claim), claim, Made.saidBy(outlet, cited), originOf.get(of));
        }

        private void circle() {
            String one = newOutlet();
            String two = newOutlet();
            String first = "There are 37 sites, " + two + " reports.";
            put(one, around(first), first, Made.saidBy(one, two), Optional.empty());
            String second = "As " + one + " writes, 37 sites exist.";
            put(two, around(second), second, Made.saidBy(two, one), Optional.empty());
        }

        /** The article again: another headline, an advertisement, a few changed words, the end cut; half the time unattributed. */
        void reprint(int of, String outlet) {
            Document source = documents.get(of);
            Statement claim = statements.get(of);
            List<String> sentences = new ArrayList<>(sentencesOf.get(source.id()));
            if (random.nextBoolean() && sentences.indexOf(claim.quote()) < sentences.size() - 2) {
                sentences.remove(sentences.size() - 1);
            }
            sentences.add(0, Made.sentence(random));
            sentences.add(random.nextInt(sentences.size()), Made.sentence(random));
            put(outlet, sentences, claim.quote(), attributionIn(outlet, claim), originOf.get(of));
        }

        private void rewrite(int of) {
            Document source = documents.get(of);
            Statement claim = statements.get(of);
            String outlet = newOutlet();
            List<String> sentences = new ArrayList<>();
            for (String sentence : sentencesOf.get(source.id())) {
                boolean own = random.nextInt(5) < 2 && !sentence.equals(claim.quote());
                sentences.add(own ? Made.sentence(random) : sentence);
            }
            put(outlet, sentences, claim.quote(), attributionIn(outlet, claim), originOf.get(of));
        }

        private static Attribution attributionIn(String outlet, Statement claim) {
            Attribution.Step speaker = claim.attribution().speaker();
            return claim.attribution().isOutletOnly()
                    ? Attribution.outlet(outlet)
                    : Made.saidBy(outlet, speaker.name());
        }

        private List<String> around(String claim) {
            List<String> sentences = Made.sentences(random, 12 + random.nextInt(8));
            sentences.add(2 + random.nextInt(6), claim);
            return sentences;
        }

        private String newOutlet() {
            return "Outlet " + Made.word(random) + " " + outlets++;
        }

        private void put(
                String outlet, List<String> sentences, String claim, Attribution attribution, Optional<String> origin) {
            String date = String.format("2022-%02d-%02d", 1 + day / 28, 1 + day % 28);
            day++;
            Document document = Made.document(outlet, random.nextInt(10) == 0 ? "" : date, Made.article(sentences));
            documents.add(document);
            sentencesOf.put(document.id(), List.copyOf(sentences));
            statements.add(Made.sites(document, claim, 37, attribution));
            originOf.add(origin);
        }
    }
}

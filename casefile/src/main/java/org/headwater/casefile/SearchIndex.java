package org.headwater.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;

/**
 * The full-text index of a case. Words of Latin and other scripts are folded of case and accents; Chinese, Japanese and
 * Korean are indexed by pairs of characters, so that a search needs no dictionary. Derived: deleting its folder loses
 * nothing.
 */
final class SearchIndex {
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String OUTLET = "outlet";
    private static final String TEXT = "text";
    private static final String BASIS = "basis";
    private static final String REDACTED = "redacted";

    private final Path folder;

    SearchIndex(Path folder) {
        this.folder = folder;
    }

    /** Whether it was last brought up to date with this state of the case. */
    boolean isOf(String basis) {
        return committed(BASIS).filter(basis::equals).isPresent();
    }

    private Optional<String> committed(String name) {
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory)
                    ? Optional.ofNullable(SegmentInfos.readLatestCommit(directory)
                            .getUserData()
                            .get(name))
                    : Optional.empty();
        } catch (IOException e) {
            // Damaged: it is made anew, as if it were not there.
            return Optional.empty();
        }
    }

    /** What is wrong with its bytes; empty if nothing, or if there is no index. Reads all of it. */
    Optional<String> damage() {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return Optional.empty();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Case.reason(e).lines().findFirst().orElse(""));
        }
    }

    /** Deletes it. */
    void drop() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /**
     * What it was brought up to date with.
     *
     * @param basis names the state of the case; see {@link #isOf}
     * @param redacted names what is redacted; empty if nothing is
     */
    record State(String basis, String redacted) {}

    /**
     * Adds the documents that it lacks and drops those that are no longer there; a damaged one, or one in which other
     * words are redacted, is made anew.
     */
    void update(State state, Collection<DocumentId> all, Function<DocumentId, Document> load) throws IOException {
        if (damage().isPresent() || !state.redacted().equals(committed(REDACTED).orElse(""))) {
            drop();
        }
        try (Directory directory = FSDirectory.open(folder);
                Analyzer analyzer = new ScriptsAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            Set<String> held = held(directory);
            Set<String> wanted = new HashSet<>();
            for (DocumentId id : all) {
                wanted.add(id.value());
                if (!held.contains(id.value())) {
                    writer.addDocument(fields(load.apply(id)));
                }
            }
            for (String id : held) {
                if (!wanted.contains(id)) {
                    writer.deleteDocuments(new Term(ID, id));
                }
            }
            writer.setLiveCommitData(
                    Map.of(BASIS, state.basis(), REDACTED, state.redacted()).entrySet());
            writer.commit();
        }
    }

    private static Set<String> held(Directory directory) throws IOException {
        Set<String> held = new HashSet<>();
        if (!DirectoryReader.indexExists(directory)) {
            return held;
        }
        try (IndexReader reader = DirectoryReader.open(directory)) {
            Terms terms = MultiTerms.getTerms(reader, ID);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                while (each.next() != null) {
                    held.add(each.term().utf8ToString());
                }
            }
        }
        return held;
    }

    private static Iterable<Field> fields(Document document) {
        return List.of(
                new StringField(ID, document.id().value(), Field.Store.YES),
                new TextField(TITLE, document.title().orElse(""), Field.Store.NO),
                new TextField(OUTLET, document.outlet().orElse(""), Field.Store.NO),
                new TextField(TEXT, document.text(), Field.Store.NO));
    }

    /** A document that matches and how well. */
    record Match(DocumentId document, float score) {}

    /**
     * The documents that match, the best first.
     *
     * @throws CaseException if the query has no meaning
     */
    List<Match> search(String words, int most) throws CaseException, IOException {
        try (Directory directory = FSDirectory.open(folder);
                Analyzer analyzer = new ScriptsAnalyzer()) {
            if (!DirectoryReader.indexExists(directory)) {
                return List.of();
            }
            Query query = parse(words, analyzer);
            try (IndexReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                StoredFields stored = searcher.storedFields();
                List<Match> matches = new ArrayList<>();
                for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
                    matches.add(
                            new Match(new DocumentId(stored.document(hit.doc).get(ID)), hit.score));
                }
                return matches;
            }
        }
    }

    private static Query parse(String words, Analyzer analyzer) throws CaseException {
        QueryParser parser = new MultiFieldQueryParser(
                new String[] {TEXT, TITLE, OUTLET}, analyzer, Map.of(TITLE, 3f, OUTLET, 2f, TEXT, 1f));
        parser.setDefaultOperator(QueryParser.Operator.AND);
        parser.setSplitOnWhitespace(true);
        parser.setAutoGeneratePhraseQueries(true);
        try {
            return parser.parse(words);
        } catch (ParseException e) {
            throw CaseException.refused("Cannot search for '" + words
                    + "': it is no query (put words with special signs in double quotes)");
        }
    }

    /** The stretches of a text that a query's words match, by place. */
    static List<org.headwater.model.Span> matches(String words, String text) throws IOException {
        try (Analyzer analyzer = new ScriptsAnalyzer()) {
            Set<String> wanted = new HashSet<>();
            for (Token token : tokens(analyzer, words)) {
                wanted.add(token.term());
            }
            wanted.removeAll(Set.of("and", "or", "not"));
            List<org.headwater.model.Span> spans = new ArrayList<>();
            for (Token token : tokens(analyzer, text)) {
                if (wanted.contains(token.term())) {
                    int last = spans.size() - 1;
                    if (last >= 0 && spans.get(last).end() >= token.span().begin()) {
                        spans.set(last, spans.get(last).cover(token.span()));
                    } else {
                        spans.add(token.span());
                    }
                }
            }
            return spans;
        }
    }

    private record Token(String term, org.headwater.model.Span span) {}

    private static List<Token> tokens(Analyzer analyzer, String text) throws IOException {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(
                        term.toString(), new org.headwater.model.Span(offset.startOffset(), offset.endOffset())));
            }
            stream.end();
        }
        return tokens;
    }

    /** Words for alphabets, pairs of characters for Chinese, Japanese and Korean. */
    private static final class ScriptsAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream stream = new CJKWidthFilter(words);
            stream = new LowerCaseFilter(stream);
            stream = new CJKBigramFilter(stream);
            stream = new ASCIIFoldingFilter(stream);
            return new TokenStreamComponents(words, stream);
        }
    }
}

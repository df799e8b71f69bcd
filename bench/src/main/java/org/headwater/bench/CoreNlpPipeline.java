package org.headwater.bench;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.Properties;

/**
 * CoreNLP's own pipeline as its documentation sets it up, to compare with: all defaults, but for the dependency parser in
 * place of the constituency parser, which is slower. Models are loaded when it is made.
 */
final class CoreNlpPipeline {
    /** Words, tags, names of all its kinds and dependencies. */
    static final String NAMES = "tokenize,ssplit,pos,lemma,ner,depparse";

    /** Everything that it takes to say who speaks in a quotation. */
    static final String QUOTES = NAMES + ",coref,quote";

    private final StanfordCoreNLP pipeline;

    CoreNlpPipeline(String annotators) {
        RedwoodConfiguration.current().clear().apply();
        Properties settings = new Properties();
        settings.setProperty("annotators", annotators);
        pipeline = new StanfordCoreNLP(settings);
    }

    CoreDocument annotate(String text) {
        return pipeline.processToCoreDocument(text);
    }
}

package org.headwater.statements.languages;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * What is left of a word without its endings, so that one term stands for its inflected forms: the stemmers of the
 * Snowball project (Porter 2001). In languages without one, and in English, whose words have dictionary forms, it is the
 * word itself. Stateless and safe to share between threads.
 */
public final class Stems {
    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.of(
            "es", SpanishStemmer::new,
            "de", German2Stemmer::new,
            "fr", FrenchStemmer::new,
            "it", ItalianStemmer::new,
            "nl", DutchStemmer::new,
            "pt", PortugueseStemmer::new,
            "id", IndonesianStemmer::new);
    /** A shorter word is mostly a small one, whose stem would be that of others. */
    private static final int SHORTEST = 4;

    private final Optional<Supplier<SnowballStemmer>> stemmer;

    private Stems(Optional<Supplier<SnowballStemmer>> stemmer) {
        this.stemmer = stemmer;
    }

    /** The stems of a language, by its BCP 47 tag. */
    public static Stems of(String tag) {
        return new Stems(Optional.ofNullable(STEMMERS.get(tag.split("-", 2)[0])));
    }

    /** The stem of a word that stands in lower case. */
    public String stem(String word) {
        if (stemmer.isEmpty() || word.length() < SHORTEST) {
            return word;
        }
        SnowballStemmer fresh = stemmer.get().get();
        fresh.setCurrent(word);
        fresh.stem();
        return fresh.getCurrent();
    }
}

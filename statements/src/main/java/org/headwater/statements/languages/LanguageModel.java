package org.headwater.statements.languages;

import java.util.List;
import java.util.Optional;

/**
 * A tagger and a dependency parser for a language, as CoreNLP publishes them: a jar on Maven Central, of which two files
 * are needed.
 *
 * @param language primary tag, such as {@code de}
 * @param name the language's English name
 * @param classifier of the artifact {@code edu.stanford.nlp:stanford-corenlp}
 * @param bytes size of the jar
 * @param sha256 of the jar, in lower-case hex
 * @param tagger the tagger's entry in the jar
 * @param parser the parser's entry in the jar
 * @param bundled whether the build brings it along, so that it need not be added
 */
public record LanguageModel(
        String language,
        String name,
        String classifier,
        long bytes,
        String sha256,
        String tagger,
        String parser,
        boolean bundled) {
    /** The release the sums below are of; the same that the build uses. */
    public static final String RELEASE = "4.5.10";

    private static final String FOLDER = "edu/stanford/nlp/models/";

    private static final List<LanguageModel> ALL = List.of(
            new LanguageModel(
                    "de",
                    "German",
                    "models-german",
                    199_660_934,
                    "d8f4ab0a5bd900c6f63130e1af0494b62af7ba49f2bfaa7daff9b7ab86ef14c0",
                    FOLDER + "pos-tagger/german-ud.tagger",
                    FOLDER + "parser/nndep/UD_German.gz",
                    false),
            new LanguageModel(
                    "es",
                    "Spanish",
                    "models-spanish",
                    222_411_312,
                    "d7472daa295293ee42c85ca3e9c10fc0868b6c6b100e800458a81a179c725a6a",
                    FOLDER + "pos-tagger/spanish-ud.tagger",
                    FOLDER + "parser/nndep/UD_Spanish.gz",
                    true),
            new LanguageModel(
                    "fr",
                    "French",
                    "models-french",
                    280_999_356,
                    "1172d4339c0abef30789a9ca541ecd3b3308dd3aa9f60760c581070a07da6ea3",
                    FOLDER + "pos-tagger/french-ud.tagger",
                    FOLDER + "parser/nndep/UD_French.gz",
                    false),
            new LanguageModel(
                    "it",
                    "Italian",
                    "models-italian",
                    85_951_612,
                    "a06b7796bc36a2f713aaf6b5ba78806d064eed174cdba1ac3f2b6f208f47ea22",
                    FOLDER + "pos-tagger/italian.tagger",
                    FOLDER + "parser/nndep/UD_Italian.gz",
                    false));

    /** All that are known, by language. */
    public static List<LanguageModel> all() {
        return ALL;
    }

    /** That of a language, by its tag; empty if there is none. */
    public static Optional<LanguageModel> of(String tag) {
        String primary = tag.split("-", 2)[0];
        return ALL.stream().filter(model -> model.language().equals(primary)).findFirst();
    }

    /** Where the jar lies below the root of a Maven repository. */
    public String path() {
        return "edu/stanford/nlp/stanford-corenlp/" + RELEASE + "/" + jar();
    }

    /** The jar's file name. */
    public String jar() {
        return "stanford-corenlp-" + RELEASE + "-" + classifier + ".jar";
    }
}

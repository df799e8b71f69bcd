package org.headwater.statements.parse;

import java.util.Locale;
import java.util.Map;

/** Puts the tags of Universal Dependencies into the terms of the Penn Treebank, forms of verbs by their endings. */
final class UniversalTags {
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("PROPN", "NNP"),
            Map.entry("ADJ", "JJ"),
            Map.entry("ADV", "RB"),
            Map.entry("ADP", "IN"),
            Map.entry("DET", "DT"),
            Map.entry("PRON", "PRP"),
            Map.entry("NUM", "CD"),
            Map.entry("CCONJ", "CC"),
            Map.entry("SCONJ", "IN"),
            Map.entry("PART", "RP"),
            Map.entry("INTJ", "UH"));

    private static final Map<String, String> INFINITIVES = Map.of(
            "es", ".+(?:[aei]r|[aei]rse)", "fr", ".+(?:er|ir|re|oir)", "it", ".+(?:are|ere|ire|rsi)", "de", ".+en");
    private static final Map<String, String> PARTICIPLES = Map.of(
            "es", ".+(?:[ai]d[oa]s?|ích[oa]|ech[oa]s?|iert[oa]s?|uest[oa]s?|rit[oa]s?)",
            "fr", ".+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|ert|erte|erts|ertes)",
            "it", ".+(?:at[oaie]|ut[oaie]|it[oaie]|ert[oaie]|ess[oaie]|os[oaie]|ott[oaie]|us[oaie])",
            "de", "(?:ge|.+ge|be|ver|er|ent).+(?:t|en)");
    private static final Map<String, String> GERUNDS =
            Map.of("es", ".+(?:ando|iendo|yendo)", "fr", ".+ant", "it", ".+(?:ando|endo)", "de", ".+end");

    private UniversalTags() {}

    static String penn(String universal, String word, String language) {
        return switch (universal) {
            case "NOUN" -> word.endsWith("s") && !language.equals("de") && !language.equals("it") ? "NNS" : "NN";
            case "VERB", "AUX" -> verb(word.toLowerCase(Locale.ROOT), language);
            case "PUNCT", "SYM" -> word;
            default -> PLAIN.getOrDefault(universal, "FW");
        };
    }

    private static String verb(String word, String language) {
        if (word.matches(GERUNDS.getOrDefault(language, "-"))) {
            return "VBG";
        }
        if (word.matches(PARTICIPLES.getOrDefault(language, "-"))) {
            return "VBN";
        }
        return word.matches(INFINITIVES.getOrDefault(language, "-")) ? "VB" : "VBD";
    }
}

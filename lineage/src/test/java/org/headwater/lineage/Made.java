package org.headwater.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.headwater.model.Attribution;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;

/** Makes documents, statements and endless text for tests. */
final class Made {
    private static final String[] SYLLABLES = {
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "xu", "dor", "fen", "gal", "hin", "jat", "pel", "quo",
        "sar", "tom", "wes"
    };

    private Made() {}

    static Document document(String outlet, String published, String text) {
        ItemId item = new ItemId(ContentHash.of(outlet, published, text).id(ItemId.PREFIX));
        return new Document(
                Document.idOf(item, "", "test@1"),
                item,
                outlet.replace(' ', '-') + ".txt",
                "",
                text,
                Known.unknown(),
                outlet.isEmpty() ? Known.unknown() : Known.of(outlet, "test"),
                Known.unknown(),
                published.isEmpty() ? Known.unknown() : Known.of(PartialDate.parse(published), "test"),
                Known.unknown(),
                Known.unknown(),
                "test@1");
    }

    static Document inLanguage(Document document, String language) {
        return new Document(
                document.id(),
                document.item(),
                document.file(),
                document.part(),
                document.text(),
                document.title(),
                document.outlet(),
                document.byline(),
                document.published(),
                Known.of(language, "test"),
                document.address(),
                document.reader());
    }

    /** A statement that there are so many sites, in the words of the document. */
    static Statement sites(Document document, String quote, long count, Attribution attribution) {
        int begin = document.text().indexOf(quote);
        Span span = new Span(begin, begin + quote.length());
        Map<String, SlotValue> slots = Map.of(
                "count", SlotValue.Count.exactly(count, Long.toString(count)), "scope", SlotValue.Place.world(""));
        DocumentId id = document.id();
        return new Statement(
                Statement.idOf(id, "site-count", Polarity.ASSERTS, span, slots),
                id,
                document.file(),
                "site-count",
                Polarity.ASSERTS,
                span,
                quote,
                slots,
                attribution,
                List.of(),
                Status.PROPOSED,
                "test@1");
    }

    static Attribution saidBy(String outlet, String... parties) {
        Attribution attribution = Attribution.outlet(outlet);
        for (String party : parties) {
            attribution =
                    attribution.to(new Attribution.Step(party, Optional.empty(), party, Attribution.How.ACCORDING_TO));
        }
        return attribution;
    }

    static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        int words = 8 + random.nextInt(12);
        for (int i = 0; i < words; i++) {
            String word = word(random);
            sentence.append(i == 0 ? "" : " ").append(i == 0 ? word : word.toLowerCase(Locale.ROOT));
        }
        return sentence.append('.').toString();
    }

    /** A word with a capital. */
    static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int k = 1 + random.nextInt(3); k > 0; k--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    static List<String> sentences(Random random, int count) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sentences.add(sentence(random));
        }
        return sentences;
    }

    /** Paragraphs of three sentences. */
    static String article(List<String> sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            text.append(i == 0 ? "" : i % 3 == 0 ? "\n\n" : " ").append(sentences.get(i));
        }
        return text.toString();
    }
}

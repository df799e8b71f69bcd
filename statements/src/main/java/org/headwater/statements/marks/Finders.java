package org.headwater.statements.marks;

import java.util.List;
import java.util.Optional;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.PartialDate;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/** What finds dates, numbers and parties in the sentences of one language. Thread-safe. */
interface Finders {
    List<DateMention> dates(String text, Sentence sentence, Optional<PartialDate> published);

    List<NumberMention> numbers(String text, Sentence sentence, List<DateMention> dates);

    List<PartyMention> parties(String text, MarkedSentence sentence);

    /** Those of a language, by its BCP 47 tag. */
    static Finders of(Codebook codebook, Gazetteer gazetteer, String language) {
        LanguageWords words = LanguageWords.of(language);
        if (words.language().equals("en")) {
            return new English(PartyFinder.of(codebook, gazetteer));
        }
        return words.isUnspaced()
                ? new Unspaced(words, new UnspacedParties(codebook, gazetteer, words))
                : new Spaced(words, new SpacedParties(codebook, gazetteer, words));
    }

    /** For English. */
    record English(PartyFinder finder) implements Finders {
        @Override
        public List<DateMention> dates(String text, Sentence sentence, Optional<PartialDate> published) {
            return new DateFinder(sentence, published).find(text);
        }

        @Override
        public List<NumberMention> numbers(String text, Sentence sentence, List<DateMention> dates) {
            return new NumberFinder(sentence).find(text, dates);
        }

        @Override
        public List<PartyMention> parties(String text, MarkedSentence sentence) {
            return finder.find(text, sentence);
        }
    }

    /** For other languages that set spaces between words. */
    record Spaced(LanguageWords words, SpacedParties finder) implements Finders {
        @Override
        public List<DateMention> dates(String text, Sentence sentence, Optional<PartialDate> published) {
            return new SpacedDates(text, sentence, words, published).find();
        }

        @Override
        public List<NumberMention> numbers(String text, Sentence sentence, List<DateMention> dates) {
            return new SpacedNumbers(text, sentence, words).find(dates);
        }

        @Override
        public List<PartyMention> parties(String text, MarkedSentence sentence) {
            return finder.find(text, sentence);
        }
    }

    /** For languages whose sentences are split into signs. */
    record Unspaced(LanguageWords words, UnspacedParties finder) implements Finders {
        @Override
        public List<DateMention> dates(String text, Sentence sentence, Optional<PartialDate> published) {
            return new UnspacedDates(text, sentence, words, published).find();
        }

        @Override
        public List<NumberMention> numbers(String text, Sentence sentence, List<DateMention> dates) {
            return new UnspacedNumbers(text, sentence, words).find(dates);
        }

        @Override
        public List<PartyMention> parties(String text, MarkedSentence sentence) {
            return finder.find(text, sentence);
        }
    }
}

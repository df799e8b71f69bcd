package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.headwater.model.SlotValue;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/**
 * Numbers in languages that set spaces between words, other than English: digits grouped by point, comma or space,
 * numerals, scales ("230 mil"), open ones ("decenas de"), with the words that bound them ("al menos", "o más").
 */
final class SpacedNumbers {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private final String document;
    private final Sentence sentence;
    private final LanguageWords words;
    private final Phrases phrases;

    SpacedNumbers(String document, Sentence sentence, LanguageWords words) {
        this.document = document;
        this.sentence = sentence;
        this.words = words;
        this.phrases = new Phrases(sentence, words);
    }

    List<NumberMention> find(List<DateMention> dates) {
        List<NumberMention> found = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Optional<Core> core = core(i);
            if (core.isEmpty()) {
                continue;
            }
            Words where = core.get().words();
            boolean date = dates.stream().anyMatch(each -> each.words().overlaps(where));
            if (!date && isCount(core.get())) {
                found.add(bounded(core.get()));
            }
            i = where.last();
        }
        return found;
    }

    private Optional<Core> core(int at) {
        Optional<Phrases.Found> open = phrases.at("open", at);
        if (open.isPresent()) {
            long value = words.number("open", open.get().phrase()).orElseThrow();
            return Optional.of(new Core(open.get().words(), value, true));
        }
        Optional<Phrases.Found> numeral = phrases.at("numbers", at);
        if (numeral.isPresent()) {
            long value = words.number("numbers", numeral.get().phrase()).orElseThrow();
            return Optional.of(scaled(numeral.get().words(), value));
        }
        OptionalLong digits = digits(phrases.word(at));
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        int last = at;
        long value = digits.getAsLong();
        // "230 000"
        while (value < 1_000_000
                && phrases.word(last + 1).matches("\\d{3}")
                && phrases.word(last).matches("\\d{1,3}")) {
            value = value * 1_000 + Long.parseLong(phrases.word(last + 1));
            last++;
        }
        return Optional.of(scaled(new Words(at, last), value));
    }

    private Core scaled(Words where, long value) {
        Words all = where;
        long total = value;
        for (Optional<Phrases.Found> scale = phrases.at("scales", all.last() + 1);
                scale.isPresent();
                scale = phrases.at("scales", all.last() + 1)) {
            total *= words.number("scales", scale.get().phrase()).orElseThrow();
            all = all.cover(scale.get().words());
        }
        return new Core(all, total, false);
    }

    private static OptionalLong digits(String word) {
        if (word.matches("\\d{1,3}(?:[.,]\\d{3})+")) {
            return OptionalLong.of(Long.parseLong(word.replaceAll("[.,]", "")));
        }
        return word.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(word)) : OptionalLong.empty();
    }

    private boolean isCount(Core core) {
        int after = core.words().last() + 1;
        String before = phrases.word(core.words().first() - 1);
        boolean money = before.matches("[$€£¥]") || phrases.word(after).matches("[$€£¥%º°]");
        boolean unit = phrases.at("units", after).isPresent();
        boolean year = core.value() >= FIRST_YEAR
                && core.value() <= LAST_YEAR
                && phrases.word(core.words().first()).matches("\\d{4}");
        boolean title = before.matches("[«\"“„‹]") && !phrases.word(after).matches("[»\"”“›]");
        return !money && !unit && !year && !title && !before.equals("-");
    }

    private NumberMention bounded(Core core) {
        int first = core.words().first();
        int last = core.words().last();
        String bound = core.open() ? "at-least" : "";
        for (int steps = 0; steps < 3; steps++) {
            Optional<Phrases.Found> about = phrases.before("about", first);
            Optional<String> kind = Optional.empty();
            for (String each : List.of("at-least", "more-than", "at-most", "less-than")) {
                Optional<Phrases.Found> found = phrases.before(each, first);
                if (found.isPresent()) {
                    kind = Optional.of(each);
                    about = found;
                    break;
                }
            }
            if (about.isEmpty()) {
                break;
            }
            first = about.get().words().first();
            bound = kind.orElse(bound);
        }
        Optional<Phrases.Found> more = phrases.at("or-more", last + 1);
        if (more.isPresent()) {
            bound = "at-least";
            last = more.get().words().last();
        }
        Words all = new Words(first, last);
        String quote = document.substring(
                sentence.token(first).begin(), sentence.token(last).end());
        return new NumberMention(all, core.words(), value(bound, core.value(), quote));
    }

    private static SlotValue.Count value(String bound, long value, String quote) {
        return switch (bound) {
            case "at-least" -> SlotValue.Count.atLeast(value, quote);
            case "more-than" -> SlotValue.Count.atLeast(value + 1, quote);
            case "at-most" -> new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(value), quote);
            case "less-than" ->
                new SlotValue.Count(OptionalLong.empty(), OptionalLong.of(Math.max(0, value - 1)), quote);
            default -> SlotValue.Count.exactly(value, quote);
        };
    }

    private record Core(Words words, long value, boolean open) {}
}

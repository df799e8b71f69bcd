package org.headwater.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;

/** Makes the statement that a person adds. */
final class AddedStatement {
    private AddedStatement() {}

    /**
     * The statement of an addition.
     *
     * @param who the person
     * @throws IllegalArgumentException if the codebook has no such kind or slot, a value cannot be read, no slot is filled,
     *     or the span does not lie in the document
     */
    static Statement of(Addition addition, Document document, Codebook codebook, String who) {
        Kind kind = codebook.kind(addition.kind())
                .orElseThrow(() -> new IllegalArgumentException("the codebook " + codebook.name() + " has no kind '"
                        + addition.kind() + "' (it has "
                        + String.join(
                                ", ", codebook.kinds().stream().map(Kind::name).toList()) + ")"));
        if (addition.span().isEmpty() || addition.span().end() > document.text().length()) {
            throw new IllegalArgumentException(
                    "span " + addition.span().begin() + "–" + addition.span().end() + " does not lie in its "
                            + document.text().length() + " units");
        }
        SlotWords words = new SlotWords(codebook, Gazetteer.shipped());
        Rulings.check(kind.name(), addition.values(), words);
        Map<String, SlotValue> slots = new TreeMap<>();
        addition.values().forEach((name, value) -> {
            if (!name.equals(Rulings.SPEAKER) && !name.equals(Rulings.POLARITY) && !value.isBlank()) {
                slots.put(name, words.read(kind.name(), name, value));
            }
        });
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("no slot is filled (a " + kind.name() + " has "
                    + String.join(
                            ", ", kind.slots().stream().map(slot -> slot.name()).toList()) + ")");
        }
        Polarity polarity = addition.values().containsKey(Rulings.POLARITY)
                ? Polarity.ofWord(addition.values().get(Rulings.POLARITY))
                : Polarity.ASSERTS;
        Attribution outlet = Attribution.outlet(document.publisher());
        return new Statement(
                Statement.idOf(document.id(), kind.name(), polarity, addition.span(), slots),
                document.id(),
                document.file(),
                kind.name(),
                polarity,
                addition.span(),
                document.quote(addition.span()),
                slots,
                addition.values().containsKey(Rulings.SPEAKER)
                        ? Rulings.speaker(outlet, addition.values().get(Rulings.SPEAKER))
                        : outlet,
                List.of(),
                Status.ADDED,
                who);
    }

    /** Everywhere in a text that these words stand, whatever white space is between them. */
    static List<Span> places(String text, String quote) {
        List<Span> places = new ArrayList<>();
        String[] words = quote.strip().split("\\s+", -1);
        if (words[0].isEmpty()) {
            return places;
        }
        StringBuilder pattern = new StringBuilder();
        for (String word : words) {
            pattern.append(pattern.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(text);
        while (matcher.find()) {
            places.add(new Span(matcher.start(), matcher.end()));
        }
        return places;
    }
}

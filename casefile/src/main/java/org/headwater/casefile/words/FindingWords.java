package org.headwater.casefile.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.codebook.SlotType;
import org.headwater.model.Finding;
import org.headwater.model.Origin;
import org.headwater.model.SlotValue;

/** The parts of a finding in words: what it speaks about, what is said, when, and by how many. */
public final class FindingWords {
    private final Codebook codebook;
    private final Phrasing phrasing;
    private final SlotText slots;
    private final UnaryOperator<String> shorten;

    /**
     * Words of this codebook, in English between them.
     *
     * @param shorten cuts free words, such as what a denial says is not so, to what a line has room for
     */
    public FindingWords(Codebook codebook, UnaryOperator<String> shorten) {
        this(codebook, Phrasing.ENGLISH, shorten);
    }

    /**
     * Words of this codebook, in a language that its labels are in.
     *
     * @param shorten cuts free words, such as what a denial says is not so, to what a line has room for
     */
    public FindingWords(Codebook codebook, Phrasing phrasing, UnaryOperator<String> shorten) {
        this.codebook = codebook;
        this.phrasing = phrasing;
        this.shorten = shorten;
        this.slots = new SlotText(codebook, phrasing);
    }

    /** Words for single slots. */
    public SlotText slots() {
        return slots;
    }

    /** What it speaks about: {@code Sites, worldwide}; {@code Netherlands}; {@code China and Italy}. */
    public String subject(Finding finding) {
        List<String> parts = new ArrayList<>();
        figures(finding.kind(), finding.current().slots()).stream()
                .findFirst()
                .ifPresent(figure -> parts.add(slots.label(finding.kind(), figure.name())));
        for (Slot slot : slotsOf(finding.kind())) {
            SlotValue value = finding.about().get(slot.name());
            if (value != null && namesSomething(slot, value)) {
                parts.add(slots.of(finding.kind(), slot.name(), value));
            }
        }
        if (parts.isEmpty()) {
            parts.add(slots.kind(finding.kind()));
        }
        return phrasing.join(Phrase.ABOUT, parts.stream().distinct());
    }

    /** What it speaks about with what is said now: {@code Sites, worldwide: 102 in 53 countries}. */
    public String title(Finding finding) {
        return phrasing.say(Phrase.LABELLED, subject(finding), value(finding, finding.current()));
    }

    /** What one of its values says: {@code 102 in 53 countries}; {@code orders closure}; {@code denies “do not exist”}. */
    public String value(Finding finding, Finding.Value value) {
        List<String> parts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Slot slot : slotsOf(finding.kind())) {
            SlotValue filled =
                    finding.about().getOrDefault(slot.name(), value.slots().get(slot.name()));
            if (filled == null) {
                continue;
            }
            if (filled instanceof SlotValue.Count count) {
                numbers.add(figure(finding.kind(), slot, count));
            } else if (slot.words().isPresent()) {
                parts.add(slots.of(finding.kind(), slot.name(), filled));
            } else if (isFreeText(slot, filled) && !finding.about().containsKey(slot.name())) {
                String words = shorten.apply(slots.of(finding.kind(), slot.name(), filled));
                parts.add(
                        isFirstText(finding.kind(), slot)
                                ? phrasing.say(Phrase.QUOTED, words)
                                : phrasing.say(Phrase.LABELLED, lower(slot.label()), words));
            }
        }
        if (isDenial(finding.kind())) {
            parts.add(0, phrasing.say(Phrase.DENIES));
        }
        if (!numbers.isEmpty()) {
            parts.add(0, together(numbers));
        }
        return parts.isEmpty() ? lower(slots.kind(finding.kind())) : String.join(" · ", parts);
    }

    /** The figures alone, for a value that is mentioned beside another: {@code 54 in 30}. */
    public String shortValue(Finding finding, Finding.Value value) {
        List<Slot> figures = figures(finding.kind(), value.slots());
        if (figures.isEmpty()) {
            return value(finding, value);
        }
        List<String> numbers = new ArrayList<>();
        for (Slot figure : figures) {
            if (value.slots().get(figure.name()) instanceof SlotValue.Count count) {
                numbers.add(slots.number(count));
            }
        }
        return figures.get(0).equals(leading(finding.kind()).orElse(figures.get(0)))
                ? together(numbers)
                : phrasing.say(
                        Phrase.FIGURE, numbers.get(0), lower(figures.get(0).label()));
    }

    private Optional<Slot> leading(String kind) {
        return slotsOf(kind).stream()
                .filter(slot -> slot.type() == SlotType.NUMBER)
                .findFirst();
    }

    private String together(List<String> numbers) {
        return phrasing.join(Phrase.IN, numbers.stream());
    }

    private String figure(String kind, Slot slot, SlotValue.Count count) {
        return leading(kind).filter(slot::equals).isPresent()
                ? slots.number(count)
                : phrasing.say(Phrase.FIGURE, slots.number(count), lower(slot.label()));
    }

    /** When it is said to be so, to the month; empty if nobody says. */
    public String when(Finding.Value value) {
        return value.when().map(slots.dates()::month).orElse("");
    }

    /** What an origin of this kind is called. */
    public String origin(Origin.Kind kind) {
        return phrasing.say(Phrase.of(kind));
    }

    /** How many stand behind it: {@code 1 origin · 6 documents}. */
    public static String support(Finding.Value value) {
        int origins = value.supports().size();
        return (origins == 0 ? "no origin" : count(origins, "origin")) + " · " + count(value.documents(), "document");
    }

    /** A number with what it counts. */
    public static String count(long number, String what) {
        return count(number, what, what + "s");
    }

    /** A number with what it counts, by the word for one and the word for any other number. */
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private List<Slot> slotsOf(String kind) {
        return codebook.kind(kind).map(Kind::slots).orElse(List.of());
    }

    private List<Slot> figures(String kind, Map<String, SlotValue> filled) {
        return slotsOf(kind).stream()
                .filter(slot -> filled.get(slot.name()) instanceof SlotValue.Count)
                .toList();
    }

    /** Whether statements of this kind deny something. */
    public boolean isDenial(String kind) {
        return codebook.kind(kind).filter(of -> !of.denies().isEmpty()).isPresent();
    }

    /** Whether statements of the one kind deny what statements of the other claim. */
    public boolean denies(String denial, String kind) {
        return codebook.kind(denial).filter(of -> of.denies().contains(kind)).isPresent();
    }

    private boolean isFirstText(String kind, Slot slot) {
        return slotsOf(kind).stream()
                .filter(each -> each.type() == SlotType.TEXT)
                .findFirst()
                .filter(slot::equals)
                .isPresent();
    }

    private static boolean namesSomething(Slot slot, SlotValue value) {
        boolean isFigure = value instanceof SlotValue.Count || value instanceof SlotValue.Period;
        return !isFigure && slot.words().isEmpty();
    }

    private static boolean isFreeText(Slot slot, SlotValue value) {
        return value instanceof SlotValue.Word && slot.words().isEmpty();
    }

    private static String lower(String label) {
        return label.isEmpty() ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}

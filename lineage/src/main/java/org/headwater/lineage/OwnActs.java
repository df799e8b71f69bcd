package org.headwater.lineage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headwater.model.Attribution;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * Whose act a claim tells. The minister, the ministry, the prosecutor and "the governments of Ireland and the Netherlands"
 * all know of the Dutch government's act what that government knows: however many of them speak, it is one origin.
 */
final class OwnActs {
    private final StateNames states;

    OwnActs(StateNames states) {
        this.states = states;
    }

    /**
     * The government that speaks of itself in the claim, by this speaker; empty if the speaker is no body of the state that
     * acts in it.
     *
     * @param name the speaker's name as its entity's
     */
    Optional<String> government(Statement claim, Attribution.Step speaker, String name) {
        List<String> spoken = states.countries(name);
        Set<String> acting = new TreeSet<>();
        parties(claim).forEach(party -> acting.addAll(states.countries(party.name())));
        Set<String> places = new TreeSet<>();
        values(claim, SlotValue.Place.class).forEach(place -> place.country().ifPresent(places::add));
        if (spoken.size() > 1) {
            return Optional.of(states.government(memberOf(spoken, places, acting)));
        }
        if (spoken.size() == 1) {
            return spoken.stream()
                    .filter(acting::contains)
                    .map(states::government)
                    .findFirst();
        }
        boolean speaksForIt = states.isUnplaced(name) || isItsParty(claim, speaker);
        Set<String> meant = new TreeSet<>(acting);
        if (meant.size() > 1) {
            meant.retainAll(places);
        }
        return speaksForIt && meant.size() == 1
                ? meant.stream().map(states::government).findFirst()
                : Optional.empty();
    }

    /** The member of a joint party that the claim is about; the first named where it tells none. */
    private static String memberOf(List<String> members, Set<String> places, Set<String> acting) {
        return members.stream()
                .filter(places::contains)
                .findFirst()
                .or(() -> members.stream().filter(acting::contains).findFirst())
                .orElse(members.get(0));
    }

    /** Whether the words for the speaker are those for a party of the claim. */
    private static boolean isItsParty(Statement claim, Attribution.Step speaker) {
        String words = Credits.fold(speaker.text().isBlank() ? speaker.name() : speaker.text());
        return parties(claim)
                .map(party -> Credits.fold(party.text()))
                .filter(text -> text.strip().length() > 1)
                // "China Daily" and "Human Rights in China" are not "China".
                .anyMatch(text -> text.equals(words) || words.equals("the " + text) || text.endsWith(" " + words));
    }

    /**
     * Whether a word of doubt stands before what is done. In "ordered to close the offices they allegedly ran" nobody
     * doubts the order.
     */
    static boolean isAlleged(Statement statement) {
        int act = values(statement, SlotValue.Word.class)
                .filter(word -> !word.text().isBlank())
                .mapToInt(word -> statement.quote().indexOf(word.text()))
                .filter(at -> at >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        String quote = statement.quote().toLowerCase(Locale.ROOT);
        return statement.certainty().stream()
                .mapToInt(doubt -> quote.indexOf(doubt.toLowerCase(Locale.ROOT)))
                .anyMatch(at -> at >= 0 && at < act);
    }

    /** Whether the step is no more than the place that the claim is about: "Austria has two stations" has no source. */
    static boolean isPlaceOnly(Statement claim, Attribution.Step step) {
        return step.how() == Attribution.How.ACTOR
                && parties(claim).findAny().isEmpty()
                && values(claim, SlotValue.Place.class)
                        .anyMatch(place -> place.text().equals(step.text()));
    }

    private static Stream<SlotValue.Party> parties(Statement claim) {
        return values(claim, SlotValue.Party.class);
    }

    private static <T extends SlotValue> Stream<T> values(Statement claim, Class<T> type) {
        return claim.slots().values().stream()
                .flatMap(value ->
                        value instanceof SlotValue.Several several ? several.values().stream() : Stream.of(value))
                .filter(type::isInstance)
                .map(type::cast);
    }
}

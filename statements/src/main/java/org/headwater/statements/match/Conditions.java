package org.headwater.statements.match;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.headwater.codebook.Condition;
import org.headwater.codebook.Role;
import org.headwater.codebook.Trait;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.NumberMention;
import org.headwater.statements.marks.PartyMention;
import org.headwater.statements.marks.PlaceMention;
import org.headwater.statements.marks.Sides;

/** Tells whether a pattern's conditions hold at a trigger. */
final class Conditions {
    /** How many capitalised words in a row are taken for a title. */
    private static final int SHORTEST_TITLE = 3;

    private final Sides sides;
    private final Discourse discourse;

    Conditions(Sides sides, Discourse discourse) {
        this.sides = sides;
        this.discourse = discourse;
    }

    boolean allHold(List<Condition> conditions, Roles roles, Optional<PartyMention> speaker) {
        return conditions.stream().allMatch(condition -> holds(condition, roles, speaker));
    }

    boolean noneHolds(List<Condition> conditions, Roles roles, Optional<PartyMention> speaker) {
        return conditions.stream().noneMatch(condition -> holds(condition, roles, speaker));
    }

    private boolean holds(Condition condition, Roles roles, Optional<PartyMention> speaker) {
        MarkedSentence sentence = roles.sentence();
        if (condition.role() == Role.TOPIC) {
            return discourse.isAbout(condition.terms(), sentence);
        }
        if (condition.role() == Role.SPEAKER) {
            return speaker.isPresent() && condition.traits().stream().anyMatch(trait -> is(trait, speaker.get()));
        }
        BitSet words = roles.words(condition.role());
        return condition.terms().stream()
                        .anyMatch(list -> sentence.terms(list).stream()
                                .anyMatch(match -> words.get(match.head())
                                        || words.get(match.words().last())))
                || condition.traits().stream().anyMatch(trait -> has(trait, condition.role(), words, roles));
    }

    private boolean has(Trait trait, Role condition, BitSet words, Roles roles) {
        MarkedSentence sentence = roles.sentence();
        if (trait == Trait.ACCUSED
                && condition == Role.SENTENCE
                && sentence.places().stream().anyMatch(sides::isHome)) {
            return true;
        }
        return switch (trait) {
            case OFFICIAL, ACCUSED, SPOKESMAN, PARTY, PRIVATE ->
                sentence.parties().stream()
                        .filter(party -> words.get(party.head()))
                        .filter(party -> condition != Role.SUBJECT
                                || !(SlotFiller.isObjectOf(sentence, party) || party.isOwner(sentence)))
                        .anyMatch(party -> is(trait, party));
            case ABROAD ->
                sentence.places().stream()
                        .anyMatch(place -> isIn(place, words) && place.isNamed() && sides.isAbroad(place));
            case HOME ->
                sentence.places().stream()
                        .anyMatch(place -> isIn(place, words) && place.isNamed() && sides.isHome(place));
            case NUMBER -> sentence.numbers().stream().anyMatch(number -> isNear(number, words, roles));
            case SEVERAL ->
                sentence.numbers().stream().anyMatch(number -> number.isSeveral() && isNear(number, words, roles));
            case KNOWN -> roles.isDefiniteSingular();
            case DATE ->
                sentence.dates().stream()
                        .anyMatch(date -> words.get(date.words().last()));
            case UNREAL -> roles.isUnreal();
            case POSSIBLE -> roles.isPossible();
            case ABSENT -> roles.isAbsent();
            case QUOTED ->
                sentence.quotes().stream().anyMatch(quote -> words.get(quote.first())) || isTitle(words, sentence);
        };
    }

    /** Whether the words begin with capitals, as a title without quotation marks does. */
    private static boolean isTitle(BitSet words, MarkedSentence sentence) {
        int first = words.nextSetBit(0);
        return first >= 0
                && IntStream.range(first, first + SHORTEST_TITLE)
                        .allMatch(i -> i < sentence.size()
                                && Character.isUpperCase(
                                        sentence.sentence().token(i).word().codePointAt(0)));
    }

    private static boolean isNear(NumberMention number, BitSet words, Roles roles) {
        if (roles.sentence().isFigure(roles.trigger())
                && words.get(roles.head())
                && words.cardinality()
                        == roles.trigger().last() - roles.trigger().first() + 1) {
            return number.core().equals(roles.trigger());
        }
        boolean trigger = words.get(roles.head())
                && words.cardinality()
                        == roles.trigger().last() - roles.trigger().first() + 1;
        return trigger
                ? (number.core().last() < roles.trigger().first() || Roles.followsNoun(roles.sentence(), number.core()))
                        && Roles.counts(
                                roles.sentence(), number.core(), roles.trigger().first())
                : words.get(number.core().first());
    }

    private static boolean isIn(PlaceMention place, BitSet words) {
        return words.get(place.words().first());
    }

    private boolean is(Trait trait, PartyMention party) {
        return switch (trait) {
            case OFFICIAL -> sides.isOfficial(party);
            case ACCUSED -> sides.isAccused(party);
            case SPOKESMAN -> sides.speaksForAccused(party);
            case PARTY -> true;
            case PRIVATE -> !party.isPublic();
            default -> false;
        };
    }
}

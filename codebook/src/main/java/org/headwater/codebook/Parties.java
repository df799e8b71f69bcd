package org.headwater.codebook;

import java.util.List;
import java.util.Optional;

/**
 * How the parties of the investigation are told apart.
 *
 * @param official the term list of nouns that make a country's name or adjective a body acting for it ("government")
 * @param privateBodies the term list of bodies without public power, whose officials act for no country ("charity")
 * @param proprietors the term list of people and firms that answer for themselves where they act ("owner", "restaurant")
 * @param accused ISO codes of the countries whose acts are investigated; empty if there are none
 * @param accusedNames the term list of other names for those in power there
 * @param accusedBodies the term list of bodies that speak for them ("embassy"), for telling their words from their deeds
 * @param accusedMissions the term list of those bodies that are taken for theirs where the text names no country at all
 * @param known parties that texts name without saying what they are
 */
public record Parties(
        Optional<String> official,
        Optional<String> privateBodies,
        Optional<String> proprietors,
        List<String> accused,
        Optional<String> accusedNames,
        Optional<String> accusedBodies,
        Optional<String> accusedMissions,
        List<KnownParty> known) {
    public Parties {
        accused = List.copyOf(accused);
        known = List.copyOf(known);
    }
}

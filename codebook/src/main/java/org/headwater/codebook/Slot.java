package org.headwater.codebook;

import java.util.Optional;

/**
 * A slot of a kind of statement.
 *
 * @param name its name in the written form
 * @param label what readers see
 * @param type what may fill it
 * @param key whether two statements that differ in it speak about different things
 * @param several whether it holds all values of a statement rather than one
 * @param atLeast how many values make it filled
 * @param quoted whether only words in quotation marks that begin with a capital fill it, as a title's do
 * @param otherwise the value a pattern that fills it gives where it finds none; empty if it is then left out
 * @param words the closed list it draws from, for a slot of type {@link SlotType#WORD}
 * @param description what it holds, in a sentence
 */
public record Slot(
        String name,
        String label,
        SlotType type,
        boolean key,
        boolean several,
        int atLeast,
        boolean quoted,
        Optional<String> otherwise,
        Optional<String> words,
        String description) {}

package org.headwater.web.page;

import java.util.List;

/**
 * A statement as pages show it.
 *
 * @param id its id
 * @param kind label of its kind
 * @param document id of its document
 * @param outlet what to call the document
 * @param date when it was published, in words; empty if unknown
 * @param sentence its sentence, with the words marked that slots were read from
 * @param chain who says it, outermost carrier first
 * @param slots what was read, by label
 * @param denies whether the speaker denies it
 * @param certainty words such as alleged
 * @param status where it stands, in its written form
 * @param by the pattern that proposed it, or who added it
 * @param steps the way upstream
 * @param origin where it ends, in words; empty if it closes on itself or was rejected
 */
public record StatementView(
        String id,
        String kind,
        String document,
        String outlet,
        String date,
        List<Piece> sentence,
        List<String> chain,
        List<SlotView> slots,
        boolean denies,
        List<String> certainty,
        String status,
        String by,
        List<StepView> steps,
        String origin) {

    /** A filled slot: its name, its label, its value in words, and the words it was read from. */
    public record SlotView(String name, String label, String value, String from) {}

    /** A step upstream: to whom or what, where that is in the case, and what shows it. */
    public record StepView(String to, String document, String reason) {}
}

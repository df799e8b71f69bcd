package org.headwater.web.finding;

import java.util.List;

/**
 * A finding as a line of a list.
 *
 * @param id its id
 * @param subject what it speaks about
 * @param value what is said now
 * @param when when, in words; empty if unknown
 * @param kind label of its kind
 * @param origins number of independent origins of the current value
 * @param documents number of documents that print the current value
 * @param earlier values that were replaced, in words
 * @param conflicts values that cannot hold together with another, in words
 * @param deniers who denies it
 * @param circular whether some of its chains close on themselves
 * @param grade the grade somebody gave it, such as {@code B2}; empty if nobody did
 */
public record FindingRow(
        String id,
        String subject,
        String value,
        String when,
        String kind,
        int origins,
        int documents,
        List<String> earlier,
        List<String> conflicts,
        List<String> deniers,
        boolean circular,
        String grade) {}

package org.headwater.statements.marks;

import java.util.List;

/** What tells offices from words that only look like them. */
final class Offices {
    private Offices() {}

    /** Whether the word for an office is only part of a topic's name: "policía" in "comisaría de policía". */
    static boolean isInTopic(TermMatch office, MarkedSentence sentence, List<String> topics) {
        return sentence.terms().stream()
                .anyMatch(match -> topics.contains(match.list())
                        && match.words().contains(office.words())
                        && !match.words().equals(office.words()));
    }
}

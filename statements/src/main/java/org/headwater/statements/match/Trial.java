package org.headwater.statements.match;

import java.util.List;
import java.util.Map;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.Role;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Words;

/**
 * A pattern tried at one place of one sentence, with what came of it.
 *
 * @param pattern the pattern
 * @param sentence the sentence
 * @param trigger the words it was tried at; of reported speech the first word
 * @param at the word it hangs on
 * @param unmet what failed, in words; empty if it found something
 * @param met what it asked for and got, in words; empty if it found nothing
 * @param from the role in which the value of each slot was found
 * @param found what it found
 */
public record Trial(
        Pattern pattern,
        MarkedSentence sentence,
        Words trigger,
        int at,
        List<String> unmet,
        List<String> met,
        Map<String, Role> from,
        List<Draft> found) {
    public Trial {
        unmet = List.copyOf(unmet);
        met = List.copyOf(met);
        from = Map.copyOf(from);
        found = List.copyOf(found);
    }
}

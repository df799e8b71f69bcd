package org.headwater.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.headwater.casefile.masking.Detail;
import org.headwater.casefile.masking.NamedPersons;
import org.headwater.casefile.masking.PersonalDetails;

/** Personal details lie in the text, in order, and are found in a time that grows with its length. */
public final class PersonalDetailsTarget {
    private PersonalDetailsTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        List<Detail> details = PersonalDetails.in(text);
        int end = 0;
        for (Detail detail : details) {
            Broken.unless(detail.begin() >= end && detail.end() <= text.length(), "details are stretches in order");
            end = detail.end();
        }
        String line = text.replace('\n', ' ');
        NamedPersons.in(text).forEach(name -> Broken.unless(line.contains(name), "a name stands in the text"));
    }
}

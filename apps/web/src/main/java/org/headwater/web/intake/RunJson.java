package org.headwater.web.intake;

import java.util.List;
import java.util.Locale;
import org.headwater.casefile.WrittenForm;

/** The state of the work as JSON, for the script on the page. */
final class RunJson {
    private RunJson() {}

    private record Written(
            String work,
            long done,
            long total,
            long documents,
            long refused,
            String current,
            List<String> faults,
            long change) {}

    static String of(RunState state) {
        return WrittenForm.json(new Written(
                        state.work().name().toLowerCase(Locale.ROOT),
                        state.done(),
                        state.total(),
                        state.documents(),
                        state.refused(),
                        state.current(),
                        state.faults(),
                        state.change()))
                .toString();
    }
}

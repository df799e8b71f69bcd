package org.headwater.casefile;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.headwater.codebook.gazetteer.Gazetteer;

/** Works out what is derived over a whole case from what its store holds. Writes nothing. */
final class Settling {
    private Settling() {}

    /** What comes out; empty if the listener asked to stop before it was done. */
    static Optional<SettledRows.Derived> derive(Store store, CodebookSource codebook, ReadListener listener) {
        try {
            return Optional.of(derive(store, codebook, SettlingSteps.toldTo(listener)));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private static SettledRows.Derived derive(Store store, CodebookSource codebook, SettlingSteps steps) {
        steps.begin(SettlingSteps.Step.LOADED);
        String basis = SettledRows.basis(store, codebook.identity());
        List<Decision> known = DecisionRows.all(store);
        List<Settlement.Reading> readings = DocumentRows.readings(store);
        Rulings rulings = Rulings.of(known);
        List<Redaction> redacted = SettledRows.withheldWords(store, known).redacted();
        Settlement settlement = Settlement.of(
                readings,
                new Settlement.Decided(rulings, DecidedRows.all(store), redacted),
                codebook.codebook(),
                Gazetteer.shipped(),
                steps);
        steps.begin(SettlingSteps.Step.WITHHELD);
        WithheldWords withheld = settlement.withheld(readings, rulings.named(), redacted, codebook.codebook());
        return new SettledRows.Derived(settlement, withheld, basis, known.size());
    }
}

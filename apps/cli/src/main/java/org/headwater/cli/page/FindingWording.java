package org.headwater.cli.page;

import org.headwater.casefile.words.FindingWords;
import org.headwater.codebook.Codebook;
import org.headwater.exchange.bag.Wording;
import org.headwater.model.Finding;

/** Findings in the words of the screen, for what is handed on. Stateless and safe for several threads. */
public final class FindingWording implements Wording {
    private final FindingWords words;

    private FindingWording(Codebook codebook) {
        this.words = FindingLine.words(codebook);
    }

    /** In the words of this codebook. */
    public static FindingWording of(Codebook codebook) {
        return new FindingWording(codebook);
    }

    @Override
    public String subject(Finding finding) {
        return words.subject(finding);
    }

    @Override
    public String says(Finding finding, Finding.Value value) {
        return words.value(finding, value);
    }
}

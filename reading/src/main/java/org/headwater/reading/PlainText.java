package org.headwater.reading;

import java.io.IOException;
import java.util.Optional;
import org.headwater.reading.article.PlainArticle;

/** Plain text: the decoded file, unchanged, so that every offset is the file's own. */
final class PlainText implements Format {
    private final ReadingLimits limits;

    PlainText(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "text@1";
    }

    @Override
    public boolean isBoundedByLength() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        Decoded decoded = Decoded.of(Bytes.ofText(source, limits), Optional.empty());
        Bytes.checkUnits(decoded.text().length(), limits);
        if (decoded.text().isBlank()) {
            throw new Refusal(Fault.NO_TEXT, "it holds white space only");
        }
        sink.document(Reading.whole(
                decoded.text(),
                PlainArticle.facts(decoded.text()),
                decoded.note().stream().toList()));
    }
}

package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Microsoft's compound files: an encrypted DOCX is one, and so are the formats of before 2007, which are not read. */
final class OldOffice implements Format {
    private static final int SEARCHED = 4 << 20;
    private static final String ENCRYPTED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    @Override
    public String reader() {
        return "ole@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (InputStream in = source.open()) {
            String bytes = new String(in.readNBytes(SEARCHED), StandardCharsets.ISO_8859_1);
            if (bytes.contains(ENCRYPTED)) {
                throw new Refusal(Fault.ENCRYPTED, "a password is needed");
            }
        }
        throw new Refusal(
                Fault.UNKNOWN_FORMAT,
                "there is no reader for Office files of before 2007; save it as DOCX, ODT or PDF");
    }
}

package org.headwater.reading;

import java.util.List;
import org.headwater.model.Document;

/** What came of reading a source. One source may have many outcomes. */
public sealed interface Outcome {

    /** Handles each sort of outcome; a new sort breaks the compile of every handler. */
    <T> T fold(Cases<T> cases);

    /**
     * A document was read.
     *
     * @param document the document
     * @param notes what a careful reader should know, such as a guessed encoding; often empty
     */
    record Read(Document document, List<String> notes) implements Outcome {
        public Read {
            notes = List.copyOf(notes);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.read(this);
        }
    }

    /**
     * The source holds another one: an archive's entry, a mail's attachment, a captured page. Its bytes can be opened, as
     * often as one likes, until the sink returns; keep them if they are to be kept, then read on from {@link
     * Source#keptAt}.
     *
     * @param entry what it holds
     */
    record Contained(Source entry) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.contained(this);
        }
    }

    /**
     * Something cannot be read. What lies beside it in the same archive is still read.
     *
     * @param fault why
     * @param where what it is, with the archives it lies in
     * @param message what, where and the bound, for the user
     */
    record Refused(Fault fault, String where, String message) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * Parts of the source that were left alone because they are no documents, such as the style sheets of a captured page.
     *
     * @param where what holds them
     * @param count how many
     * @param what what they are
     */
    record PassedOver(String where, long count, String what) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.passedOver(this);
        }
    }

    /** A handler of every sort of outcome. */
    interface Cases<T> {
        T read(Read outcome);

        T contained(Contained outcome);

        T refused(Refused outcome);

        T passedOver(PassedOver outcome);
    }
}

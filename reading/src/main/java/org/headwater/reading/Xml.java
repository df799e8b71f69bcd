package org.headwater.reading;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML without document types: none of the formats read here may have one, and every XML attack begins with one. */
final class Xml {
    private Xml() {}

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        // The JDK's own parser, whatever else lies on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in);
    }

    /** The next event; a document type is refused. */
    static int next(XMLStreamReader xml) throws Refusal, XMLStreamException {
        if (Thread.currentThread().isInterrupted()) {
            throw new Refusal(Fault.TIMED_OUT, "it was stopped");
        }
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refusal(Fault.ENTITY_BOMB, "its XML declares a document type");
        }
        return event;
    }

    /** What a parser's complaint means. */
    static Refusal broken(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        if (cause instanceof Overrun overrun) {
            return new Refusal(overrun.fault(), overrun.getMessage());
        }
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
        return new Refusal(Fault.BROKEN, "its XML is broken" + (line > 0 ? " in line " + line : ""));
    }
}

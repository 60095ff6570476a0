package org.jointflights.application.banking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * The schemas of ISO 20022 that files are held to, whichever way they go. Readers are those of the JDK, whichever others are on the
 * class path; document types are refused, and with them entities, and nothing outside of the file is ever looked up.
 */
final class IsoSchema {

    static final IsoSchema CREDIT_TRANSFER = new IsoSchema("pain.001.001.09");
    static final IsoSchema BANK_STATEMENT = new IsoSchema("camt.053.001.08");

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    /** A statement needs about twelve; what is nested deeper is made to exhaust its reader. */
    private static final String DEEPEST = "64";

    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private final String message;
    private final Schema schema;

    private IsoSchema(String message) {
        this.message = message;
        this.schema = read(message);
    }

    /** Where and why a file does not follow its schema. */
    record Fault(int line, String reason) {}

    /** What ISO calls the message. */
    String message() {
        return message;
    }

    /** The name space of its elements. */
    String namespace() {
        return NAMESPACE + message;
    }

    /** The first fault, or nothing for a file that follows the schema. */
    Optional<Fault> faultIn(byte[] content) {
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new AtOnce());
            validator.validate(new SAXSource(reader(), new InputSource(new ByteArrayInputStream(content))));
            return Optional.empty();
        } catch (SAXParseException fault) {
            return Optional.of(new Fault(Math.max(1, fault.getLineNumber()), String.valueOf(fault.getMessage())));
        } catch (SAXException | IOException fault) {
            // A sign that is none in the encoding that the file names, for one.
            return Optional.of(new Fault(1, String.valueOf(fault.getMessage())));
        } catch (ParserConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setXIncludeAware(false);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setProperty(DEPTH, DEEPEST);
        return reader;
    }

    private static Schema read(String message) {
        String file = "/iso20022/" + message + ".xsd";
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            try (InputStream content = Objects.requireNonNull(IsoSchema.class.getResourceAsStream(file), file)) {
                return factory.newSchema(new StreamSource(content));
            }
        } catch (SAXException | IOException damaged) {
            throw new IllegalStateException(message, damaged);
        }
    }

    /** One fault is enough. */
    private static final class AtOnce implements ErrorHandler {

        @Override
        public void warning(SAXParseException fault) {
            // A file that can be read and follows its schema is taken.
        }

        @Override
        public void error(SAXParseException fault) throws SAXException {
            throw fault;
        }

        @Override
        public void fatalError(SAXParseException fault) throws SAXException {
            throw fault;
        }
    }
}

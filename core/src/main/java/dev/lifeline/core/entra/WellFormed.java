package dev.lifeline.core.entra;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tells XML from what only pretends to be it. Microsoft's library finds out as well, but the JDK's
 * parser then complains on standard error, and past Lifeline.
 */
final class WellFormed {
  private WellFormed() {}

  /** Whether it is an XML document, and one without a document type, which has no place here. */
  static boolean isXml(String text) {
    try {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
      return true;
    } catch (SAXException e) {
      return false;
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser does what it always can", e);
    }
  }
}

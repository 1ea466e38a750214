package dev.peregrine.host.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parts of a document that is an archive of XML; nothing is unpacked to a disk. */
final class XmlParts {

  private static final int MOST_ENTRIES = 5_000;
  private static final int MOST_BYTES = 48 << 20;

  private final Map<String, byte[]> parts = new HashMap<>();
  private boolean macros;

  XmlParts(byte[] document, Predicate<String> wanted) throws IOException {
    int left = MOST_BYTES;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      ZipEntry entry;
      for (int seen = 0; seen < MOST_ENTRIES && (entry = zip.getNextEntry()) != null; seen++) {
        macros |=
            entry.getName().endsWith("vbaProject.bin") || entry.getName().startsWith("Basic/");
        if (wanted.test(entry.getName())) {
          byte[] part = zip.readNBytes(left + 1);
          left -= part.length;
          if (left < 0) {
            throw new IOException("A part is larger than a document's.");
          }
          parts.putIfAbsent(entry.getName(), part);
        }
      }
    }
  }

  boolean hasMacros() {
    return macros;
  }

  Map<String, byte[]> all() {
    return parts;
  }

  /** Reads XML without document types, hence without entities that grow or reach out. */
  static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
  }

  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return String.valueOf(xml.getAttributeValue(i));
      }
    }
    return "";
  }
}

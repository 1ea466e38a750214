package dev.peregrine.plugin.exporter.office;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one file of an OpenDocument archive. Names have their usual prefix: {@code text:p}. */
final class OdtXml {

  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

  /** From ODF 1.3, part 3, section 1.4 (docs.oasis-open.org/office/OpenDocument/v1.3). */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "office", OASIS + "office:1.0",
          "style", OASIS + "style:1.0",
          "text", OASIS + "text:1.0",
          "table", OASIS + "table:1.0",
          "meta", OASIS + "meta:1.0",
          "manifest", OASIS + "manifest:1.0",
          "fo", OASIS + "xsl-fo-compatible:1.0",
          "xlink", "http://www.w3.org/1999/xlink",
          "dc", "http://purl.org/dc/elements/1.1/");

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter writer;

  OdtXml(String root, String... prefixes) {
    try {
      writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      open(root);
      for (String prefix : prefixes) {
        writer.writeNamespace(prefix, namespace(prefix));
      }
      attribute(root.substring(0, root.indexOf(':')) + ":version", "1.3");
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Begins an element, with names and values of attributes in turn. */
  void open(String name, String... attributes) {
    wrap(() -> writer.writeStartElement(prefix(name), local(name), namespace(prefix(name))));
    attributes(attributes);
  }

  void empty(String name, String... attributes) {
    open(name, attributes);
    close();
  }

  /** An element with nothing but a text in it. */
  void text(String name, String text) {
    open(name);
    text(text);
    close();
  }

  void text(String text) {
    wrap(() -> writer.writeCharacters(text));
  }

  /** Of the element that was opened last, as long as nothing is in it. */
  void attribute(String name, String value) {
    wrap(() -> writer.writeAttribute(prefix(name), namespace(prefix(name)), local(name), value));
  }

  void close() {
    wrap(writer::writeEndElement);
  }

  byte[] end() {
    wrap(writer::writeEndDocument);
    wrap(writer::flush);
    return bytes.toByteArray();
  }

  private void attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
  }

  private static String prefix(String name) {
    return name.substring(0, name.indexOf(':'));
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String namespace(String prefix) {
    return Objects.requireNonNull(NAMESPACES.get(prefix), prefix);
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  /** Memory takes everything. */
  private static void wrap(Writing writing) {
    try {
      writing.write();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException(broken);
    }
  }
}

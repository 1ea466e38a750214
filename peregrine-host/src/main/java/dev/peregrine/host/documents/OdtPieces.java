package dev.peregrine.host.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Paragraphs and tables of an ODT in the order of the file. */
final class OdtPieces {

  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "annotation", "forms", "sequence-decls", "desc", "title");

  private final List<TextPiece> pieces = new ArrayList<>();
  private final Set<String> bold = new HashSet<>();
  private final Deque<StringBuilder> open = new ArrayDeque<>();
  private final Deque<String> styles = new ArrayDeque<>();
  private int items;
  private int boldLetters;
  private int letters;
  private String style = "";

  private OdtPieces() {}

  static List<TextPiece> of(byte[] document) throws IOException, XMLStreamException {
    var parts = new XmlParts(document, Set.of("content.xml")::contains);
    byte[] content = parts.all().get("content.xml");
    if (content == null) {
      throw new IOException("No content.xml");
    }
    var reader = new OdtPieces();
    reader.read(content);
    if (parts.hasMacros()) {
      reader.pieces.add(
          TextPiece.of(
              TextPiece.Kind.WARNING, "It holds macros. They were not run and are not kept."));
    }
    return reader.pieces;
  }

  private void read(byte[] content) throws XMLStreamException {
    XMLStreamReader xml = XmlParts.reader(content);
    int skipping = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (skipping > 0 || SKIPPED.contains(xml.getLocalName())) {
          skipping++;
        } else {
          start(xml);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (skipping > 0) {
          skipping--;
        } else {
          end(xml.getLocalName());
        }
      } else if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException(ReadDocument.DECLARES_ENTITIES);
      } else if (event == XMLStreamConstants.CHARACTERS && skipping == 0 && !open.isEmpty()) {
        letters(xml.getText());
      }
    }
  }

  private void letters(String text) {
    open.element().append(text.replaceAll("\\s+", " "));
    letters += text.strip().length();
    boldLetters += styles.stream().anyMatch(bold::contains) ? text.strip().length() : 0;
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "style" -> style = XmlParts.attribute(xml, "name");
      case "text-properties" -> {
        if (XmlParts.attribute(xml, "font-weight").matches("bold|[6-9]00")) {
          bold.add(style);
        }
      }
      case "p", "h" -> {
        flush(false);
        open.push(new StringBuilder());
        styles.push(XmlParts.attribute(xml, "style-name"));
      }
      case "span" -> styles.push(XmlParts.attribute(xml, "style-name"));
      case "tab" -> append("\t");
      case "s" -> append(" ");
      case "line-break" -> append("\n");
      case "a" -> {
        String address = XmlParts.attribute(xml, "href");
        if (!address.isEmpty()) {
          pieces.add(TextPiece.of(TextPiece.Kind.LINK, address));
        }
      }
      case "list-item" -> items++;
      case "table" -> pieces.add(TextPiece.of(TextPiece.Kind.OPEN, "table"));
      case "table-row" -> pieces.add(TextPiece.of(TextPiece.Kind.OPEN, "row"));
      case "table-cell" -> pieces.add(TextPiece.of(TextPiece.Kind.OPEN, "cell"));
      default -> {}
    }
  }

  private void append(String text) {
    if (!open.isEmpty()) {
      open.element().append(text);
    }
  }

  /** Ends what was read so far of the paragraph, because a box within it begins or it is over. */
  private void flush(boolean heading) {
    if (open.isEmpty()) {
      return;
    }
    boolean heavy = heading || (letters > 0 && boldLetters * 2 > letters);
    for (String line : open.element().toString().split("\n")) {
      if (!line.isBlank()) {
        pieces.add(TextPiece.paragraph(line.strip(), heavy, items > 0 && !heading, heading));
      }
    }
    open.element().setLength(0);
    letters = 0;
    boldLetters = 0;
  }

  private void end(String name) {
    switch (name) {
      case "p", "h" -> {
        flush(name.equals("h"));
        open.poll();
        styles.poll();
      }
      case "span" -> styles.poll();
      case "list-item" -> items--;
      case "table" -> pieces.add(TextPiece.of(TextPiece.Kind.CLOSE, "table"));
      case "table-row" -> pieces.add(TextPiece.of(TextPiece.Kind.CLOSE, "row"));
      case "table-cell" -> pieces.add(TextPiece.of(TextPiece.Kind.CLOSE, "cell"));
      default -> {}
    }
  }
}

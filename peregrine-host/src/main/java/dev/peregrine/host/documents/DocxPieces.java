package dev.peregrine.host.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Paragraphs and tables of a DOCX in the order of the file, with those of text boxes, headers and
 * footers. What was struck out in review is not read.
 */
final class DocxPieces {

  private static final Set<String> SKIPPED =
      Set.of("del", "moveFrom", "instrText", "Fallback", "delText", "pPrChange", "rPrChange");

  private final List<TextPiece> pieces = new ArrayList<>();
  private final Map<String, String> styles = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();

  /** A paragraph that is being read; text boxes hold others within. */
  private static final class Paragraph {
    final StringBuilder text = new StringBuilder();
    final List<String> links = new ArrayList<>();
    String style = "";
    boolean numbered;
    boolean inProperties;
    boolean boldRun;
    double runSize;
    double size;
    int boldLetters;
    int letters;
    final List<TextPiece> boxes = new ArrayList<>();
  }

  private DocxPieces() {}

  static List<TextPiece> of(byte[] document) throws IOException, XMLStreamException {
    var parts =
        new XmlParts(
            document,
            name ->
                name.matches(
                    "word/(document\\d*|styles|header\\d*|footer\\d*)\\.xml|word/_rels/.*\\.rels"));
    var reader = new DocxPieces();
    var sorted = new TreeMap<>(parts.all());
    for (var part : sorted.entrySet()) {
      if (part.getKey().endsWith("styles.xml")) {
        reader.readStyles(part.getValue());
      }
    }
    boolean read = false;
    for (String kind : List.of("header", "document", "footer")) {
      for (var part : sorted.entrySet()) {
        if (part.getKey().startsWith("word/" + kind)) {
          reader.readTargets(sorted.get(part.getKey().replace("word/", "word/_rels/") + ".rels"));
          reader.read(part.getValue(), !kind.equals("document"));
          read |= kind.equals("document");
        }
      }
    }
    if (!read) {
      throw new IOException("No word/document.xml");
    }
    if (parts.hasMacros()) {
      reader.pieces.add(
          TextPiece.of(
              TextPiece.Kind.WARNING, "It holds macros. They were not run and are not kept."));
    }
    return reader.pieces;
  }

  private void readStyles(byte[] part) throws XMLStreamException {
    XMLStreamReader xml = XmlParts.reader(part);
    String id = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("style")) {
          id = XmlParts.attribute(xml, "styleId");
        } else if (xml.getLocalName().equals("name") && !styles.containsKey(id)) {
          styles.put(id, XmlParts.attribute(xml, "val").toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private void readTargets(byte @org.jspecify.annotations.Nullable [] part)
      throws XMLStreamException {
    targets.clear();
    if (part == null) {
      return;
    }
    XMLStreamReader xml = XmlParts.reader(part);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && XmlParts.attribute(xml, "Type").endsWith("/hyperlink")) {
        targets.put(XmlParts.attribute(xml, "Id"), XmlParts.attribute(xml, "Target"));
      }
    }
  }

  private void read(byte[] part, boolean margin) throws XMLStreamException {
    XMLStreamReader xml = XmlParts.reader(part);
    Deque<Paragraph> open = new ArrayDeque<>();
    int skipping = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (skipping > 0 || SKIPPED.contains(xml.getLocalName())) {
          skipping++;
        } else {
          start(xml, open);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (skipping > 0) {
          skipping--;
        } else {
          end(xml.getLocalName(), open, margin);
        }
      } else if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException(ReadDocument.DECLARES_ENTITIES);
      }
    }
  }

  private void start(XMLStreamReader xml, Deque<Paragraph> open) throws XMLStreamException {
    String name = xml.getLocalName();
    Paragraph now = open.peek();
    switch (name) {
      case "p" -> {
        if (isWord(xml)) {
          open.push(new Paragraph());
        }
      }
      case "tbl" -> bracket(open, TextPiece.Kind.OPEN, "table");
      case "tr" -> bracket(open, TextPiece.Kind.OPEN, "row");
      case "tc" -> bracket(open, TextPiece.Kind.OPEN, "cell");
      default -> {
        if (now != null) {
          within(xml, name, now);
        }
      }
    }
  }

  private static boolean isWord(XMLStreamReader xml) {
    return String.valueOf(xml.getNamespaceURI()).contains("wordprocessingml");
  }

  private void within(XMLStreamReader xml, String name, Paragraph now) throws XMLStreamException {
    switch (name) {
      case "pPr" -> now.inProperties = true;
      case "pStyle" -> now.style = XmlParts.attribute(xml, "val");
      case "numPr" -> now.numbered = true;
      case "r" -> {
        now.boldRun = false;
        now.runSize = 0;
      }
      case "b" -> now.boldRun = !XmlParts.attribute(xml, "val").matches("0|false|off|none");
      case "sz" -> {
        String half = XmlParts.attribute(xml, "val");
        now.runSize = half.matches("\\d{1,3}") ? Integer.parseInt(half) / 2.0 : 0;
      }
      case "tab" -> {
        if (!now.inProperties) {
          now.text.append('\t');
        }
      }
      case "br", "cr" -> now.text.append('\n');
      case "noBreakHyphen" -> now.text.append('-');
      case "sym" -> now.text.append('•');
      case "hyperlink" -> {
        String target = targets.get(XmlParts.attribute(xml, "id"));
        if (target != null) {
          now.links.add(target);
        }
      }
      case "t" -> {
        if (isWord(xml)) {
          text(xml, now);
        }
      }
      default -> {}
    }
  }

  private static void text(XMLStreamReader xml, Paragraph now) throws XMLStreamException {
    String text = xml.getElementText();
    now.text.append(text);
    now.letters += text.strip().length();
    now.boldLetters += now.boldRun ? text.strip().length() : 0;
    now.size = Math.max(now.size, text.isBlank() ? 0 : now.runSize);
  }

  private void bracket(Deque<Paragraph> open, TextPiece.Kind kind, String name) {
    add(open, TextPiece.of(kind, name));
  }

  private void add(Deque<Paragraph> open, TextPiece piece) {
    Paragraph around = open.peek();
    if (around == null) {
      pieces.add(piece);
    } else {
      around.boxes.add(piece);
    }
  }

  private void end(String name, Deque<Paragraph> open, boolean margin) {
    switch (name) {
      case "pPr" -> {
        Paragraph now = open.peek();
        if (now != null) {
          now.inProperties = false;
        }
      }
      case "p" -> {
        Paragraph done = open.poll();
        if (done != null) {
          finish(done, open, margin);
        }
      }
      case "tbl" -> bracket(open, TextPiece.Kind.CLOSE, "table");
      case "tr" -> bracket(open, TextPiece.Kind.CLOSE, "row");
      case "tc" -> bracket(open, TextPiece.Kind.CLOSE, "cell");
      default -> {}
    }
  }

  private void finish(Paragraph done, Deque<Paragraph> open, boolean margin) {
    String style = styles.getOrDefault(done.style, done.style.toLowerCase(Locale.ROOT));
    boolean heading = style.matches("(heading|title|überschrift|titre|titolo|título|kop).*");
    boolean bullet =
        !heading && (done.numbered || style.matches("list (bullet|number).*|listbullet.*"));
    boolean bold = heading || (done.letters > 0 && done.boldLetters * 2 > done.letters);
    for (String line : done.text.toString().split("\n")) {
      if (!line.isBlank()) {
        TextPiece piece = TextPiece.paragraph(line.strip(), bold, bullet, heading).sized(done.size);
        add(open, margin ? piece.as(TextPiece.Kind.MARGIN) : piece);
      }
    }
    done.links.forEach(link -> add(open, TextPiece.of(TextPiece.Kind.LINK, link)));
    done.boxes.forEach(box -> add(open, box));
    if (done.text.isEmpty() && done.boxes.isEmpty()) {
      add(open, TextPiece.paragraph("", false, false, false));
    }
  }
}

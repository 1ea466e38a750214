package dev.peregrine.host.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The program that {@link DocumentText} starts for one document: reads it from standard input and
 * writes its text to standard output. One parser is loaded, not all that Tika has, so that it
 * starts quickly.
 */
final class ReadDocument {

  static final int DONE = 0;
  static final int ENCRYPTED = 3;
  static final int UNREADABLE = 4;
  static final int TOO_BIG_FOR_MEMORY = 5;
  static final int HOSTILE = 6;

  /** What a reader of XML throws where a document brings a grammar of its own. */
  static final String DECLARES_ENTITIES = "declares entities";

  private static final int LONGEST = 500_000;

  private ReadDocument() {}

  public static void main(String[] arguments) throws IOException {
    byte[] document = System.in.readAllBytes();
    PrintStream out = System.out;
    // Libraries that print would mix into the text.
    System.setOut(System.err);
    int code;
    try {
      DocumentKind kind = DocumentKind.valueOf(arguments[0]);
      if (arguments.length > 1 && arguments[1].equals("pictures")) {
        ScanPictures.write(document, out);
        out.flush();
        Runtime.getRuntime().halt(DONE);
      }
      String text =
          arguments.length > 1 && arguments[1].equals("pieces")
              ? pieces(document, kind)
              : text(document, kind);
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      code = DONE;
    } catch (EncryptedDocumentException locked) {
      code = ENCRYPTED;
    } catch (OutOfMemoryError | StackOverflowError tooMuch) {
      code = TOO_BIG_FOR_MEMORY;
    } catch (XMLStreamException broken) {
      code = String.valueOf(broken.getMessage()).contains(DECLARES_ENTITIES) ? HOSTILE : UNREADABLE;
    } catch (TikaException | SAXException | IOException | RuntimeException broken) {
      code = isLocked(broken) ? ENCRYPTED : UNREADABLE;
    }
    // A parser's thread that still runs shall not keep the process.
    Runtime.getRuntime().halt(code);
  }

  private static String pieces(byte[] document, DocumentKind kind)
      throws TikaException, SAXException, IOException, XMLStreamException {
    List<TextPiece> pieces =
        switch (kind) {
          case PDF -> PdfPieces.of(document);
          case DOCX -> DocxPieces.of(document);
          case ODT -> OdtPieces.of(document);
          case DOC, RTF -> HtmlPieces.of(html(document, kind));
          case HTML, TEXT -> throw new IllegalArgumentException("Read where it is: " + kind);
        };
    var lines = new StringBuilder();
    for (TextPiece piece : pieces) {
      if (lines.length() > LONGEST) {
        break;
      }
      lines.append(piece.line()).append('\n');
    }
    return lines.toString();
  }

  static String html(byte[] document, DocumentKind kind)
      throws TikaException, SAXException, IOException {
    var handler = new ToHTMLContentHandler();
    try (var stream = TikaInputStream.get(new ByteArrayInputStream(document))) {
      parser(kind)
          .parse(
              stream,
              new WriteOutContentHandler(handler, LONGEST),
              new Metadata(),
              new ParseContext());
    } catch (SAXException failed) {
      if (!WriteLimitReachedException.isWriteLimitReached(failed)) {
        throw failed;
      }
    }
    return handler.toString();
  }

  private static String text(byte[] document, DocumentKind kind)
      throws TikaException, SAXException, IOException {
    var handler = new BodyContentHandler(LONGEST);
    var context = new ParseContext();
    var pdf = new PDFParserConfig();
    pdf.setExtractInlineImages(false);
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    context.set(PDFParserConfig.class, pdf);
    try (var stream = TikaInputStream.get(new ByteArrayInputStream(document))) {
      parser(kind)
          .parse(
              stream,
              kind == DocumentKind.ODT ? new BlocksApart(handler) : handler,
              new Metadata(),
              context);
    } catch (SAXException failed) {
      // A very long document is cut, not refused.
      if (!WriteLimitReachedException.isWriteLimitReached(failed)) {
        throw failed;
      }
    }
    return handler.toString();
  }

  private static Parser parser(DocumentKind kind) {
    return switch (kind) {
      case PDF -> new PDFParser();
      case DOCX -> new OOXMLParser();
      case DOC -> new OfficeParser();
      case ODT -> new OpenDocumentParser();
      case RTF -> new RTFParser();
      case HTML, TEXT -> throw new IllegalArgumentException("Read where it is: " + kind);
    };
  }

  /** The parser of ODT ends a paragraph without a line break, so that words of two run together. */
  private static final class BlocksApart extends ContentHandlerDecorator {
    private static final Set<String> BLOCKS =
        Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "td", "br", "div");

    BlocksApart(ContentHandler to) {
      super(to);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
      if (BLOCKS.contains(name)) {
        super.characters(new char[] {'\n'}, 0, 1);
      }
      super.endElement(uri, name, qualified);
    }
  }

  private static boolean isLocked(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EncryptedDocumentException
          || cause.getClass().getSimpleName().contains("Encrypted")
          || cause.getClass().getSimpleName().contains("InvalidPassword")) {
        return true;
      }
    }
    return false;
  }
}

package dev.peregrine.host.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of a document: PDF, DOCX, DOC, ODT, RTF, HTML, plain text or Markdown. All but the plain
 * ones are read by a process of its own with little memory and time, because documents can be
 * hostile and their parsers are large.
 */
public final class DocumentText {

  private static final int MOST_BYTES = 20 << 20;
  private static final int MOST_TEXT_BYTES = 4 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PASTE = "Paste its text instead.";

  private final Path java;
  private final String classPath;
  private final Map<String, String> environment;
  private final Duration limit;

  /**
   * @param java the program {@code java} of a JDK 25
   * @param classPath that of this program
   */
  public DocumentText(Path java, String classPath) {
    this(java, classPath, Map.of());
  }

  /**
   * @param environment in whose {@code PATH} the program {@code tesseract} is looked for
   */
  public DocumentText(Path java, String classPath, Map<String, String> environment) {
    this(java, classPath, environment, LIMIT);
  }

  DocumentText(Path java, String classPath, Map<String, String> environment, Duration limit) {
    this.environment = Map.copyOf(environment);
    this.java = java;
    this.classPath = classPath;
    this.limit = limit;
  }

  /**
   * Reads a document.
   *
   * @param name the file's name, for messages and as a hint
   * @throws DocumentException with a sentence for the person
   */
  public String read(byte[] document, String name) throws DocumentException, InterruptedException {
    DocumentKind kind = kind(document, name);
    String text = kind.isPlain() ? plain(document, kind) : apart(document, kind, name, "text");
    String tidy = tidy(text);
    if (tidy.isEmpty()) {
      throw noText(kind, name);
    }
    return tidy;
  }

  /**
   * Reads a document with what is known of how it looks: places in a PDF, tables, bullets.
   *
   * @param name the file's name, for messages and as a hint
   * @throws DocumentException with a sentence for the person
   */
  public List<TextPiece> pieces(byte[] document, String name)
      throws DocumentException, InterruptedException {
    DocumentKind kind = kind(document, name);
    List<TextPiece> pieces =
        switch (kind) {
          case HTML -> HtmlPieces.of(decoded(document));
          case TEXT ->
              decoded(document)
                  .lines()
                  .map(
                      line -> TextPiece.paragraph(line.replace('\u00A0', ' '), false, false, false))
                  .toList();
          case PDF, DOCX, DOC, ODT, RTF -> TextPiece.parse(apart(document, kind, name, "pieces"));
        };
    if (pieces.stream()
        .noneMatch(
            p ->
                (p.kind() == TextPiece.Kind.TEXT || p.kind() == TextPiece.Kind.MARGIN)
                    && !p.text().isBlank())) {
      throw noText(kind, name);
    }
    return pieces;
  }

  /** What recognises the text of scans; empty where tesseract is not installed. */
  public Optional<Recognition> recognition() {
    return Recognition.program(environment)
        .map(program -> new Recognition(program, java, classPath, environment));
  }

  /** The text of bytes that are text, in the character set that they are in. */
  public static String decode(byte[] text) {
    return decoded(text);
  }

  private static DocumentKind kind(byte[] document, String name) throws DocumentException {
    if (document.length == 0) {
      throw failed(name, "is empty. Choose another file.");
    }
    if (document.length > MOST_BYTES) {
      throw failed(
          name,
          "has %d MiB, expected at most %d. %s"
              .formatted(document.length >> 20, MOST_BYTES >> 20, PASTE));
    }
    Optional<DocumentKind> kind = DocumentKind.of(document, name);
    if (kind.isEmpty()) {
      throw failed(name, "is none of PDF, DOCX, DOC, ODT, RTF, HTML and text. " + PASTE);
    }
    return kind.get();
  }

  private static DocumentException noText(DocumentKind kind, String name) {
    return kind == DocumentKind.PDF
        ? new DocumentException(
            said(
                name,
                "holds no text: it may be a scan. Save it with text recognition, or paste its"
                    + " text."),
            true)
        : failed(name, "holds no text. " + PASTE);
  }

  private static String plain(byte[] document, DocumentKind kind) {
    String text = decoded(document);
    if (kind == DocumentKind.TEXT) {
      return text;
    }
    Document page = Jsoup.parse(text);
    page.select("head, script, style, noscript, template").remove();
    for (Element element : page.select("*")) {
      // Words of two blocks shall not run together.
      if (element.isBlock() || element.nameIs("br") || element.nameIs("td")) {
        element.appendText("\n");
      }
    }
    return page.wholeText();
  }

  private static String decoded(byte[] document) {
    if (DocumentKind.isUtf16(document)) {
      return new String(document, StandardCharsets.UTF_16);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException older) {
      return new String(document, Charset.forName("windows-1252"));
    }
  }

  private String apart(byte[] document, DocumentKind kind, String name, String what)
      throws DocumentException, InterruptedException {
    Process process = started(kind, name, what);
    try {
      CompletableFuture<byte[]> text = new CompletableFuture<>();
      Thread.startVirtualThread(() -> give(document, process.getOutputStream()));
      Thread.startVirtualThread(() -> take(process.getInputStream(), text));
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed(name, "could not be read within %d s. %s".formatted(limit.toSeconds(), PASTE));
      }
      return switch (process.exitValue()) {
        case ReadDocument.DONE -> new String(text.join(), StandardCharsets.UTF_8);
        case ReadDocument.ENCRYPTED ->
            throw failed(
                name, "is protected by a password. Save it without one, or paste its text.");
        case ReadDocument.UNREADABLE ->
            throw failed(name, "is damaged or not quite a %s. %s".formatted(kind, PASTE));
        case ReadDocument.HOSTILE ->
            throw failed(
                name,
                "declares XML entities, which no word processor writes and which can fill a"
                    + " computer's memory; nothing of it was read. "
                    + PASTE);
        default -> throw failed(name, "needs more memory to read than it may have. " + PASTE);
      };
    } finally {
      process.destroyForcibly();
    }
  }

  private Process started(DocumentKind kind, String name, String what) throws DocumentException {
    var command =
        List.of(
            java.toString(),
            "-Xmx256m",
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            ReadDocument.class.getName(),
            kind.name(),
            what);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    // It gets nothing of what this process knows.
    builder.environment().clear();
    try {
      return builder.start();
    } catch (IOException notStarted) {
      throw failed(
          name,
          "cannot be read, because \"%s\" does not start. Check the JDK, or paste the text."
              .formatted(java));
    }
  }

  static void give(byte[] document, OutputStream to) {
    try (to) {
      to.write(document);
    } catch (IOException itEnded) {
      // Its exit code says why.
    }
  }

  private static void take(InputStream from, CompletableFuture<byte[]> text) {
    try (from) {
      text.complete(from.readNBytes(MOST_TEXT_BYTES));
    } catch (IOException itEnded) {
      text.complete(new byte[0]);
    }
  }

  /** Without trailing blanks and runs of empty lines. */
  private static String tidy(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\u00A0', ' ')
        .replace("\u0000", "")
        .replaceAll("[ \\t\\x0B\\f]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  static DocumentException failed(String name, String what) {
    return new DocumentException(said(name, what));
  }

  private static String said(String name, String what) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
    return "\"%s\" %s".formatted(shown, what);
  }
}

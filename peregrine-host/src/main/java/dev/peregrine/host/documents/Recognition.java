package dev.peregrine.host.documents;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * Recognises the text of a scan with the program {@code tesseract}, where it is installed. The
 * pages are drawn by a process of its own with little memory, and tesseract is one: a scan can be
 * as hostile as any document.
 */
public final class Recognition {

  /** A résumé has few; a scanned book would take hours. */
  public static final int MOST_PAGES = 20;

  private static final int MOST_PICTURE_BYTES = 40 << 20;
  private static final int MOST_TEXT_BYTES = 4 << 20;
  private static final long A_PAGE_SECONDS = 90;
  private static final List<String> KEPT =
      List.of("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot");

  private final Path program;
  private final Path java;
  private final String classPath;
  private final Map<String, String> environment;

  Recognition(Path program, Path java, String classPath, Map<String, String> environment) {
    this.program = program;
    this.java = java;
    this.classPath = classPath;
    this.environment = Map.copyOf(environment);
  }

  /** Where the program is, by the {@code PATH} of an environment. */
  static Optional<Path> program(Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(
            folder -> List.of("tesseract", "tesseract.exe").stream().map(Path.of(folder)::resolve))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The languages that it was installed with, such as {@code deu}; none where it does not run. */
  public List<String> languages() throws InterruptedException {
    try {
      String said = run(List.of("--list-langs"), new byte[0]);
      return said.lines()
          .skip(1)
          .map(String::strip)
          .filter(name -> name.matches("[A-Za-z_]{2,30}") && !name.equals("osd"))
          .toList();
    } catch (DocumentException | IOException notRun) {
      return List.of();
    }
  }

  /**
   * Recognises a PDF page by page; takes some seconds for each.
   *
   * @param name the file's name, for messages
   * @param chosen of {@link #languages()}, at least one
   * @param progress is told how many pages are done, of how many
   * @throws DocumentException with a sentence for the person
   */
  public List<TextPiece> pieces(
      byte[] pdf, String name, List<String> chosen, BiConsumer<Integer, Integer> progress)
      throws DocumentException, InterruptedException {
    if (chosen.isEmpty() || !languages().containsAll(chosen)) {
      throw DocumentText.failed(
          name, "cannot be recognised in \"%s\".".formatted(String.join(", ", chosen)));
    }
    Process drawing = null;
    try {
      drawing = drawing();
      OutputStream in = drawing.getOutputStream();
      Thread.startVirtualThread(() -> DocumentText.give(pdf, in));
      var pictures = new DataInputStream(drawing.getInputStream());
      var pieces = new ArrayList<TextPiece>();
      int pages = Math.min(within(pictures::readInt), MOST_PAGES);
      for (int page = 1; page <= pages; page++) {
        progress.accept(page - 1, pages);
        byte[] picture = within(() -> picture(pictures));
        String words =
            run(List.of("-", "-", "-l", String.join("+", chosen), "--dpi", dpi(), "tsv"), picture);
        pieces.addAll(RecognisedWords.pieces(words, page, ScanPictures.DPI));
      }
      progress.accept(pages, pages);
      return pieces;
    } catch (IOException broken) {
      throw DocumentText.failed(
          name, "could not be recognised. Save it with text recognition, or paste its text.");
    } finally {
      if (drawing != null) {
        drawing.destroyForcibly();
      }
    }
  }

  /**
   * Recognises a picture, such as of a screen; takes some seconds.
   *
   * @param picture PNG or JPEG
   * @param name what it is called, for messages
   * @param chosen of {@link #languages()}, at least one
   * @return its lines; empty where nothing was recognised
   * @throws DocumentException with a sentence for the person
   */
  public String text(byte[] picture, String name, List<String> chosen)
      throws DocumentException, InterruptedException {
    try {
      return RecognisedWords.text(
          run(List.of("-", "-", "-l", String.join("+", chosen), "tsv"), picture));
    } catch (IOException broken) {
      throw DocumentText.failed(name, "could not be recognised. Type what it asks, or try again.");
    }
  }

  private static String dpi() {
    return Integer.toString(ScanPictures.DPI);
  }

  private Process drawing() throws IOException {
    var builder =
        new ProcessBuilder(
                java.toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                ReadDocument.class.getName(),
                DocumentKind.PDF.name(),
                "pictures")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    return builder.start();
  }

  private static byte[] picture(DataInputStream pictures) throws IOException {
    int length = pictures.readInt();
    if (length < 1 || length > MOST_PICTURE_BYTES) {
      throw new IOException("A page has " + length + " bytes.");
    }
    return pictures.readNBytes(length);
  }

  /** Whatever does not come within the time for a page does not come. */
  private static <T> T within(Callable<T> work) throws IOException, InterruptedException {
    var task = new FutureTask<T>(work);
    Thread thread = Thread.startVirtualThread(task);
    try {
      return task.get(A_PAGE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException(failed);
    } finally {
      thread.interrupt();
    }
  }

  private String run(List<String> arguments, byte[] input)
      throws IOException, InterruptedException, DocumentException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    KEPT.stream()
        .filter(environment::containsKey)
        .forEach(key -> builder.environment().put(key, environment.getOrDefault(key, "")));
    // One of several recognitions shall not take all of the machine.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      OutputStream in = process.getOutputStream();
      Thread.startVirtualThread(() -> DocumentText.give(input, in));
      InputStream out = process.getInputStream();
      byte[] said = within(() -> out.readNBytes(MOST_TEXT_BYTES));
      if (!process.waitFor(A_PAGE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("\"%s\" gave up.".formatted(program));
      }
      return new String(said, StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }
}

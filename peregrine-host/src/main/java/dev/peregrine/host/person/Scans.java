package dev.peregrine.host.person;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.Recognition;
import dev.peregrine.host.documents.TextPiece;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Résumés that are pictures of pages. One waits in {@code data/scans} until the person says that
 * its text shall be recognised, and in which languages; then it is a file like any other.
 */
public final class Scans {

  static final String TASK = "recognition";

  private static final int MOST_KEPT = 5;

  private final ResumeReading reader;
  private final Optional<Recognition> recognition;
  private final ResumeUploads uploads;
  private final Resumes resumes;
  private final Tasks tasks;

  /**
   * A scan that waits.
   *
   * @param id names it in addresses
   * @param name of the file
   * @param resume for which it is a newer file; empty where it begins a résumé
   */
  record Waiting(String id, String name, OptionalLong resume) {}

  public Scans(
      ResumeReading reader,
      Optional<Recognition> recognition,
      ResumeUploads uploads,
      Resumes resumes,
      Tasks tasks) {
    this.reader = reader;
    this.recognition = recognition;
    this.uploads = uploads;
    this.resumes = resumes;
    this.tasks = tasks;
    tasks.register(TASK, this::recognise);
  }

  boolean canRecognise() {
    return recognition.isPresent();
  }

  List<String> languages() throws InterruptedException {
    return recognition.isPresent() ? recognition.get().languages() : List.of();
  }

  /** Keeps a scan until it is recognised or others came. */
  Waiting keep(String name, byte[] bytes, OptionalLong resume) {
    var scan = new Waiting(id(bytes), name.replaceAll("\\R", " "), resume);
    try {
      Files.createDirectories(folder());
      Files.write(folder().resolve(scan.id() + ".pdf"), bytes);
      Files.writeString(
          folder().resolve(scan.id() + ".txt"),
          scan.name() + "\n" + (resume.isPresent() ? resume.getAsLong() : ""));
      Files.deleteIfExists(folder().resolve(scan.id() + ".done"));
      forgetOldest();
    } catch (IOException notKept) {
      throw new UncheckedIOException(notKept);
    }
    return scan;
  }

  Optional<Waiting> find(String id) {
    Path about = folder().resolve(id + ".txt");
    if (!id.matches("[0-9a-f]{16}") || !Files.exists(about)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(about);
      String resume = lines.size() > 1 ? lines.get(1) : "";
      return Optional.of(
          new Waiting(
              id,
              lines.isEmpty() ? id : lines.getFirst(),
              resume.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(resume))));
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Where what became of it is to be seen; empty as long as nothing did. */
  Optional<String> outcome(Waiting scan) {
    try {
      return Optional.of(Files.readString(folder().resolve(scan.id() + ".done")));
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  void start(Waiting scan, List<String> languages) {
    tasks.submit(TASK, scan.id(), title(scan), scan.id() + " " + String.join(" ", languages));
  }

  /** Tells its task from others; stored, so in English. */
  static String title(Waiting scan) {
    return "Recognise “%s”".formatted(scan.name());
  }

  private String recognise(TaskRun run)
      throws InterruptedException, TaskFailedException, IOException {
    List<String> said = List.of(run.params().split(" "));
    Waiting scan =
        find(said.getFirst())
            .orElseThrow(
                () -> new TaskFailedException("The scan is not there any more. Choose it again."));
    Recognition program =
        recognition.orElseThrow(
            () -> new TaskFailedException("The program \"tesseract\" is not installed any more."));
    byte[] bytes = Files.readAllBytes(folder().resolve(scan.id() + ".pdf"));
    try {
      List<TextPiece> pieces =
          program.pieces(bytes, scan.name(), said.subList(1, said.size()), run::of);
      ParsedResume parsed = reader.read(pieces);
      if (parsed.text().isBlank()) {
        throw new TaskFailedException(
            "No text was recognised in \"%s\". Try another language, or paste its text."
                .formatted(scan.name()));
      }
      Files.writeString(folder().resolve(scan.id() + ".done"), stored(scan, parsed, bytes));
      Files.deleteIfExists(folder().resolve(scan.id() + ".pdf"));
      return "Recognised. Look it over: a scan is read less surely than a text.";
    } catch (DocumentException unreadable) {
      throw new TaskFailedException(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Stores it as any other file, and says where the person goes on. */
  private String stored(Waiting scan, ParsedResume parsed, byte[] bytes) {
    var read =
        new ResumeUploads.Given.Read(
            parsed, new ResumeFile(scan.name(), "PDF", parsed.text(), Reading.json(parsed), bytes));
    Optional<Resume> newerOf =
        scan.resume().isPresent() ? resumes.findById(scan.resume().getAsLong()) : Optional.empty();
    return newerOf
        .map(
            resume ->
                "/profile/resumes/%d/merge?file=%d"
                    .formatted(resume.id(), resumes.keep(resume.id(), read.file())))
        .orElseGet(() -> "/profile/resumes/" + uploads.create("", read).id());
  }

  private static Path folder() {
    return Tenant.current().data().resolve("scans");
  }

  private static String id(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, 8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void forgetOldest() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      List<Path> oldest =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .sorted((one, other) -> modified(other).compareTo(modified(one)))
              .skip(MOST_KEPT)
              .toList();
      for (Path about : oldest) {
        String name = about.toString();
        Files.deleteIfExists(about);
        Files.deleteIfExists(Path.of(name.replaceFirst("\\.txt$", ".pdf")));
        Files.deleteIfExists(Path.of(name.replaceFirst("\\.txt$", ".done")));
      }
    }
  }

  private static java.nio.file.attribute.FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return java.nio.file.attribute.FileTime.fromMillis(0);
    }
  }
}

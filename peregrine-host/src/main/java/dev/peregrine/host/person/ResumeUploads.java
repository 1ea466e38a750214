package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes a résumé from a form, as a file or as pasted text. What cannot be read changes nothing. */
public final class ResumeUploads {

  /** The name of what was pasted, as it is stored. */
  static final String PASTED = "Pasted text";

  private final ResumeReading reader;
  private final Resumes resumes;
  private final People people;
  private final Scoring scoring;

  /** What a form brought. */
  sealed interface Given {

    /** Neither a file nor a text. */
    record Nothing() implements Given {}

    /** What cannot be read, as a sentence. */
    record Unreadable(String sentence) implements Given {}

    /** Pages without text, which recognition could read. */
    record Scan(String sentence, String name, byte[] bytes) implements Given {}

    /** What was read. */
    record Read(ParsedResume parsed, ResumeFile file) implements Given {}
  }

  public ResumeUploads(ResumeReading reader, Resumes resumes, People people, Scoring scoring) {
    this.reader = reader;
    this.resumes = resumes;
    this.people = people;
    this.scoring = scoring;
  }

  /**
   * Stores what was given on the first screen; nothing given changes nothing. One that the person
   * has edited by hand is left alone: then this becomes another one.
   *
   * @return what is wrong with it, as a sentence; empty if nothing is
   */
  public String take(Visit visit) throws InterruptedException {
    return switch (given(visit)) {
      case Given.Nothing nothing -> "";
      case Given.Unreadable unreadable -> unreadable.sentence();
      case Given.Scan scan -> scan.sentence() + " " + t("person.scan-on-profile");
      case Given.Read read -> {
        Optional<Resume> main = resumes.current();
        if (main.isPresent() && main.get().origin() == Resume.Origin.GIVEN) {
          resumes.save(main.get().id(), main.get().version(), content(read));
          stored(read);
        } else {
          create("", read);
        }
        yield "";
      }
    };
  }

  /** A document as the text that is scored. */
  public static String plain(ResumeDocument document) {
    return PlainResume.of(Draft.of(document));
  }

  /** Whether a form brought a file or a text. */
  public static boolean isGiven(Visit visit) {
    return visit.file("cv").isPresent() || !visit.value("pasted").isEmpty();
  }

  Given given(Visit visit) throws InterruptedException {
    Optional<Visit.Upload> file = visit.file("cv");
    String pasted = visit.value("pasted");
    if (file.isEmpty() && pasted.isEmpty()) {
      return new Given.Nothing();
    }
    byte[] bytes =
        file.map(Visit.Upload::bytes).orElseGet(() -> pasted.getBytes(StandardCharsets.UTF_8));
    String name = file.map(Visit.Upload::name).orElse(PASTED);
    try {
      ParsedResume parsed = file.isPresent() ? reader.read(bytes, name) : reader.readText(pasted);
      if (parsed.text().isBlank()) {
        return new Given.Unreadable(t("person.no-text", "name", ResumeViews.source(name)));
      }
      return new Given.Read(
          parsed, new ResumeFile(name, kind(name), parsed.text(), Reading.json(parsed), bytes));
    } catch (DocumentException unreadable) {
      if (unreadable.isScan()) {
        return new Given.Scan(String.valueOf(unreadable.getMessage()), name, bytes);
      }
      return new Given.Unreadable(
          Optional.ofNullable(unreadable.getMessage()).orElse(t("person.unreadable")));
    }
  }

  private static String kind(String name) {
    int dot = name.lastIndexOf('.');
    return name.equals(PASTED) || dot < 0
        ? "TEXT"
        : name.substring(dot + 1).toUpperCase(Locale.ROOT);
  }

  /** Reads the text of a résumé that was stored without having been read. */
  Optional<ParsedResume> read(Resume resume) throws InterruptedException {
    try {
      return Optional.of(reader.readText(resume.text()));
    } catch (DocumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Begins a résumé with it. */
  Resume create(String name, Given.Read read) {
    String wanted =
        !name.isBlank()
            ? name
            : resumes.all().isEmpty() ? t("person.my-resume") : withoutEnding(read.file().name());
    Resume created = resumes.create(wanted, content(read));
    stored(read);
    return created;
  }

  private void stored(Given.Read read) {
    people.fillFrom(read.parsed().document());
    scoring.soon();
  }

  static ResumeContent content(Given.Read read) {
    return new ResumeContent(
        Resume.Origin.GIVEN,
        read.parsed().text(),
        ResumeJson.write(read.parsed().document()),
        read.file().name(),
        Optional.of(read.file()),
        OptionalLong.empty());
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    String plain = (dot > 0 ? name.substring(0, dot) : name).strip();
    return plain.isEmpty() ? Resumes.USUAL_NAME : plain.substring(0, Math.min(60, plain.length()));
  }
}

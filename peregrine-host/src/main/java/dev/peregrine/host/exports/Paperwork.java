package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.host.config.DocumentsFile;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.exports.Prepared.Part;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.Basics;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Gathers the documents with which the current tenant's person applies for jobs. */
public final class Paperwork {

  private final Letters letters;
  private final Tailorings tailorings;
  private final Resumes resumes;
  private final Function<Basics, Optional<Applicant>> applicants;
  private final DocumentsFile choices;
  private final InstantSource clock;

  /**
   * @param applicants what the person said of themselves, and what a résumé says where they did not
   * @param choices how files are named, and on which paper they are
   */
  public Paperwork(
      Letters letters,
      Tailorings tailorings,
      Resumes resumes,
      Function<Basics, Optional<Applicant>> applicants,
      DocumentsFile choices,
      InstantSource clock) {
    this.letters = letters;
    this.tailorings = tailorings;
    this.resumes = resumes;
    this.applicants = applicants;
    this.choices = choices;
    this.clock = clock;
  }

  /**
   * Makes a document for a job ready: the letter as it was cleared, the résumé as it is sent.
   *
   * @param kind {@code LETTER}, {@code RESUME} or {@code APPLICATION}
   * @param zone in which it is today
   */
  public Prepared prepare(Job job, ExportRequest.Kind kind, ZoneId zone)
      throws InterruptedException {
    Optional<TailoredResume> resume = tailorings.toSend(job.id());
    ResumeDocument document = resume.map(TailoredResume::document).orElse(ResumeDocument.EMPTY);
    if (kind == ExportRequest.Kind.RESUME) {
      return resume.isPresent() ? resume(job, document, zone) : new Prepared.Missing(Part.RESUME);
    }
    return switch (letters.cleared(job.id())) {
      case Clearance.Nothing none -> new Prepared.Missing(Part.LETTER);
      case Clearance.Blocked blocked -> new Prepared.Blocked(blocked);
      case Clearance.Cleared cleared -> {
        Optional<Applicant> applicant = applicants.apply(document.basics());
        if (applicant.isEmpty()) {
          yield new Prepared.Missing(Part.NAME);
        }
        boolean both = kind == ExportRequest.Kind.APPLICATION;
        if (both && resume.isEmpty()) {
          yield new Prepared.Missing(Part.RESUME);
        }
        yield letter(job, cleared.letter(), applicant.get(), both, document, zone);
      }
    };
  }

  /** Who applies, where no job says with which résumé; empty where not even a name is known. */
  public Optional<Applicant> applicant() throws InterruptedException {
    Optional<Resume> main = resumes.current();
    return applicants.apply(
        main.isPresent() ? tailorings.document(main.get()).basics() : Basics.EMPTY);
  }

  /**
   * The paper that documents are written for.
   *
   * @param reader whose country stands in where the person's is not known
   */
  public Paper paper(Locale reader) throws InterruptedException {
    return switch (choices.current().paper()) {
      case A4 -> Paper.A4;
      case US_LETTER -> Paper.US_LETTER;
      case COUNTRY -> Applicant.paper(applicant(), reader);
    };
  }

  /** What a document that belongs to no job is named after. */
  public DocumentName name(String document, ZoneId zone) throws InterruptedException {
    return new DocumentName(
        pattern(), document, applicant().map(Applicant::name).orElse(""), "", "", today(zone));
  }

  private String pattern() {
    String chosen = choices.current().fileName();
    return DocumentName.isPattern(chosen) ? chosen : DocumentName.USUAL;
  }

  private Prepared letter(
      Job job,
      Letter letter,
      Applicant applicant,
      boolean withResume,
      ResumeDocument document,
      ZoneId zone) {
    Locale language = letter.style().language();
    var says = DocumentWords.in(language);
    var request =
        new ExportRequest.Letter(
            applicant.sender(),
            job.posting().company().map(List::of).orElse(List.of()),
            Optional.of(applicant.town()).filter(town -> !town.isBlank()),
            today(zone),
            Optional.of(says.subject(job.posting().title())),
            letter.text());
    String what = withResume ? says.application() : says.letter();
    return ready(
        withResume
            ? new ExportRequest.Application(request, new ExportRequest.Resume(json(document)))
            : request,
        job,
        applicant.name(),
        what,
        language,
        zone);
  }

  private Prepared resume(Job job, ResumeDocument document, ZoneId zone) {
    String json = json(document);
    Locale language = EvidenceCheck.isGerman(json) ? Locale.GERMAN : Locale.ENGLISH;
    String person = applicants.apply(document.basics()).map(Applicant::name).orElse("");
    return ready(
        new ExportRequest.Resume(json),
        job,
        person,
        DocumentWords.in(language).resume(),
        language,
        zone);
  }

  private Prepared ready(
      ExportRequest request, Job job, String person, String what, Locale language, ZoneId zone) {
    String company = job.posting().company().orElse("");
    String title = person.isBlank() ? what : what + " – " + person;
    return new Prepared.Ready(
        request,
        language,
        title,
        new DocumentName(pattern(), what, person, company, job.posting().title(), today(zone)));
  }

  private LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private static String json(ResumeDocument document) {
    return ResumeJson.write(document);
  }
}

package dev.peregrine.host.letters;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Writes drafts of letters for jobs, and checks letters against a résumé. */
public final class Drafts {

  private final ResumeReading reading;
  private final InstantSource clock;

  public Drafts(ResumeReading reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /** A draft from the résumé alone, as {@link Skeleton} makes it. */
  public String skeleton(Job job, Resume resume, LetterStyle style) throws InterruptedException {
    return Skeleton.of(document(resume), recipient(job), style, month());
  }

  /** Holds a letter for a job against a résumé. */
  public CheckedText check(String letter, Job job, Resume resume) throws InterruptedException {
    return EvidenceCheck.check(
        letter, Facts.of(document(resume), month()), vacancy(job), Form.LETTER);
  }

  /**
   * The language of a posting, as far as drafts without a model can be written in it; else English.
   */
  public static Locale languageOf(Job job) {
    return EvidenceCheck.isGerman(job.descriptionText()) ? Locale.GERMAN : Locale.ENGLISH;
  }

  /** The language of a posting, as far as a model is asked for letters in it; else English. */
  public static Locale languageFor(Job job) {
    return Tongue.of(job.descriptionText()).orElseGet(() -> languageOf(job));
  }

  /** To whom a letter for a job goes. */
  public static Recipient recipient(Job job) {
    return new Recipient(vacancy(job), job.board(), Optional.empty());
  }

  private static Vacancy vacancy(Job job) {
    return new Vacancy(
        job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
  }

  /** What came as text alone is read now. */
  ResumeDocument document(Resume resume) throws InterruptedException {
    ResumeDocument stored = ResumeJson.read(resume.document()).orElse(ResumeDocument.EMPTY);
    if (!stored.equals(ResumeDocument.EMPTY)) {
      return stored;
    }
    try {
      return reading.readText(resume.text()).document();
    } catch (DocumentException unreadable) {
      return ResumeDocument.EMPTY;
    }
  }

  YearMonth month() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }
}

package dev.peregrine.host.practice;

import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Requirement;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.ResumeDocument;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What questions are asked about, and answers held against: the posting and the résumé for it. */
public final class Material {

  private static final int FEW = 3;
  private static final int MOST_DOUBTS = 5;

  private final Job job;
  private final Optional<ResumeDocument> resume;
  private final Facts facts;

  Material(Job job, Optional<ResumeDocument> resume, YearMonth today) {
    this.job = job;
    this.resume = resume;
    this.facts = Facts.of(resume.orElse(ResumeDocument.EMPTY), today);
  }

  Job job() {
    return job;
  }

  Optional<ResumeDocument> resume() {
    return resume;
  }

  Vacancy vacancy() {
    return new Vacancy(
        job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
  }

  /** What the posting asks for, the most important first. */
  List<Requirement> asked() {
    return Requirement.of(facts, vacancy());
  }

  /** Lines of the résumé that have something to do with a question. */
  public List<String> evidence(String question, String demand) {
    List<String> own = strongest(new Vacancy("", "", question + "\n" + demand));
    return own.isEmpty() ? strongest(vacancy()) : own;
  }

  private List<String> strongest(Vacancy vacancy) {
    return Strength.of(facts, vacancy).stream()
        .map(strength -> strength.fact().text())
        .distinct()
        .limit(FEW)
        .toList();
  }

  /** What an answer claims and the résumé does not say, in its words. */
  public List<String> notInResume(String answer) {
    if (resume.isEmpty() || answer.isBlank()) {
      return List.of();
    }
    CheckedText checked = EvidenceCheck.check(answer, facts, vacancy(), Form.LETTER);
    return checked.unsupported().stream().map(Claim::text).distinct().limit(MOST_DOUBTS).toList();
  }
}

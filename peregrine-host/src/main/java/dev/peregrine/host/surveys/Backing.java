package dev.peregrine.host.surveys;

import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.questions.Likeness;
import dev.peregrine.host.resumes.ResumeDocument;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the person says elsewhere that bears on a question: no model is needed for it. */
public final class Backing {

  private static final double SHARES_A_WORD = 0.1;
  private static final int MOST = 3;
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");

  private final Answerer answerer;
  private final Optional<Facts> facts;
  private final Vacancy vacancy;

  /**
   * @param resume the one for the job; empty where there is none
   */
  public Backing(Answerer answerer, Optional<ResumeDocument> resume, Job job, YearMonth month) {
    this.answerer = answerer;
    this.facts = resume.map(document -> Facts.of(document, month));
    this.vacancy =
        new Vacancy(
            job.posting().title(), job.posting().company().orElse(""), job.descriptionText());
  }

  /** Sentences of what they say of themselves. */
  public List<String> said(Asked asked) {
    return Stream.concat(
            SENTENCE.splitAsStream(answerer.matters()).map(String::strip),
            answerer.causes().stream())
        .filter(sentence -> !sentence.isBlank())
        .filter(sentence -> Likeness.of(whole(asked), sentence) >= SHARES_A_WORD)
        .limit(MOST)
        .toList();
  }

  /** Lines of the résumé. */
  public List<String> lines(Asked asked) {
    return facts
        .map(
            known ->
                Strength.of(known, new Vacancy("", "", whole(asked))).stream()
                    .map(strength -> strength.fact().text())
                    .distinct()
                    .limit(MOST)
                    .toList())
        .orElse(List.of());
  }

  private static String whole(Asked asked) {
    return asked.question() + "\n" + String.join("\n", asked.options());
  }

  /** What of a text the résumé does not bear out, a sentence each. */
  public List<String> doubts(String text) {
    return facts
        .filter(known -> !text.isBlank())
        .map(
            known ->
                EvidenceCheck.check(text, known, vacancy, Form.LETTER).unsupported().stream()
                    .map(claim -> "“%s”: %s".formatted(claim.text(), claim.why()))
                    .toList())
        .orElse(List.of());
  }
}

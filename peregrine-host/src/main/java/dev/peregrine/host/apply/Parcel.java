package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Check;
import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Paper;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.questions.Question;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.texts.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes to an employer, as it is now.
 *
 * @param letter only one that is cleared goes along
 * @param resume empty where there is none
 */
record Parcel(
    Clearance letter,
    Optional<TailoredResume> resume,
    List<Paper> papers,
    List<Question> questions,
    List<Check> items) {

  static Parcel of(
      long job,
      Letters letters,
      Tailorings tailorings,
      Questions questions,
      Applications applications)
      throws InterruptedException {
    return new Parcel(
        letters.cleared(job),
        tailorings.toSend(job),
        applications.papers().of(job),
        questions.of(job),
        applications.checklist().of(job));
  }

  /** What of it is kept, in one sentence. */
  String said() {
    var parts = new ArrayList<String>();
    parts.add(t("apply.kept-posting"));
    if (letter instanceof Clearance.Cleared) {
      parts.add(t("apply.kept-letter"));
    }
    resume.ifPresent(any -> parts.add(t("apply.kept-resume", "name", any.name())));
    if (!papers.isEmpty()) {
      parts.add(t("apply.kept-files", "count", papers.size()));
    }
    if (!answers().isEmpty()) {
      parts.add(t("apply.kept-answers", "count", answers().size()));
    }
    return t("apply.kept", "parts", Lists.and(parts));
  }

  private List<Content.Answer> answers() {
    return questions.stream()
        .filter(question -> !question.answer().isBlank())
        .map(question -> new Content.Answer(question.question(), question.answer()))
        .toList();
  }

  /**
   * The same, to be kept.
   *
   * @param how the person applied, in their own words
   */
  Content content(Job job, String how) {
    Posting posting = job.posting();
    return new Content(
        new Content.PostingThen(
            posting.title(),
            posting.company().orElse(""),
            Words.place(posting.places(), posting.remote()),
            Intake.isWithoutAddress(posting) ? "" : posting.url().toString(),
            job.board(),
            job.descriptionText()),
        letter instanceof Clearance.Cleared cleared
            ? Optional.of(
                new Content.LetterThen(
                    cleared.letter().number(),
                    cleared.letter().style().language().toLanguageTag(),
                    cleared.letter().text()))
            : Optional.empty(),
        resume.map(
            lane ->
                new Content.ResumeThen(
                    lane.resume(),
                    lane.name(),
                    lane.version(),
                    lane.changes().size(),
                    ResumeJson.write(lane.document()))),
        papers.stream().map(Content.FileThen::of).toList(),
        items.stream().map(item -> new Content.Item(item.text(), item.done())).toList(),
        answers(),
        how);
  }

  /** What is in something that was kept, on one line. */
  static String said(Content content) {
    var parts = new ArrayList<String>();
    content
        .letter()
        .ifPresent(then -> parts.add(t("apply.sent-letter", "version", then.version())));
    content
        .resume()
        .ifPresent(
            then ->
                parts.add(
                    then.changes() == 0
                        ? t("apply.sent-resume", "name", then.name())
                        : t(
                            "apply.sent-resume-changed",
                            "name",
                            then.name(),
                            "count",
                            then.changes())));
    if (!content.files().isEmpty()) {
      parts.add(t("apply.kept-files", "count", content.files().size()));
    }
    if (!content.answers().isEmpty()) {
      parts.add(t("apply.kept-answers", "count", content.answers().size()));
    }
    String said = parts.isEmpty() ? t("apply.sent-nothing") : Lists.and(parts);
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }
}

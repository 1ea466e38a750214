package dev.peregrine.host.boot;

import dev.peregrine.host.demo.Told;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.surveys.Survey;
import dev.peregrine.host.surveys.SurveyQuestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The letters, surveys and notes of the invented life. */
final class DemoPapers {

  private static final List<String> LETTERS =
      List.of("nordwind", "sund", "kontor", "verwaltung", "feldweg", "klinik", "wald");

  private final DemoScenes scenes;

  DemoPapers(DemoScenes scenes) {
    this.scenes = scenes;
  }

  void add() {
    for (int at = 0; at < LETTERS.size(); at++) {
      String id = LETTERS.get(at);
      scenes.at(scenes.ago(at == 0 ? 43 : Math.max(4, 40 - 5 * at), 19, 40), () -> letter(id));
    }
    Told.of("surveys").forEach(this::survey);
    Told.of("reminders").forEach(this::reminder);
  }

  /** A letter as the program drafts it by rules; for a job that is not there yet, later. */
  private void letter(String id) throws InterruptedException {
    Optional<Job> job = scenes.jobIfThere(id).flatMap(scenes.peregrine().jobs()::findById);
    if (job.isEmpty()) {
      return;
    }
    Resume resume = scenes.peregrine().resumes().current().orElseThrow();
    LetterStyle style = LetterStyle.in(Locale.ENGLISH);
    var _ =
        scenes
            .peregrine()
            .letters()
            .add(
                job.get().id(),
                LetterContent.of(
                    Letter.Origin.SKELETON,
                    scenes.peregrine().drafts().skeleton(job.get(), resume, style),
                    style,
                    Optional.of(new Letter.Against(resume.id(), resume.version()))),
                true);
  }

  private void survey(Told told) {
    scenes.at(
        scenes.ago(told.number("days"), 20, 10),
        () -> {
          Job job = scenes.peregrine().jobs().findById(scenes.job(told.text("job"))).orElseThrow();
          var surveys = scenes.peregrine().afterApplying().surveying().surveys();
          Survey survey = surveys.add(job, told.text("name"), told.text("text"));
          List<SurveyQuestion> questions = surveys.questions(survey.id());
          List<String> answers = told.texts("answers");
          for (int at = 0; at < Math.min(questions.size(), answers.size()); at++) {
            SurveyQuestion question = questions.get(at);
            var _ = surveys.answer(question.id(), question.version(), answers.get(at));
          }
        });
  }

  private void reminder(Told told) {
    scenes.at(
        scenes.ago(1, 21, 0),
        () -> {
          OptionalLong job =
              told.text("job").isEmpty()
                  ? OptionalLong.empty()
                  : OptionalLong.of(scenes.job(told.text("job")));
          var _ =
              scenes
                  .peregrine()
                  .afterApplying()
                  .reminders()
                  .own()
                  .add(
                      job,
                      told.text("text"),
                      scenes.today().plusDays(told.number("in")),
                      told.number("minutes"));
        });
  }
}

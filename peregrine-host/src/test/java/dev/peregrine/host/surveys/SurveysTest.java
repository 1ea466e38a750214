package dev.peregrine.host.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.storage.TestHome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surveys in a real database. */
class SurveysTest {

  private static final String TEXT =
      "1. Do you like to work alone?\na) yes\nb) no\n2. Why us?\n3. I like plans.\nDisagree\nNeutral\nAgree";

  @TempDir Path folder;
  private TestHome home;
  private Surveys surveys;
  private Questions forms;
  private int postings;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    forms = new Questions(home.databases(), home.clock());
    surveys = new Surveys(home.databases(), forms, new Live(), home.clock());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Job job(String company) {
    var jobs = new Jobs(home.databases(), new Live(), home.clock());
    postings++;
    return home.with(
        () -> {
          Posting posting =
              Posting.of(
                      "p" + postings,
                      "Job " + postings,
                      URI.create("https://jobs.example.com/" + postings))
                  .withCompany(Optional.of(company).filter(name -> !name.isEmpty()));
          long id =
              jobs.store(
                      List.of(
                          new Found(posting, "village", OptionalLong.empty(), Optional.empty())))
                  .getFirst()
                  .job();
          return jobs.findById(id).orElseThrow();
        });
  }

  private Survey add(Job job, String text) {
    return home.with(() -> surveys.add(job, "Values", text));
  }

  private List<SurveyQuestion> questions(Survey survey) {
    return home.with(() -> surveys.questions(survey.id()));
  }

  private Surveys.Saving answer(SurveyQuestion question, String answer) {
    return home.with(() -> surveys.answer(question.id(), question.version(), answer));
  }

  private List<Earlier> earlier(Survey survey, int number) {
    SurveyQuestion question = questions(survey).get(number);
    return home.with(() -> surveys.earlier(survey, question, 5));
  }

  @Test
  void aSurveyIsKeptWithItsQuestionsAndAnswers() {
    Survey survey = add(job("Wattwerk GmbH"), TEXT);
    List<SurveyQuestion> questions = questions(survey);
    assertThat(questions)
        .extracting(each -> each.asked().kind())
        .containsExactly(QuestionKind.YES_NO, QuestionKind.TEXT, QuestionKind.SCALE);
    assertThat(answer(questions.get(0), "no")).isEqualTo(Surveys.Saving.DONE);
    assertThat(questions(survey).getFirst().chosen()).containsExactly("no");
    assertThat(home.with(() -> surveys.of(survey.job()))).hasSize(1);
    assertThat(home.with(() -> surveys.count(List.of(survey.job(), 77L))))
        .containsOnly(java.util.Map.entry(survey.job(), 1));
  }

  @Test
  void aSecondWindowIsToldAndOverwritesNothing() {
    Survey survey = add(job("Wattwerk"), TEXT);
    SurveyQuestion seen = questions(survey).getFirst();
    answer(seen, "no");
    assertThat(answer(seen, "yes")).isEqualTo(Surveys.Saving.OVERTAKEN);
    assertThat(answer(seen, "no"))
        .as("the same again is no conflict")
        .isEqualTo(Surveys.Saving.DONE);
    assertThat(questions(survey).getFirst().answer()).isEqualTo("no");
    assertThat(home.with(() -> surveys.describe(survey.id(), survey.version(), "One", "")))
        .isEqualTo(Surveys.Saving.DONE);
    assertThat(home.with(() -> surveys.describe(survey.id(), survey.version(), "Two", "")))
        .isEqualTo(Surveys.Saving.OVERTAKEN);
    assertThat(home.with(() -> surveys.reread(survey.id(), survey.version(), "Other?")))
        .isEqualTo(Surveys.Saving.OVERTAKEN);
    assertThat(questions(survey)).hasSize(3);
  }

  @Test
  void answersStayWithTheirQuestionsWhenTheTextIsMended() {
    Survey survey = add(job("Wattwerk"), TEXT.replace("work alone", "w0rk aIone"));
    answer(questions(survey).get(0), "yes");
    answer(questions(survey).get(1), "For the grid.");
    SurveyQuestion scale = questions(survey).get(2);
    answer(scale, "Agree");
    home.run(() -> surveys.weigh(scale.id(), Optional.of(weighing())));
    home.with(
        () ->
            surveys.reread(
                survey.id(),
                survey.version(),
                "0. How are you?\n1. Do you like to work alone?\na) yes\nb) no\n2. I like plans.\nDisagree\nAgree"));
    assertThat(questions(survey))
        .extracting(each -> each.asked().question() + " " + each.answer())
        .containsExactly(
            "How are you? ",
            "Do you like to work alone? yes",
            "I like plans. Agree",
            "Why us? For the grid.");
    assertThat(questions(survey).get(2).weighing())
        .as("other options are not what was weighed")
        .isEmpty();
  }

  private static Weighing weighing() {
    return new Weighing(SurveyMode.QUICK, List.of(1), "", "Because.", List.of(), "", "desk");
  }

  @Test
  void whatWasAnsweredToTheSameEmployerIsFoundAndADifferenceIsTold() {
    Survey first = add(job("Wattwerk GmbH"), TEXT);
    answer(questions(first).get(0), "yes");
    answer(questions(first).get(2), "Agree");
    Survey stranger = add(job("Other AG"), TEXT);
    Survey second =
        add(
            job("Wattwerk"),
            "1. Do you like to work alone? (yes/no)\n2. I like plans.\nDisagree\nAgree");
    assertThat(earlier(second, 0)).extracting(Earlier::answer).containsExactly("yes");
    assertThat(earlier(second, 0)).noneMatch(Earlier::differs);
    answer(questions(second).get(0), "No");
    assertThat(earlier(second, 0)).allMatch(Earlier::differs);
    answer(questions(second).get(0), "Yes");
    assertThat(earlier(second, 0)).noneMatch(Earlier::differs);
    assertThat(earlier(stranger, 0)).as("another employer").isEmpty();
  }

  @Test
  void whatTheFormOfTheApplicationAskedCountsToo() {
    Survey survey = add(job("Wattwerk"), TEXT);
    home.run(
        () -> {
          var asked = forms.add(survey.job(), "Why us?").getFirst();
          forms.save(asked.id(), asked.version(), "For the grid.", Optional.empty());
        });
    assertThat(earlier(survey, 1)).extracting(Earlier::answer).containsExactly("For the grid.");
  }

  @Test
  void anEmployerWithoutNameIsNotEveryEmployerWithoutName() {
    Survey first = add(job(""), TEXT);
    answer(questions(first).getFirst(), "yes");
    assertThat(earlier(add(job(""), TEXT), 0)).isEmpty();
  }

  @Test
  void aSurveyTakenAwayComesBackAndIsForgottenWithItsPicturesAfterAMonth() throws Exception {
    Job job = job("Wattwerk");
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
    Survey survey =
        home.tenant()
            .call(
                () ->
                    surveys.add(
                        job,
                        "",
                        List.of(
                            new Surveys.Given("a.png", bytes.toByteArray()),
                            new Surveys.Given("b.png", bytes.toByteArray()))));
    assertThat(survey.pictures()).extracting(SurveyPicture::place).containsExactly(1, 2);
    assertThat(files()).as("the same picture is kept once").isEqualTo(1);
    home.run(() -> surveys.remove(survey.id()));
    assertThat(home.with(() -> surveys.findById(survey.id()))).isEmpty();
    assertThat(home.with(() -> surveys.bringBack(survey.id()))).isTrue();
    assertThat(home.with(() -> surveys.bytes(survey.pictures().getFirst()))).isPresent();
    home.run(() -> surveys.remove(survey.id()));
    home.pass(Duration.ofDays(40));
    Survey other = add(job, TEXT);
    home.run(() -> surveys.remove(other.id()));
    assertThat(home.with(() -> surveys.bringBack(survey.id()))).isFalse();
    assertThat(files()).isZero();
  }

  private long files() throws Exception {
    try (Stream<Path> all = Files.list(folder.resolve("data/documents/surveys"))) {
      return all.count();
    }
  }
}

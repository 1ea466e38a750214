package dev.peregrine.host.questions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

  @TempDir Path folder;
  private TestHome home;
  private Questions questions;
  private long first;
  private long second;

  @BeforeEach
  void open() throws Exception {
    home = new TestHome(folder);
    questions = new Questions(home.databases(), home.clock());
    var jobs = new Jobs(home.databases(), new Live(), home.clock());
    List<Long> ids =
        in(
            () ->
                jobs.store(List.of(found("1", "Engineer"), found("2", "Teacher"))).stream()
                    .map(stored -> stored.job())
                    .toList());
    first = ids.get(0);
    second = ids.get(1);
  }

  private static Found found(String id, String title) {
    return new Found(
        Posting.of(id, title, URI.create("https://village.example/" + id)),
        "village",
        OptionalLong.empty(),
        Optional.empty());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private <T> T in(Callable<T> work) throws Exception {
    return home.tenant().call(work);
  }

  private Question noted(long job, String text) throws Exception {
    return in(() -> questions.add(job, text)).getFirst();
  }

  private Question answered(long job, String text, String answer) throws Exception {
    Question question = noted(job, text);
    in(() -> questions.save(question.id(), question.version(), answer, question.limit()));
    return in(() -> questions.find(question.id())).orElseThrow();
  }

  @Test
  void aFormIsPastedAsItStandsThere() throws Exception {
    List<Question> added =
        in(
            () ->
                questions.add(
                    first,
                    "1. Why us? (max. 50 words) *\n\n- Your notice\n  period\n\nWhen?\nWhere?\n"));
    assertThat(added)
        .extracting(Question::question)
        .containsExactly("Why us? (max. 50 words)", "Your notice period", "When?", "Where?");
    assertThat(added.getFirst().limit()).contains(new Limit(50, Limit.Unit.WORDS));
    assertThat(in(() -> questions.add(first, "WHEN?"))).as("noted already").isEmpty();
    assertThat(in(() -> questions.of(second))).isEmpty();
  }

  @Test
  void ofTwoWindowsTheSecondIsToldAndNothingIsLost() throws Exception {
    Question question = noted(first, "Why us?");
    in(() -> questions.save(question.id(), 1, "Mine", Optional.empty()));
    assertThat(in(() -> questions.save(question.id(), 1, "Other", Optional.empty())))
        .isInstanceOfSatisfying(
            Questions.Saving.Overtaken.class,
            overtaken -> assertThat(overtaken.inUse().answer()).isEqualTo("Mine"));
    assertThat(in(() -> questions.save(question.id(), 2, "Other", Optional.empty())))
        .isInstanceOf(Questions.Saving.Done.class);
    assertThat(in(() -> questions.save(question.id(), 1, "Other", Optional.empty())))
        .as("the same text again is no conflict")
        .isInstanceOf(Questions.Saving.Done.class);
  }

  @Test
  void whatTookThePlaceOfAnAnswerGivesItBack() throws Exception {
    Question question = answered(first, "Why us?", "Mine");
    Question replaced = in(() -> questions.replace(question.id(), "Theirs"));
    assertThat(replaced.answer()).isEqualTo("Theirs");
    assertThat(in(() -> questions.putBack(question.id(), replaced.version()))).isTrue();
    assertThat(in(() -> questions.find(question.id())).orElseThrow().answer()).isEqualTo("Mine");
    assertThat(in(() -> questions.putBack(question.id(), replaced.version())))
        .as("changed since")
        .isFalse();
  }

  @Test
  void whatIsRemovedComesBack() throws Exception {
    Question question = answered(first, "Why us?", "Mine");
    in(
        () -> {
          questions.remove(question.id());
          return true;
        });
    assertThat(in(() -> questions.of(first))).isEmpty();
    assertThat(in(() -> questions.bringBack(question.id()))).isTrue();
    assertThat(in(() -> questions.of(first))).containsExactly(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why do you want to work here? | What interests you about joining us?",
        "What is your notice period? | When could you start?",
        "Wie hoch ist Ihre Gehaltsvorstellung? | What are your salary expectations?",
        "Are you legally authorized to work in Germany? | Do you require visa sponsorship?",
        "Describe a conflict with a colleague. | Tell us about a difficult problem you solved.",
        "Describe your experience with Kubernetes | How have you used Kubernetes? Describe your"
            + " experience.",
      })
  void aQuestionLikeItIsFoundInOtherJobs(String earlier, String now) throws Exception {
    Question there = answered(first, earlier, "What I said");
    Question here = noted(second, now);
    assertThat(in(() -> questions.earlier(here, 3)))
        .singleElement()
        .satisfies(found -> assertThat(found.id()).isEqualTo(there.id()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why do you want to work here? | What is your notice period?",
        "Describe your experience with Kubernetes | Describe your experience with children",
        "How many years have you led teams? | How did you hear of us?",
      })
  void aQuestionThatAsksForSomethingElseIsNot(String earlier, String now) throws Exception {
    answered(first, earlier, "What I said");
    Question here = noted(second, now);
    assertThat(in(() -> questions.earlier(here, 3))).isEmpty();
  }

  @Test
  void noAnswerOrOneOfTheSameJobIsNoEarlierOne() throws Exception {
    noted(first, "Why us?");
    answered(second, "Why do you want to work here?", "Because");
    Question here = noted(second, "Why this company?");
    assertThat(in(() -> questions.earlier(here, 3))).isEmpty();
  }
}

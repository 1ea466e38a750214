package dev.peregrine.host.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno"},
       "work": [
        {"name": "Quietbank AG", "position": "Team lead", "startDate": "2021-03",
         "highlights": ["Helped out",
           "Moved 40 services to Kubernetes, cutting the cost of running them by a third",
           "Mediated between two teams that disagreed about a release"]},
        {"name": "Hafenwerk", "position": "Engineer", "startDate": "2016-01",
         "highlights": ["Wrote the guide by which new people learned the system"]}]}
      """;

  @TempDir Path folder;
  private TestHome home;
  private Stories stories;
  private Jobs jobs;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    var live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
    var resumes = new Resumes(home.databases(), home.clock());
    stories =
        new Stories(
            home.databases(),
            jobs,
            resumes,
            new Debriefs(home.databases(), live, home.clock()),
            live,
            home.clock());
    home.run(
        () ->
            resumes.create(
                "Grace",
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "Grace Moreno",
                    RESUME,
                    "grace.pdf",
                    Optional.empty(),
                    OptionalLong.empty())));
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static StoryText text(String title, String action) {
    return new StoryText(title, Map.of(Part.ACTION, action), "", Set.of());
  }

  private Story added(String title, String action) {
    return home.with(() -> stories.add(text(title, action), ""));
  }

  private long job(String title, String description) {
    return home.with(
        () ->
            jobs.store(
                    List.of(
                        new Found(
                            Posting.of("1", title, URI.create("https://village.example/1"))
                                .withDescription(Optional.of(description)),
                            "village",
                            OptionalLong.empty(),
                            Optional.empty())))
                .getFirst()
                .job());
  }

  @Test
  void aStoryIsKeptAndSaysWhatItLacksAndHowLongItTakes() {
    Story story = added("The move", "I planned it. ".repeat(70));
    assertThat(story.text().missing()).containsExactly(Part.SITUATION, Part.TASK, Part.RESULT);
    assertThat(story.text().seconds()).isBetween(85, 95);
    assertThat(home.with(stories::all)).containsExactly(story);
  }

  @Test
  void aStoryNeedsAName() {
    assertThatThrownBy(() -> text(" \n ", "I did it"))
        .hasMessage(
            "Title of the story: nothing was given. Type a few words by which you know it again.");
  }

  @Test
  void ofTwoWindowsTheSecondIsToldAndNothingIsLost() {
    Story story = added("The move", "I planned it.");
    home.run(
        () -> {
          assertThat(stories.save(story.id(), 1, text("The move", "From the first window")))
              .isInstanceOf(Stories.Saving.Done.class);
          assertThat(stories.save(story.id(), 1, text("The move", "From the second window")))
              .isInstanceOfSatisfying(
                  Stories.Saving.Overtaken.class,
                  overtaken ->
                      assertThat(overtaken.inUse().text().part(Part.ACTION))
                          .isEqualTo("From the first window"));
          assertThat(stories.save(story.id(), 1, text("The move", "From the first window")))
              .as("the same again")
              .isInstanceOf(Stories.Saving.Done.class);
          assertThat(stories.find(story.id()).orElseThrow().version()).isEqualTo(2);
        });
  }

  @Test
  void whatIsRemovedComesBackAndIsForgottenAfterAMonth() {
    Story story = added("The move", "I planned it.");
    home.run(
        () -> {
          stories.remove(story.id());
          assertThat(stories.all()).isEmpty();
          assertThat(stories.bringBack(story.id())).isTrue();
          stories.remove(story.id());
          home.pass(java.time.Duration.ofDays(31));
          stories.add(text("Another", "I did it."), "");
          assertThat(stories.bringBack(story.id())).isFalse();
        });
  }

  @Test
  void linesOfTheResumeAreOfferedTheMostTellingFirstUntilTheyAreTakenOrLeft() {
    home.run(
        () -> {
          assertThat(stories.hints(9))
              .extracting(Hint::line)
              .containsExactly(
                  "Moved 40 services to Kubernetes, cutting the cost of running them by a third",
                  "Mediated between two teams that disagreed about a release",
                  "Wrote the guide by which new people learned the system");
          Story begun = stories.begin(stories.hints(1).getFirst().line()).orElseThrow();
          assertThat(begun.title())
              .isEqualTo("Moved 40 services to Kubernetes, cutting the cost of …");
          assertThat(begun.text().part(Part.ACTION)).isEqualTo("Moved 40 services to Kubernetes");
          assertThat(begun.text().part(Part.RESULT))
              .isEqualTo("cutting the cost of running them by a third");
          assertThat(begun.text().place()).isEqualTo("Team lead, Quietbank AG");
          assertThat(begun.text().themes()).contains(Theme.IMPROVING);
          String second = stories.hints(1).getFirst().line();
          stories.leave(second, true);
          assertThat(stories.hints(9)).hasSize(1);
          stories.leave(second, false);
          assertThat(stories.hints(9)).hasSize(2);
          assertThat(stories.begin("I was president")).as("not in the résumé").isEmpty();
        });
  }

  @Test
  void whatIsOftenAskedAndNotToldIsNamed() {
    home.run(
        () -> {
          assertThat(stories.untold()).containsExactly(Theme.values());
          stories.add(
              new StoryText("x", Map.of(), "", EnumSet.of(Theme.CONFLICT, Theme.LEADING)), "");
          assertThat(stories.untold())
              .doesNotContain(Theme.CONFLICT, Theme.LEADING)
              .contains(Theme.MISTAKE);
        });
  }

  @Test
  void storiesAreMatchedToWhatAPostingAsksFor() {
    added("The garden", "I grew tomatoes for the whole street.");
    added("The dashboards", "I built dashboards in Grafana for the night shift.");
    added("The move", "I moved our services to K8s and wrote the pipelines in Python.");
    long job =
        job(
            "Platform engineer (Kubernetes)",
            "<p>Requirements</p><ul><li>You must have experience with Kubernetes.</li><li>Python is"
                + " required.</li><li>Experience with Terraform is required.</li></ul><p>Nice to"
                + " have</p><ul><li>Grafana</li></ul>");
    Fit fit = home.with(() -> stories.matching(job));
    assertThat(fit.stories())
        .extracting(match -> match.story().title())
        .containsExactly("The move", "The dashboards");
    assertThat(fit.stories().getFirst().answers()).contains("Kubernetes", "Python");
    assertThat(fit.untold()).contains("Terraform").doesNotContain("Kubernetes", "Grafana");
    assertThat(home.with(() -> stories.matching(4711))).isEqualTo(Fit.NONE);
  }

  @Test
  void aSuggestionIsTakenByPartsAndPutBack() {
    Story story = added("The move", "I planned it.");
    home.run(
        () -> {
          stories.suggest(
              story.id(),
              new Suggestion(
                  Map.of(Part.SITUATION, "Costs grew.", Part.ACTION, "I planned and moved."),
                  List.of("How many?"),
                  "mine"));
          Story taken = stories.take(story.id(), EnumSet.of(Part.ACTION)).orElseThrow();
          assertThat(taken.text().part(Part.ACTION)).isEqualTo("I planned and moved.");
          assertThat(taken.text().part(Part.SITUATION)).isEmpty();
          assertThat(taken.suggestion().orElseThrow().part(Part.SITUATION))
              .isEqualTo("Costs grew.");
          assertThat(stories.putBack(story.id(), 1)).as("an older version").isFalse();
          assertThat(stories.putBack(story.id(), taken.version())).isTrue();
          assertThat(stories.find(story.id()).orElseThrow().text().part(Part.ACTION))
              .isEqualTo("I planned it.");
        });
  }
}

package dev.peregrine.host.practice;

import dev.peregrine.api.Posting;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.LlmHome;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tenancy.Gate;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A person with a résumé, a job, and what practice stands on. */
final class PracticeHome implements AutoCloseable {

  static final String RESUME =
      """
      {"basics":{"name":"Grace Moreno"},
       "work":[{"name":"Quietbank AG","position":"Data engineer","startDate":"2019-03",
         "highlights":["Moved 40 nightly jobs to Airflow","Taught two juniors Python"]},
         {"name":"Harbour GmbH","position":"Developer","startDate":"2016-01","endDate":"2019-02",
         "highlights":["Kept the tide tables of Harbour right"]}],
       "skills":[{"name":"Python"}]}
      """;

  final LlmHome llm;
  final Practice practice;
  final Asking asking;
  final Interviewer interviewer;
  final Jobs jobs;
  final long job;

  /** What was asked in rounds that took place. */
  final List<String> heard = new ArrayList<>();

  PracticeHome(Path folder) {
    llm = new LlmHome(folder);
    var databases = llm.home.databases();
    var clock = llm.home.clock();
    var live = new Live();
    jobs = new Jobs(databases, live, clock);
    var resumes = new Resumes(databases, clock);
    var reading = new ResumeReading(new DocumentText(Path.of("java"), ""));
    practice = new Practice(databases, live, clock);
    asking =
        new Asking(
            practice,
            jobs,
            new Tailorings(databases, jobs, resumes, reading, live, clock),
            () -> List.copyOf(heard),
            clock);
    interviewer =
        new Interviewer(
            practice,
            asking,
            llm.llms,
            llm.tasks,
            Gate.OPEN,
            any -> Optional.of("They keep the grid up in three countries."),
            () -> new Unnamed(List.of("Harbour GmbH")));
    in(
        () ->
            resumes.create(
                "CV",
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "Grace Moreno, data engineer, Python",
                    RESUME,
                    "cv",
                    Optional.empty(),
                    OptionalLong.empty())));
    job =
        posting(
            "Data engineer",
            "You bring Python and Airflow. You must know Kubernetes. Snowflake is welcome.");
  }

  long posting(String title, String text) {
    Posting posting =
        Posting.of(title, title, URI.create("https://jobs.example.com/" + title.hashCode()))
            .withCompany(Optional.of("Wattwerk"))
            .withDescription(Optional.of(text));
    return in(
        () ->
            jobs.store(List.of(new Found(posting, "board", OptionalLong.empty(), Optional.empty())))
                .getFirst()
                .job());
  }

  static SessionPlan plan(RoundKind kind, SessionPlan.Asker asker, int questions) {
    return new SessionPlan(kind, Locale.ENGLISH, asker, questions, false, false);
  }

  Session session(RoundKind kind, int questions) {
    return in(() -> practice.begin(job, plan(kind, SessionPlan.Asker.BANK, questions)));
  }

  Session next(Session session) {
    return in(() -> asking.next(session));
  }

  /** Answers the open question, and rates the answer with one level for everything. */
  Session rated(Session session, int level) {
    Turn open = session.last().orElseThrow();
    return in(
        () -> {
          practice.answer(open.id(), open.version(), "I did it.", java.time.Duration.ZERO);
          practice.rate(open.id(), rating(level));
          return practice.find(session.id()).orElseThrow();
        });
  }

  static Rating rating(int level) {
    return new Rating(
        Rating.By.SELF,
        "",
        Stream.of(Criterion.values())
            .map(criterion -> new Rating.Point(criterion, level, "", ""))
            .toList(),
        "");
  }

  Session now(Session session) {
    return in(() -> practice.find(session.id()).orElseThrow());
  }

  <T> T in(Callable<T> work) {
    try {
      return llm.in(work);
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(String.valueOf(thrown.getMessage()), thrown);
    }
  }

  @Override
  public void close() {
    llm.close();
  }
}

package dev.peregrine.host.rest;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.intake.Added;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.rest.JobShapes.AddedJob;
import dev.peregrine.host.rest.JobShapes.AddedLinks;
import dev.peregrine.host.rest.JobShapes.FullJob;
import dev.peregrine.host.rest.JobShapes.JobList;
import dev.peregrine.host.rest.JobShapes.JobScore;
import dev.peregrine.host.rest.JobShapes.NewJob;
import dev.peregrine.host.rest.JobShapes.NewLinks;
import dev.peregrine.host.rest.JobShapes.NewPay;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Jobs: looking at them and adding some. */
final class JobOperations {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_TEXT = 200_000;

  private static final List<Parameter> FILTERS =
      List.of(
          Parameter.oneOf("stage", keys(Stage.values()), "Only jobs of this stage."),
          Parameter.text("q", "Words that the posting has; \"a phrase\" and -word work, too."),
          Parameter.text("board", "Only jobs that this board has."),
          Parameter.oneOf(
              "remote", keys(RemoteMode.values()), "Only jobs with this mode of working."),
          Parameter.whole("min_score", 1, 100, "Match score at least."),
          Parameter.whole("max_age_days", 1, 999, "Posted, or found, at most so many days ago."),
          Parameter.whole("min_annual_pay", 1, 999_999_999, "Pays at least this a year."),
          Parameter.flag("hidden", "Those that a rule hid, instead of those that none did."),
          Parameter.text("hidden_by", "Only those that this rule hid."),
          Parameter.oneOf(
              "order", List.of("best_match", "newest", "company"), "What stands first."),
          Parameter.whole("limit", 1, MOST, "How many on a page; 50 where it is left out."),
          Parameter.text("cursor", "The next of the page before, with the same filters."));

  private final Jobs jobs;
  private final Intake intake;

  JobOperations(Jobs jobs, Intake intake) {
    this.jobs = jobs;
    this.intake = intake;
  }

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.JOBS,
            "listJobs",
            "/jobs",
            "Lists jobs, filtered and in pages.",
            FILTERS,
            JobList.class,
            this::list),
        Operation.get(
            Topic.JOBS,
            "getJob",
            "/jobs/{job}",
            "Gives a job with its description, where it was seen, and what happened to it.",
            List.of(),
            FullJob.class,
            asked -> FullJob.of(job(jobs, asked))),
        Operation.get(
            Topic.JOBS,
            "getScore",
            "/jobs/{job}/score",
            "Gives a job's match score with its reasons.",
            List.of(),
            JobScore.class,
            this::score),
        Operation.post(
            Topic.JOBS,
            Scope.WRITE,
            "addJob",
            "/jobs",
            "Adds a job by its fields. One that is here already is given as it is.",
            NewJob.class,
            List.of(201, 200),
            AddedJob.class,
            (_, body) -> add(body)),
        Operation.post(
            Topic.JOBS,
            Scope.WRITE,
            "addLinks",
            "/jobs/links",
            "Adds jobs by the addresses of their postings; tasks read the pages.",
            NewLinks.class,
            List.of(200),
            AddedLinks.class,
            (_, body) -> addLinks(body)));
  }

  private static List<String> keys(Enum<?>[] values) {
    return Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The job of the path. */
  static Job job(Jobs jobs, Asked asked) {
    long id = asked.id("job");
    return jobs.findById(id).orElseThrow(() -> Refusal.none("Job", id));
  }

  private JobList list(Asked asked) {
    try {
      return JobList.of(
          jobs.page(filter(asked), asked.text("cursor"), asked.whole("limit").orElse(USUAL)));
    } catch (IllegalArgumentException noPosition) {
      throw Refusal.invalid(String.valueOf(noPosition.getMessage()));
    }
  }

  private static JobFilter filter(Asked asked) {
    JobFilter filter =
        JobFilter.all()
            .withStage(asked.text("stage").map(Stage::of))
            .withHiddenOnly(asked.flag("hidden"))
            .withOrder(
                JobFilter.Order.valueOf(
                    asked.text("order").orElse("best_match").toUpperCase(Locale.ROOT)));
    filter = asked.text("q").map(filter::withWords).orElse(filter);
    filter = asked.text("board").map(filter::withBoard).orElse(filter);
    filter = asked.text("hidden_by").map(filter::withHiddenBy).orElse(filter);
    filter =
        asked
            .text("remote")
            .map(mode -> RemoteMode.valueOf(mode.toUpperCase(Locale.ROOT)))
            .map(Set::of)
            .map(filter::withRemote)
            .orElse(filter);
    if (asked.whole("min_score").isPresent()) {
      filter = filter.withMinScore(asked.whole("min_score").getAsInt());
    }
    if (asked.whole("max_age_days").isPresent()) {
      filter = filter.withMaxAgeDays(asked.whole("max_age_days").getAsInt());
    }
    if (asked.whole("min_annual_pay").isPresent()) {
      filter =
          filter.withMinAnnualPay(BigDecimal.valueOf(asked.whole("min_annual_pay").getAsInt()));
    }
    return filter;
  }

  private JobScore score(Asked asked) {
    Job job = job(jobs, asked);
    return job.scored()
        .map(JobScore::of)
        .orElseThrow(
            () ->
                new Refusal(
                    dev.peregrine.host.web.ProgramProblem.of(
                        404,
                        "no-score",
                        "Not scored yet",
                        "Job \"%d\" has no score yet. Add a résumé, or wait until scoring has come to it."
                            .formatted(job.id()))));
  }

  private Result<AddedJob> add(NewJob said) {
    Stored stored;
    try {
      stored = intake.take(posting(said), Intake.BOARD);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(String.valueOf(wrong.getMessage()));
    }
    FullJob job = FullJob.of(jobs.findById(stored.job()).orElseThrow());
    boolean isNew = stored instanceof Stored.New;
    var added = new AddedJob(job, isNew);
    return isNew ? Result.created(added, "/jobs/" + job.id()) : Result.of(added);
  }

  private static Posting posting(NewJob said) {
    String title = said.title().replaceAll("\\s+", " ").strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw Refusal.invalid(
          "title has %,d characters, expected 1 to %,d.".formatted(title.length(), LONGEST_TITLE));
    }
    if (said.description().filter(text -> text.length() > LONGEST_TEXT).isPresent()) {
      throw Refusal.invalid("description is longer than %,d characters.".formatted(LONGEST_TEXT));
    }
    URI url =
        said.url()
            .map(text -> web("url", text))
            .orElseGet(
                () ->
                    Intake.withoutAddress(
                        Stream.of(title, said.company().orElse(""), said.description().orElse(""))
                            .reduce("", (one, other) -> one + "\n" + other)));
    return Posting.of(url.toString(), title, url)
        .withCompany(filled(said.company()))
        .withApplyUrl(filled(said.applyUrl()).map(text -> web("apply_url", text)))
        .withPlaces(filled(said.location()).flatMap(Place::of).stream().toList())
        .withRemote(said.remote())
        .withEmploymentTypes(
            said.employmentTypes()
                .filter(types -> !types.isEmpty())
                .<Set<dev.peregrine.api.EmploymentType>>map(EnumSet::copyOf)
                .orElseGet(Set::of))
        .withSalary(said.salary().map(JobOperations::salary))
        .withPosted(said.posted())
        .withCloses(said.closes())
        .withDescription(filled(said.description()));
  }

  private static Salary salary(NewPay pay) {
    return Salary.of(pay.min(), pay.max(), pay.currency(), pay.period())
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "salary is none: expected a currency of ISO 4217, and a min above zero, a max at least as large, or both."));
  }

  private static Optional<String> filled(Optional<String> text) {
    return text.map(String::strip).filter(each -> !each.isEmpty());
  }

  private static URI web(String field, String text) {
    return Intake.link(text)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "%s is \"%s\", expected an address that begins with https:// or http://."
                        .formatted(field, text.length() > 200 ? text.substring(0, 200) : text)));
  }

  private Result<AddedLinks> addLinks(NewLinks said) {
    List<URI> links = said.links().stream().map(text -> web("links", text)).distinct().toList();
    if (links.isEmpty()) {
      throw Refusal.invalid("links is empty, expected at least one address.");
    }
    Added added = intake.addLinks(links);
    return Result.of(new AddedLinks(added.jobs(), added.isNew(), added.tasks(), added.skipped()));
  }
}

package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.applications.Sent;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The last tab: checking, opening the employer's form, and saying that it was sent. */
public final class SendRoutes implements Routes {

  static final String KEY = "send";
  private static final int LONGEST_HOW = 300;

  private final Workspace workspace;
  private final Jobs jobs;
  private final Applications applications;
  private final Letters letters;
  private final Tailorings tailorings;
  private final Answering answering;
  private final Exports exports;
  private final Liveness liveness;

  public SendRoutes(
      Workspace workspace,
      Jobs jobs,
      Applications applications,
      Letters letters,
      Tailorings tailorings,
      Answering answering,
      Exports exports,
      Liveness liveness) {
    this.workspace = workspace;
    this.jobs = jobs;
    this.applications = applications;
    this.letters = letters;
    this.tailorings = tailorings;
    this.answering = answering;
    this.exports = exports;
    this.liveness = liveness;
  }

  @Override
  public void add(RouteRegistry routes) {
    workspace.tab(new ApplyTab(KEY, 60, () -> t("apply.tab-send"), this::state));
    routes.get("/apply/{id}/send", visit -> show(visit, 200, Optional.empty()));
    routes.post("/apply/{id}/send", this::applied);
    routes.post("/apply/{id}/look", this::look);
  }

  private TabState state(long job) {
    return applications.of(job).isEmpty() ? TabState.NONE : TabState.DONE;
  }

  static String path(long job) {
    return "/apply/%d/send".formatted(job);
  }

  private void show(Visit visit, int status, Optional<String> problem) throws InterruptedException {
    Job job = workspace.job(visit);
    Parcel parcel = parcel(job);
    visit.show(
        status,
        new SendPage(
            workspace.frame(visit, job, KEY),
            new Points(job.id(), visit.times(), workspace.keys()).of(parcel, liveness.of(job.id())),
            parcel.items(),
            parcel.papers().stream().map(PaperLine::of).toList(),
            TakeRoutes.options(exports),
            form(job),
            sent(job, visit.times()),
            parcel.said(),
            !Intake.isWithoutAddress(job.posting()),
            hasGoneOn(job.stage()),
            visit.times().today().toString(),
            problem));
  }

  private Parcel parcel(Job job) throws InterruptedException {
    return Parcel.of(job.id(), letters, tailorings, answering.questions(), applications);
  }

  /** Where the employer takes applications. */
  private static String form(Job job) {
    return job.posting()
        .applyUrl()
        .map(URI::toString)
        .filter(address -> address.startsWith("http"))
        .orElseGet(
            () -> Intake.isWithoutAddress(job.posting()) ? "" : job.posting().url().toString());
  }

  private List<SentLine> sent(Job job, Times times) {
    List<Sent> all = applications.of(job.id());
    Set<Long> standing =
        jobs.standingMoves(all.stream().map(Sent::move).collect(Collectors.toSet()));
    return all.stream()
        .map(
            sent ->
                new SentLine(
                    SentRoutes.path(sent),
                    times.day(sent.applied()),
                    Parcel.said(sent.content()),
                    sent.move() != 0 && !standing.contains(sent.move())))
        .toList();
  }

  private static boolean hasGoneOn(Stage stage) {
    return switch (stage) {
      case PENDING, APPROVED, ARCHIVED, REJECTED -> false;
      case APPLIED, SURVEY, PHONE_SCREEN, INTERVIEWING, OFFER, HIRED -> true;
    };
  }

  private void applied(Visit visit) throws InterruptedException {
    Job job = workspace.job(visit);
    Times times = visit.times();
    Optional<LocalDate> day = day(visit.value("day"), times.today());
    String how = visit.value("how");
    if (day.isEmpty()) {
      show(visit, 422, Optional.of(t("apply.day-wrong", "day", visit.value("day"))));
      return;
    }
    if (how.length() > LONGEST_HOW) {
      show(visit, 422, Optional.of(t("apply.how-long", "length", how.length())));
      return;
    }
    Instant at =
        day.get().equals(times.today())
            ? times.now()
            : day.get().atTime(LocalTime.NOON).atZone(times.zone()).toInstant();
    Parcel parcel = parcel(job);
    long move = 0;
    if (!hasGoneOn(job.stage())) {
      Move made =
          jobs.move(
              List.of(job.id()),
              Stage.APPLIED,
              Optional.of(how).filter(text -> !text.isEmpty()),
              at);
      move = made.id();
    }
    Sent kept = applications.keep(job.id(), parcel.content(job, how), at, move);
    if (move == 0) {
      visit.go(SentRoutes.path(kept), Toast.of(t("apply.was-kept")));
      return;
    }
    visit.go(
        "/apply",
        Toast.undoable(
            t("apply.marked"),
            job.posting().title(),
            "/review/undo?move=%d&from=%s".formatted(move, path(job.id()))));
  }

  private static Optional<LocalDate> day(String typed, LocalDate today) {
    try {
      LocalDate day = typed.isEmpty() ? today : LocalDate.parse(typed);
      boolean isLikely = !day.isAfter(today) && day.isAfter(today.minusYears(2));
      return isLikely ? Optional.of(day) : Optional.empty();
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private void look(Visit visit) {
    Job job = workspace.job(visit);
    liveness.now(job.id());
    visit.go(path(job.id()), Toast.of(t("apply.looking")));
  }
}

package dev.peregrine.host.feedback;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.feedback.Tracker.NotPostedException;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writing feedback, seeing all of it, and sending it. */
public final class FeedbackRoutes implements Routes {

  private static final String HERE = "/feedback";
  private static final Duration SAME = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int AN_HOUR = 5;

  private final ProjectFile file;
  private final SecretStore secrets;
  private final OutgoingHttp http;
  private final Diagnosis diagnosis;
  private final Releases releases;
  private final InstantSource clock;

  private Gate log = Gate.OPEN;

  /** What each tenant posted in the last hour. */
  private final Map<String, Deque<Posted>> posted = new HashMap<>();

  private record Posted(String text, String address, Instant at) {}

  public FeedbackRoutes(
      ProjectFile file,
      SecretStore secrets,
      OutgoingHttp http,
      Diagnosis diagnosis,
      Releases releases,
      InstantSource clock) {
    this.file = file;
    this.secrets = secrets;
    this.http = http;
    this.diagnosis = diagnosis;
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public void add(RouteRegistry routes) {
    log = routes.gate("/settings/developer");
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.ACTION, t("feedback.title"), "", Icon.TALK, HERE)
                    .alsoBy(t("feedback.words"))));
    routes.get(HERE, visit -> write(visit, 200, Draft.of(visit), "", ""));
    routes.post(HERE, visit -> write(visit, 200, Draft.of(visit), "", ""));
    routes.post(HERE + "/preview", this::preview);
    routes.post(HERE + "/send", this::send);
    new TrackerRoutes(file, secrets, releases).add(routes);
    routes.notice(this::newer);
  }

  private Optional<Notice> newer() {
    return releases
        .newer()
        .map(
            release ->
                new Notice(
                    Notice.Kind.QUIET,
                    t("feedback.newer", "version", release.version()),
                    t("feedback.newer-about"),
                    t("feedback.newer-see"),
                    TrackerRoutes.HERE));
  }

  private static void write(Visit visit, int status, Draft draft, String sent, String problem) {
    visit.show(
        status,
        new FeedbackPage(
            visit.shell(t("feedback.title"), ""), draft, List.of(Kind.values()), sent, problem));
  }

  private void preview(Visit visit) {
    Draft draft = Draft.of(visit);
    if (!draft.isWhole()) {
      write(visit, 422, draft, "", t("feedback.not-whole"));
      return;
    }
    String body = draft.text();
    if (draft.diagnosis()) {
      body = body + "\n\n" + diagnosis.markdown(draft.from(), log.locked().isEmpty());
    }
    show(visit, 200, draft, body, "");
  }

  private void show(Visit visit, int status, Draft draft, String body, String problem) {
    Optional<URI> tracker = file.current().tracker();
    visit.show(
        status,
        new PreviewPage(
            visit.shell(t("feedback.preview"), ""),
            draft,
            body,
            tracker.map(URI::toString).orElse(""),
            tracker.isPresent() && secrets.isSet(TrackerRoutes.TOKEN),
            tracker
                .map(uri -> new Tracker(http, uri, "").newIssue(draft.title(), body).toString())
                .orElse(""),
            problem));
  }

  /** What was shown is what is sent: the body comes back as it was in the preview. */
  private void send(Visit visit) throws InterruptedException {
    Draft draft = Draft.of(visit);
    String body = visit.value("body").replace("\r\n", "\n");
    if (!draft.isWhole() || body.isEmpty()) {
      write(visit, 422, draft, "", t("feedback.not-whole"));
      return;
    }
    Optional<URI> tracker = file.current().tracker();
    if (tracker.isEmpty()) {
      show(visit, 409, draft, body, t("feedback.goes-nowhere"));
      return;
    }
    try {
      String address = post(tracker.get(), draft, body);
      write(visit, 200, new Draft(Kind.BUG, "", "", false, ""), address, "");
    } catch (NotPostedException kept) {
      show(visit, 502, draft, body, t("feedback.not-sent", "why", kept.sentence()));
    }
  }

  /** One at a time, so that a second press finds what the first one posted. */
  private synchronized String post(URI tracker, Draft draft, String body)
      throws NotPostedException, InterruptedException {
    Instant now = clock.instant();
    Deque<Posted> mine =
        posted.computeIfAbsent(Tenant.current().id(), tenant -> new ArrayDeque<>());
    mine.removeIf(each -> each.at().isBefore(now.minus(HOUR)));
    String text = draft.title() + "\n" + body;
    Optional<Posted> same =
        mine.stream()
            .filter(each -> each.text().equals(text) && each.at().isAfter(now.minus(SAME)))
            .findFirst();
    if (same.isPresent()) {
      return same.get().address();
    }
    if (mine.size() >= AN_HOUR) {
      throw new NotPostedException(t("feedback.too-many", "count", AN_HOUR));
    }
    String token = secrets.value(TrackerRoutes.TOKEN).orElse("");
    if (token.isEmpty()) {
      throw new NotPostedException(t("feedback.no-token"));
    }
    String address =
        new Tracker(http, tracker, token).post(draft.title(), body, draft.kind().labels());
    mine.add(new Posted(text, address, now));
    return address;
  }
}

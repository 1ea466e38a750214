package dev.peregrine.host.digests;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.leads.AlertLink;
import dev.peregrine.host.leads.AlertLinks;
import dev.peregrine.host.leads.Digest;
import dev.peregrine.host.leads.Digests;
import dev.peregrine.host.leads.QueuedLink;
import dev.peregrine.host.leads.QueuedLink.State;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of digests. */
final class DigestViews {

  private static final int ON_A_PAGE = 10;
  private static final int ENDED = 10;

  private final Digests digests;
  private final DigestReading reading;
  private final Jobs jobs;

  DigestViews(Digests digests, DigestReading reading, Jobs jobs) {
    this.digests = digests;
    this.reading = reading;
    this.jobs = jobs;
  }

  DigestsPage list(Visit visit) {
    OptionalLong after = visit.number("after");
    Optional<Digest> last =
        after.isPresent() ? digests.findById(after.getAsLong()) : Optional.empty();
    List<Digest> found = digests.open(last, ON_A_PAGE + 1);
    List<Digest> shown = found.stream().limit(ON_A_PAGE).toList();
    String more =
        found.size() > ON_A_PAGE ? DigestRoutes.HERE + "?after=" + shown.getLast().mail().id() : "";
    boolean busy = reading.isBusy();
    var cards = new ArrayList<DigestCard>();
    for (Digest digest : shown) {
      cards.add(card(visit, digest, busy, cards.isEmpty()));
    }
    List<DigestsPage.Ended> ended =
        digests.ended(ENDED).stream().map(digest -> ended(visit, digest)).toList();
    return new DigestsPage(
        visit.shell(t("digests.title"), "digests"), cards, false, more, ended, visit.token());
  }

  DigestsPage one(Visit visit, Digest digest) {
    return new DigestsPage(
        visit.shell(digest.mail().subject(), "digests"),
        digest.ended().isEmpty() ? List.of(card(visit, digest, reading.isBusy(), true)) : List.of(),
        true,
        "",
        digest.ended().isEmpty() ? List.of() : List.of(ended(visit, digest)),
        visit.token());
  }

  private static DigestsPage.Ended ended(Visit visit, Digest digest) {
    long added = digest.queued().stream().filter(link -> link.state() == State.ADDED).count();
    String when = digest.ended().map(at -> visit.times().momentWithin(at)).orElse("");
    return new DigestsPage.Ended(
        digest.mail().id(),
        subject(digest),
        digest.removed()
            ? t("digests.was-removed", "when", when)
            : t("digests.was-finished", "count", added, "when", when));
  }

  private DigestCard card(Visit visit, Digest digest, boolean busy, boolean open) {
    AlertLinks links = AlertLinks.of(digest.mail().message());
    Map<URI, QueuedLink> queued =
        digest.queued().stream()
            .collect(Collectors.toMap(each -> each.link().address(), Function.identity()));
    Map<URI, Jobs.Standing> known =
        jobs.at(
            Stream.concat(links.postings().stream(), links.others().stream())
                .map(AlertLink::address)
                .toList());
    var rows = new Rows(digest.mail().id(), queued, known, busy);
    List<LinkRow> postings = links.postings().stream().map(link -> rows.row(link, true)).toList();
    List<LinkRow> others = links.others().stream().map(link -> rows.row(link, false)).toList();
    boolean waits = digest.isBeingRead();
    long read = digest.queued().stream().filter(link -> link.state() != State.WAITING).count();
    int total = digest.queued().size();
    return new DigestCard(
        digest.mail().id(),
        subject(digest),
        digest.mail().from().map(DigestViews::sender).orElseGet(() -> t("digests.no-sender")),
        visit.times().ago(digest.mail().received()),
        count(postings),
        postings,
        others,
        links.leftOut() == 0 ? "" : t("digests.left-out", "count", links.leftOut()),
        waits && busy ? t("digests.reading", "done", read, "total", total) : "",
        (int) read,
        total,
        waits && !busy,
        open || waits);
  }

  private static String count(List<LinkRow> postings) {
    long here = postings.stream().filter(LinkRow::isHere).count();
    String jobs = t("digests.jobs", "count", postings.size());
    return here == 0 ? jobs : t("digests.jobs-known", "jobs", jobs, "known", here);
  }

  private static String subject(Digest digest) {
    String subject = digest.mail().subject();
    return subject.isBlank() ? t("digests.no-subject") : subject;
  }

  private static String sender(Address from) {
    return from.name().map(name -> name + " · " + from.mail()).orElse(from.mail());
  }

  /** Makes the rows of one digest. */
  private record Rows(
      long mail, Map<URI, QueuedLink> queued, Map<URI, Jobs.Standing> known, boolean busy) {

    LinkRow row(AlertLink link, boolean isPosting) {
      Optional<QueuedLink> chosen = Optional.ofNullable(queued.get(link.address()));
      Optional<Jobs.Standing> here = Optional.ofNullable(known.get(link.address()));
      boolean waits = chosen.filter(each -> each.state() == State.WAITING).isPresent();
      boolean failed = chosen.filter(each -> each.state() == State.FAILED).isPresent();
      boolean again = failed || (waits && !busy);
      OptionalLong job =
          here.map(each -> OptionalLong.of(each.job()))
              .orElseGet(() -> chosen.map(QueuedLink::job).orElseGet(OptionalLong::empty));
      boolean settled = chosen.isPresent() && !again;
      return new LinkRow(
          "l%d-%x".formatted(mail, link.address().hashCode()),
          link.address().toString(),
          title(link),
          Stream.of(link.company(), link.place())
              .flatMap(Optional::stream)
              .collect(Collectors.joining(" · ")),
          link.isRedirect() ? t("digests.through", "host", link.host()) : link.host(),
          again || (isPosting && here.isEmpty() && !settled),
          !settled && (here.isEmpty() || again),
          here.map(each -> standing(each.stage()))
              .orElseGet(
                  () -> waits && busy ? t("digests.waits") : settled ? t("digests.is-here") : ""),
          job,
          chosen.flatMap(QueuedLink::problem).filter(problem -> failed).orElse(""));
    }

    private static String title(AlertLink link) {
      return link.title().isBlank() ? link.address().toString() : link.title();
    }

    private static String standing(Stage stage) {
      return t("review.stage-" + stage.key().replace('_', '-'));
    }
  }
}

package dev.peregrine.host.digests;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.leads.AlertLink;
import dev.peregrine.host.leads.AlertLinks;
import dev.peregrine.host.leads.Digest;
import dev.peregrine.host.leads.Digests;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Mails that list postings: what of them goes to review. */
public final class DigestRoutes implements Routes {

  static final String HERE = "/digests";

  private final Digests digests;
  private final DigestReading reading;
  private final DigestViews views;

  public DigestRoutes(Digests digests, DigestReading reading, Jobs jobs) {
    this.digests = digests;
    this.reading = reading;
    this.views = new DigestViews(digests, reading, jobs);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of("digests", () -> t("digests.title"), Icon.MAIL, HERE, 55)
            .counting(() -> OptionalLong.of(digests.countOpen()))
            .whileWaiting());
    routes.get(HERE, visit -> visit.show(views.list(visit)));
    routes.get(HERE + "/{id}", visit -> visit.show(views.one(visit, digest(visit))));
    routes.post(HERE + "/{id}/add", this::add);
    routes.post(HERE + "/{id}/remove", this::remove);
    routes.post(HERE + "/{id}/back", this::bringBack);
  }

  private Digest digest(Visit visit) {
    long id = visit.id("id");
    return digests
        .findById(id)
        .orElseThrow(() -> new NoSuchPageException("job alert", Long.toString(id)));
  }

  /** Only what stands in the mail can be chosen. */
  private void add(Visit visit) {
    Digest digest = digest(visit);
    Set<String> ticked = Set.copyOf(visit.values("link"));
    AlertLinks links = AlertLinks.of(digest.mail().message());
    List<AlertLink> chosen =
        Stream.concat(links.postings().stream(), links.others().stream())
            .filter(link -> ticked.contains(link.address().toString()))
            .toList();
    String card = HERE + "#d" + digest.mail().id();
    if (chosen.isEmpty()) {
      visit.go(card, Toast.of(t("digests.nothing-ticked")));
      return;
    }
    int queued = digests.queue(digest.mail().id(), chosen);
    reading.begin(digest);
    visit.go(card, Toast.of(t("digests.being-read", "count", queued)));
  }

  private void remove(Visit visit) {
    Digest digest = digest(visit);
    long id = digest.mail().id();
    digests.remove(id);
    visit.go(
        HERE,
        Toast.undoable(
            t("digests.removed"), digest.mail().subject(), HERE + "/%d/back".formatted(id)));
  }

  private void bringBack(Visit visit) {
    Digest digest = digest(visit);
    digests.bringBack(digest.mail().id());
    visit.go(HERE, Toast.of(t("digests.is-back")));
  }
}

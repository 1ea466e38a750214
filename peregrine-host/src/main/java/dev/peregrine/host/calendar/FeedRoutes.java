package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.exports.DocumentName;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.FeedAddress;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The feed of all rounds, for calendars that subscribe. Its address is all that is asked for. */
public final class FeedRoutes implements Routes {

  private static final Duration BACK = Duration.ofDays(180);
  private static final Duration AHEAD = Duration.ofDays(730);

  private final Rounds rounds;
  private final FeedAddress address;
  private final CalendarEvents events;

  public FeedRoutes(
      Jobs jobs, Rounds rounds, Exports exports, CalendarFile file, FeedAddress address) {
    this.rounds = rounds;
    this.address = address;
    this.events = new CalendarEvents(jobs, exports, file);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.tell(FeedException.class, 503);
    routes.get("/calendar/{address}", this::give);
  }

  private void give(Visit visit) throws InterruptedException {
    if (!address.opens(visit.part("address"))) {
      // The same for a wrong one as for none, so that nothing is learnt by trying.
      throw new NoSuchPageException("page", "/calendar");
    }
    Instant now = visit.times().now();
    List<Round> all = rounds.between(now.minus(BACK), now.plus(AHEAD));
    String name = t("calendar.feed-name");
    try {
      Written written =
          events.write(
              events.of(all),
              Optional.of(name),
              visit.times(),
              new DocumentName("{document}", name, "", "", "", visit.times().today()));
      visit.refetched(RoundFileRoutes.MEDIA_TYPE, written.bytes(), written.sha256());
    } catch (ExtensionException notNow) {
      throw new FeedException(notNow);
    }
  }
}

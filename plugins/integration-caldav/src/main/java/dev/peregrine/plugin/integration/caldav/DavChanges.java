package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.SyncPoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was changed in a calendar: by its sync token (RFC 6578), and where the server has none, by
 * the mark of the whole calendar, after which all of our events are read.
 */
record DavChanges(DavServer server, DavEvents events) {

  private static final String BY_TOKEN = "sync:";
  private static final String BY_MARK = "mark:";
  private static final String TARGET = "that calendar";
  private static final int AT_ONCE = 50;
  private static final int MOST_PAGES = 200;

  SyncPoint since(Optional<String> since, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    Optional<String> token = since.filter(s -> s.startsWith(BY_TOKEN)).map(s -> s.substring(5));
    Optional<String> mark = since.filter(s -> s.startsWith(BY_MARK));
    if (mark.isEmpty()) {
      Optional<SyncPoint> point = byToken(token, token.isEmpty(), found);
      if (point.isEmpty() && token.isPresent()) {
        point = byToken(Optional.empty(), true, found);
      }
      if (point.isPresent()) {
        return point.get();
      }
    }
    return byMark(mark, found);
  }

  /** Empty where the server does not know the token, or of none at all. */
  private Optional<SyncPoint> byToken(Optional<String> since, boolean whole, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    String token = since.orElse("");
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpReply reply =
          server.exchange(
              events.report(
                  "<d:sync-collection xmlns:d=\"DAV:\"><d:sync-token>%s</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
                      .formatted(Markup.escaped(token)),
                  0));
      if (isNotKnown(reply)) {
        return Optional.empty();
      }
      if (!DavServer.isGood(reply)) {
        throw server.service().failure(reply).exception(TARGET);
      }
      Multistatus changed = server.read(reply);
      token = changed.syncToken().orElseThrow(server.service()::notUnderstood);
      tell(changed, whole, found);
      if (changed.items().stream().noneMatch(item -> item.status() == 507)) {
        return Optional.of(new SyncPoint(BY_TOKEN + token, whole));
      }
    }
    throw server.service().notUnderstood();
  }

  private static boolean isNotKnown(HttpReply reply) {
    return switch (reply.status()) {
      case 400, 403, 405, 409, 410, 412, 415, 422, 501 -> true;
      default -> false;
    };
  }

  private SyncPoint byMark(Optional<String> before, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    Optional<String> mark =
        server
            .ask(server.propfind(events.calendar(), 0, "<s:getctag/><d:getetag/>"), TARGET)
            .items()
            .stream()
            .flatMap(item -> item.text("getctag").or(() -> item.text("getetag")).stream())
            .findFirst()
            .map(text -> BY_MARK + text);
    if (mark.isPresent() && mark.equals(before)) {
      return new SyncPoint(mark.get(), false);
    }
    tell(server.ask(server.propfind(events.calendar(), 1, "<d:getetag/>"), TARGET), true, found);
    return new SyncPoint(mark.orElse(BY_MARK), true);
  }

  /** Where everything is told, some servers also name what was deleted long ago. */
  private void tell(Multistatus all, boolean whole, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    var changed = new ArrayList<URI>();
    for (Multistatus.Item item : all.items()) {
      URI place = server.resolve(events.calendar(), item.href());
      Optional<String> uid = ours(place);
      if (uid.isPresent() && (item.status() == 404 || item.status() == 410)) {
        if (!whole) {
          found.accept(new Change.Gone(uid.get()));
        }
      } else if (uid.isPresent() && item.status() == 200) {
        changed.add(place);
      }
    }
    for (int from = 0; from < changed.size(); from += AT_ONCE) {
      List<URI> some = changed.subList(from, Math.min(changed.size(), from + AT_ONCE));
      for (DavEvents.There there : events.at(some)) {
        found.accept(
            there.event().status() == CalendarEvent.Status.CANCELLED
                ? new Change.Gone(there.event().uid())
                : new Change.Changed(there.event(), there.stored()));
      }
    }
  }

  /** The UID of an event of ours, which its place tells; the others are not read. */
  private static Optional<String> ours(URI place) {
    String path = place.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.endsWith("@peregrine.ics")
        ? Optional.of(name.substring(0, name.length() - ".ics".length()))
        : Optional.empty();
  }
}

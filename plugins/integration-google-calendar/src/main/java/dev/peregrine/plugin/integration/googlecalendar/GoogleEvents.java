package dev.peregrine.plugin.integration.googlecalendar;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.Calendar.Outcome;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.google.wire.GoogleService;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** The events of one calendar that were put through here. */
record GoogleEvents(GoogleService google, String calendar) {

  private static final String TARGET = "that calendar";
  private static final int MOST_PAGES = 400;

  Outcome put(CalendarEvent event, Optional<Stored> former)
      throws ExtensionException, InterruptedException {
    Optional<String> tag = former.flatMap(Stored::tag);
    HttpReply reply =
        former.isPresent()
            ? google.exchange(update(event, tag))
            : google.exchange(call("POST", address("")).withJson(EventJson.of(event)));
    if (isGood(reply)) {
      return written(reply, event.uid());
    }
    boolean otherState = reply.status() == 412 || reply.status() == 409;
    boolean goneThere = former.isPresent() && (reply.status() == 404 || reply.status() == 410);
    if (!otherState && !goneThere) {
      throw google.failure(reply, TARGET);
    }
    Optional<Json> there = find(event.uid());
    Optional<CalendarEvent> its = there.flatMap(json -> EventJson.read(json, event.uid()));
    if (former.isPresent() && its.isEmpty()) {
      checkCalendar();
      return event.status() == Status.CANCELLED
          ? new Outcome.Written(former.get())
          : new Outcome.Conflict(new Change.Gone(event.uid()));
    }
    if (there.isEmpty()) {
      throw google.failure(reply, TARGET);
    }
    Stored stored = EventJson.stored(there.get(), event.uid());
    if (its.isPresent() && EventJson.looks(its.get()).equals(EventJson.looks(event))) {
      return new Outcome.Written(stored);
    }
    if (former.isPresent() && its.isPresent()) {
      return new Outcome.Conflict(new Change.Changed(its.get(), stored));
    }
    return written(google.send(update(event, stored.tag()), TARGET), event.uid());
  }

  private HttpCall update(CalendarEvent event, Optional<String> tag) {
    HttpCall call =
        call("PUT", address("/" + EventId.of(event.uid()))).withJson(EventJson.of(event));
    return tag.map(state -> call.withHeader("If-Match", state)).orElse(call);
  }

  private Outcome written(HttpReply reply, String uid) throws ExtensionException {
    Json event = google.service().context().json(reply.text());
    if (!event.isObject()) {
      throw google.service().notUnderstood();
    }
    return new Outcome.Written(EventJson.stored(event, uid));
  }

  void cancel(Stored event) throws ExtensionException, InterruptedException {
    HttpReply reply = google.exchange(call("DELETE", address("/" + event.remoteId())));
    if (!isGood(reply) && reply.status() != 404 && reply.status() != 410) {
      throw google.failure(reply, TARGET);
    }
  }

  private Optional<Json> find(String uid) throws ExtensionException, InterruptedException {
    HttpReply reply =
        google.send(call("GET", address("/" + EventId.of(uid))).accepting(404, 410), TARGET);
    return isGood(reply)
        ? Optional.of(google.service().context().json(reply.text()))
        : Optional.empty();
  }

  private void checkCalendar() throws ExtensionException, InterruptedException {
    var _ =
        google.send(
            call("GET", address("")).withQuery("maxResults", "1").withQuery("fields", "etag"),
            TARGET);
  }

  /**
   * Of other events only that they changed is read, not what they are: there is no other way to
   * learn of changes.
   */
  SyncPoint changes(Optional<String> since, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    Optional<String> page = Optional.empty();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      HttpCall call =
          call("GET", address(""))
              .withQuery("maxResults", "2500")
              .withQuery("fields", "nextPageToken,nextSyncToken,items(id,status)");
      if (since.isPresent()) {
        call = call.withQuery("syncToken", since.get()).accepting(400, 410);
      }
      if (page.isPresent()) {
        call = call.withQuery("pageToken", page.get());
      }
      HttpReply reply = google.send(call, TARGET);
      if (!isGood(reply)) {
        return changes(Optional.empty(), found);
      }
      Json list = google.service().context().json(reply.text());
      for (Json item : list.at("items").items()) {
        tell(item, since.isEmpty(), found);
      }
      page = list.at("nextPageToken").text();
      if (page.isEmpty()) {
        String token = list.at("nextSyncToken").text().orElseThrow(google.service()::notUnderstood);
        return new SyncPoint(token, since.isEmpty());
      }
    }
    throw google.service().notUnderstood();
  }

  private void tell(Json item, boolean whole, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    Optional<String> uid = item.at("id").text().flatMap(EventId::uid);
    if (uid.isEmpty()) {
      return;
    }
    boolean cancelled = item.at("status").text().filter("cancelled"::equals).isPresent();
    Optional<Json> event = cancelled ? Optional.empty() : find(uid.get());
    Optional<CalendarEvent> its = event.flatMap(json -> EventJson.read(json, uid.get()));
    if (its.isPresent()) {
      found.accept(new Change.Changed(its.get(), EventJson.stored(event.orElseThrow(), uid.get())));
    } else if (!whole) {
      found.accept(new Change.Gone(uid.get()));
    }
  }

  private URI address(String rest) {
    return URI.create(
        HttpCall.under(google.service().base(), "calendars", calendar, "events") + rest);
  }

  private static HttpCall call(String method, URI at) {
    return HttpCall.of(method, at);
  }

  private static boolean isGood(HttpReply reply) {
    return reply.status() >= 200 && reply.status() <= 299;
  }
}

package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.Blob;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.integration.Calendar.Change;
import dev.peregrine.api.integration.Calendar.Outcome;
import dev.peregrine.api.integration.Calendar.Stored;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.calendar.wire.Ics;
import dev.peregrine.calendar.wire.IcsEvents;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of one calendar that were put through here. Each lies at a place that follows from its
 * UID, and every write names the state that it takes the place of.
 */
record DavEvents(DavServer server, URI calendar) {

  private static final String TARGET = "that calendar";

  /** An event as it is there. */
  record There(CalendarEvent event, Stored stored) {}

  Outcome put(CalendarEvent event, Optional<Stored> former, Instant now)
      throws ExtensionException, InterruptedException {
    String text = Ics.of(new ExportRequest.Events(List.of(event), Optional.empty()), now);
    URI place =
        former.map(stored -> URI.create(stored.remoteId())).orElseGet(() -> place(event.uid()));
    Optional<String> tag = former.flatMap(Stored::tag);
    HttpReply reply = write(place, text, tag);
    if (DavServer.isGood(reply)) {
      return written(place, event.uid(), reply);
    }
    boolean otherState = reply.status() == 412 || reply.status() == 409 || reply.status() == 403;
    boolean goneThere = reply.status() == 404 && former.isPresent();
    if (!otherState && !goneThere) {
      throw server.service().failure(reply).exception(TARGET);
    }
    Optional<There> there = find(place, event.uid());
    if (there.isEmpty()) {
      if (former.isPresent() && reply.status() != 403 && isThere()) {
        return new Outcome.Conflict(new Change.Gone(event.uid()));
      }
      throw server.service().failure(reply).exception(TARGET);
    }
    if (looks(there.get().event()).equals(looks(read(text, event.uid()).orElse(event)))) {
      return new Outcome.Written(there.get().stored());
    }
    if (former.isPresent() && !former.flatMap(Stored::tag).equals(there.get().stored().tag())) {
      return new Outcome.Conflict(new Change.Changed(there.get().event(), there.get().stored()));
    }
    URI inUse = URI.create(there.get().stored().remoteId());
    HttpReply again = write(inUse, text, there.get().stored().tag());
    if (!DavServer.isGood(again)) {
      throw server.service().failure(again).exception(TARGET);
    }
    return written(inUse, event.uid(), again);
  }

  private HttpReply write(URI place, String text, Optional<String> tag)
      throws ExtensionException, InterruptedException {
    HttpCall call =
        HttpCall.of("PUT", place)
            .withBody(
                new Blob(
                    "", "text/calendar; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
    return server.exchange(
        tag.isPresent()
            ? call.withHeader("If-Match", tag.get())
            : call.withHeader("If-None-Match", "*"));
  }

  /** A server that changed what it was given names no tag. */
  private Outcome written(URI place, String uid, HttpReply reply)
      throws ExtensionException, InterruptedException {
    Optional<String> tag = reply.header("ETag");
    if (tag.isEmpty()) {
      tag = get(place, uid).flatMap(there -> there.stored().tag());
    }
    return new Outcome.Written(new Stored(uid, place.toString(), tag, Optional.empty()));
  }

  void cancel(Stored event) throws ExtensionException, InterruptedException {
    URI place = URI.create(event.remoteId());
    HttpCall delete = HttpCall.of("DELETE", place);
    HttpReply reply =
        server.exchange(event.tag().map(tag -> delete.withHeader("If-Match", tag)).orElse(delete));
    if (reply.status() == 412) {
      Optional<There> there = find(place, event.uid());
      if (there.isEmpty()) {
        return;
      }
      reply =
          server.exchange(
              HttpCall.of("DELETE", URI.create(there.get().stored().remoteId()))
                  .withHeader("If-Match", there.get().stored().tag().orElse("*")));
    }
    if (!DavServer.isGood(reply) && reply.status() != 404 && reply.status() != 410) {
      throw server.service().failure(reply).exception(TARGET);
    }
  }

  URI place(String uid) {
    return HttpCall.under(calendar, uid + ".ics");
  }

  private boolean isThere() throws ExtensionException, InterruptedException {
    var _ = server.ask(server.propfind(calendar, 0, "<d:resourcetype/>"), TARGET);
    return true;
  }

  /** The event at a place, or wherever the person or the server put it since. */
  private Optional<There> find(URI place, String uid)
      throws ExtensionException, InterruptedException {
    Optional<There> there = get(place, uid);
    return there.isPresent() ? there : query(uid);
  }

  private Optional<There> get(URI place, String uid)
      throws ExtensionException, InterruptedException {
    HttpReply reply = server.exchange(HttpCall.get(place));
    if (reply.status() == 404 || reply.status() == 410) {
      return Optional.empty();
    }
    if (!DavServer.isGood(reply)) {
      throw server.service().failure(reply).exception(TARGET);
    }
    return read(reply.text(), uid).map(event -> there(event, place, reply.header("ETag")));
  }

  private Optional<There> query(String uid) throws ExtensionException, InterruptedException {
    HttpReply reply =
        server.exchange(
            report(
                """
                <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>\
                <d:getetag/><c:calendar-data/></d:prop><c:filter><c:comp-filter name="VCALENDAR">\
                <c:comp-filter name="VEVENT"><c:prop-filter name="UID">\
                <c:text-match collation="i;octet">%s</c:text-match></c:prop-filter></c:comp-filter>\
                </c:comp-filter></c:filter></c:calendar-query>"""
                    .formatted(Markup.escaped(uid)),
                1));
    return DavServer.isGood(reply)
        ? there(server.read(reply)).stream()
            .filter(found -> found.event().uid().equals(uid))
            .findFirst()
        : Optional.empty();
  }

  /** Events at several places; those that are gone meanwhile are left out. */
  List<There> at(List<URI> places) throws ExtensionException, InterruptedException {
    var hrefs = new StringBuilder();
    places.forEach(
        place ->
            hrefs
                .append("<d:href>")
                .append(Markup.escaped(place.getRawPath()))
                .append("</d:href>"));
    return there(
        server.ask(
            report(
                """
                <c:calendar-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:prop>\
                <d:getetag/><c:calendar-data/></d:prop>%s</c:calendar-multiget>"""
                    .formatted(hrefs),
                1),
            TARGET));
  }

  HttpCall report(String body, int depth) {
    return DavServer.xml("REPORT", calendar, body).withHeader("Depth", Integer.toString(depth));
  }

  private List<There> there(Multistatus all) throws ExtensionException {
    var found = new java.util.ArrayList<There>();
    for (Multistatus.Item item : all.items()) {
      Optional<CalendarEvent> event =
          item.text("calendar-data").flatMap(text -> IcsEvents.read(text).stream().findFirst());
      if (event.isPresent()) {
        found.add(there(event.get(), server.resolve(calendar, item.href()), item.text("getetag")));
      }
    }
    return found;
  }

  private static There there(CalendarEvent event, URI place, Optional<String> tag) {
    return new There(event, new Stored(event.uid(), place.toString(), tag, Optional.empty()));
  }

  private static Optional<CalendarEvent> read(String text, String uid) {
    return IcsEvents.read(text).stream().filter(event -> event.uid().equals(uid)).findFirst();
  }

  /** What a person sees of an event. */
  private record Looks(
      String title, Object when, Optional<String> place, Optional<String> text, Object status) {}

  private static Looks looks(CalendarEvent event) {
    Object when =
        event.when() instanceof CalendarEvent.When.Timed timed
            ? List.of(timed.start().toInstant(), timed.length())
            : event.when();
    return new Looks(event.title(), when, event.place(), event.text(), event.status());
  }
}

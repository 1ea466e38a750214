package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import dev.peregrine.api.integration.Calendar.Shown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Where the person's calendars are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6764">RFC 6764, finding services</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4791#section-6.2.1">RFC 4791, homes</a>
 */
record CalendarHome(DavServer server, URI address) {

  private static final String ROOT =
      "<d:current-user-principal/><c:calendar-home-set/><d:resourcetype/>";
  private static final String CALENDAR =
      "<d:resourcetype/><d:displayname/><d:current-user-privilege-set/>"
          + "<c:supported-calendar-component-set/><c:calendar-timezone/>";
  private static final Pattern TZID = Pattern.compile("(?m)^TZID[^:\\r\\n]*:\\s*(\\S+)");

  /** Asks the address that the person entered, then the one that servers agreed on. */
  static CalendarHome find(DavServer server) throws ExtensionException, InterruptedException {
    HttpReply first = server.exchange(server.propfind(server.address(), 0, ROOT));
    if (DavServer.isGood(first)) {
      Optional<CalendarHome> home = from(server, first);
      if (home.isPresent()) {
        return home.get();
      }
    } else if (first.status() != 404 && first.status() != 405 && first.status() != 501) {
      throw server.service().failure(first).exception("that address");
    }
    URI known = server.address().resolve("/.well-known/caldav");
    HttpReply led = server.exchange(HttpCall.get(known));
    URI root = led.address().equals(known) ? server.address().resolve("/") : led.address();
    HttpReply second = server.exchange(server.propfind(root, 0, ROOT));
    if (!DavServer.isGood(second)) {
      throw server.service().failure(second).exception("calendars at that address");
    }
    return from(server, second)
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.BAD_SETTINGS,
                    "There are no calendars at \"%s\". Enter the CalDAV address that the server's help names."
                        .formatted(server.address())));
  }

  private static Optional<CalendarHome> from(DavServer server, HttpReply reply)
      throws ExtensionException, InterruptedException {
    Multistatus.Item root =
        server.read(reply).items().stream()
            .findFirst()
            .orElseThrow(server.service()::notUnderstood);
    Optional<String> home = root.hrefIn("calendar-home-set");
    if (home.isPresent()) {
      return Optional.of(new CalendarHome(server, server.resolve(reply.address(), home.get())));
    }
    Optional<String> principal = root.hrefIn("current-user-principal");
    if (principal.isPresent()) {
      URI at = server.resolve(reply.address(), principal.get());
      Optional<String> its =
          server.ask(server.propfind(at, 0, "<c:calendar-home-set/>"), "you").items().stream()
              .flatMap(item -> item.hrefIn("calendar-home-set").stream())
              .findFirst();
      if (its.isPresent()) {
        return Optional.of(new CalendarHome(server, server.resolve(at, its.get())));
      }
    }
    return root.has("resourcetype", "calendar")
        ? Optional.of(new CalendarHome(server, reply.address()))
        : Optional.empty();
  }

  /** The calendars that take events. */
  List<Shown> calendars() throws ExtensionException, InterruptedException {
    Multistatus all = server.ask(server.propfind(address, 1, CALENDAR), "your calendars");
    var shown = new java.util.ArrayList<Shown>();
    for (Multistatus.Item item : all.items()) {
      if (item.has("resourcetype", "calendar") && takesEvents(item) && isWritable(item)) {
        shown.add(shown(item));
      }
    }
    return shown;
  }

  private Shown shown(Multistatus.Item item) throws ExtensionException {
    String id = server.resolve(address, item.href()).toString();
    return new Shown(id, item.text("displayname").orElse(""), zone(item));
  }

  private static Optional<ZoneId> zone(Multistatus.Item item) {
    Matcher name = TZID.matcher(item.text("calendar-timezone").orElse(""));
    try {
      return name.find() ? Optional.of(ZoneId.of(name.group(1))) : Optional.empty();
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static boolean takesEvents(Multistatus.Item item) {
    List<Element> kinds =
        item.property("supported-calendar-component-set").stream()
            .flatMap(set -> Multistatus.all(set, "comp"))
            .toList();
    return kinds.isEmpty()
        || kinds.stream().anyMatch(kind -> "VEVENT".equals(kind.getAttribute("name")));
  }

  /** Servers that do not tell are asked when something is written. */
  private static boolean isWritable(Multistatus.Item item) {
    return item.property("current-user-privilege-set").isEmpty()
        || List.of("all", "write", "write-content", "bind").stream()
            .anyMatch(right -> item.has("current-user-privilege-set", right));
  }

  /** Makes a calendar; its place follows from its name, so that there are never two. */
  Shown create(String name) throws ExtensionException, InterruptedException {
    Optional<Shown> there = called(name);
    if (there.isPresent()) {
      return there.get();
    }
    URI at = URI.create(HttpCall.under(address, "peregrine-" + hash(name)) + "/");
    HttpReply made =
        server.exchange(
            DavServer.xml(
                "MKCALENDAR",
                at,
                """
                <c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>\
                <d:displayname>%s</d:displayname><c:supported-calendar-component-set>\
                <c:comp name="VEVENT"/></c:supported-calendar-component-set>\
                </d:prop></d:set></c:mkcalendar>"""
                    .formatted(Markup.escaped(name))));
    if (!DavServer.isGood(made)) {
      throw server.service().failure(made).exception("a place for a calendar");
    }
    return called(name).orElseThrow(server.service()::notUnderstood);
  }

  private Optional<Shown> called(String name) throws ExtensionException, InterruptedException {
    return calendars().stream().filter(each -> each.name().equals(name.strip())).findFirst();
  }

  private static String hash(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

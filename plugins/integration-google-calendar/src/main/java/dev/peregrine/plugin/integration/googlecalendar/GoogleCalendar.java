package dev.peregrine.plugin.integration.googlecalendar;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.IntegrationContext;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.IntegrationDescriptor.ForCalendar;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.google.wire.GooglePass;
import dev.peregrine.google.wire.GoogleService;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Google Calendar, as the person who signed in or as a service account with which they shared a
 * calendar.
 *
 * @see <a href="https://developers.google.com/workspace/calendar/api/v3/reference">Calendar API
 *     v3</a>
 */
public final class GoogleCalendar implements Calendar {

  private static final String SCOPE = "https://www.googleapis.com/auth/calendar";
  private static final int MOST_PAGES = 20;

  @Override
  public ForCalendar descriptor() {
    return ForCalendar.of(
            About.of("google-calendar", "Google Calendar", "Interviews in a Google calendar.")
                .withHosts("www.googleapis.com", GooglePass.HOST)
                .withCallGap(Duration.ofMillis(100))
                .withHomepage("https://calendar.google.com")
                .withTerms(
                    "Of other events in the calendar, Peregrine learns that they changed, not what they are.")
                .withSettings(settings()),
            Capability.CHANGES,
            Capability.ALARMS,
            Capability.CREATE_CALENDARS)
        .withSignIn(
            GooglePass.signIn(
                SCOPE + ".events", SCOPE + ".calendarlist.readonly", SCOPE + ".app.created"));
  }

  private static SettingSpec[] settings() {
    return Stream.concat(
            Stream.of(
                SettingSpec.baseUrl("https://www.googleapis.com/calendar/v3"),
                new SettingSpec.Text(
                    "calendar-id",
                    "Calendar id",
                    "Only with a service account: from the calendar's settings, Integrate calendar. Share the calendar with the service account's address, with the right to change events.",
                    false,
                    Optional.empty())),
            GooglePass.settings().stream())
        .toArray(SettingSpec[]::new);
  }

  @Override
  public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
    List<Shown> all = calendars(context);
    return all.isEmpty()
        ? "Google answers; there is no calendar that can be written to."
        : "Google answers. Calendars: %s."
            .formatted(
                all.stream()
                    .limit(8)
                    .map(calendar -> "\"%s\"".formatted(calendar.name()))
                    .collect(Collectors.joining(", ")));
  }

  @Override
  public List<Shown> calendars(IntegrationContext context)
      throws ExtensionException, InterruptedException {
    GoogleService google = google(context);
    Optional<String> id = context.settings().text("calendar-id").map(String::strip);
    if (id.isPresent()) {
      // A calendar that was shared with a service account is in no list of its.
      HttpCall call = HttpCall.get(HttpCall.under(google.service().base(), "calendars", id.get()));
      return List.of(shown(google, google.json(call, "calendar \"%s\"".formatted(id.get()))));
    }
    var all = new ArrayList<Shown>();
    Optional<String> page = Optional.empty();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      HttpCall call =
          google
              .call("GET", "/users/me/calendarList")
              .withQuery("minAccessRole", "writer")
              .withQuery("maxResults", "250");
      Json list =
          google.json(page.map(token -> call.withQuery("pageToken", token)).orElse(call), "");
      if (!list.at("items").isArray()) {
        throw google.service().notUnderstood();
      }
      for (Json item : list.at("items").items()) {
        all.add(shown(google, item));
      }
      page = list.at("nextPageToken").text();
      if (page.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  private static Shown shown(GoogleService google, Json calendar) throws ExtensionException {
    return new Shown(
        calendar.at("id").text().orElseThrow(google.service()::notUnderstood),
        calendar.at("summaryOverride").text().or(() -> calendar.at("summary").text()).orElse(""),
        calendar
            .at("timeZone")
            .text()
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .map(ZoneId::of));
  }

  @Override
  public Shown create(String name, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    if (GooglePass.isServiceAccount(context)) {
      throw new ExtensionException(
          Kind.UNSUPPORTED,
          "A calendar that a service account makes would be seen by nobody else. Make it in Google Calendar, share it with the account, and enter its id.");
    }
    Optional<Shown> there =
        calendars(context).stream().filter(each -> each.name().equals(name.strip())).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    GoogleService google = google(context);
    return shown(
        google,
        google.json(
            google
                .call("POST", "/calendars")
                .withJson("{\"summary\":%s}".formatted(Json.quoted(name.strip()))),
            ""));
  }

  @Override
  public Outcome put(
      String calendar, CalendarEvent event, Optional<Stored> former, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    return new GoogleEvents(google(context), calendar).put(event, former);
  }

  @Override
  public void cancel(String calendar, Stored event, IntegrationContext context)
      throws ExtensionException, InterruptedException {
    new GoogleEvents(google(context), calendar).cancel(event);
  }

  @Override
  public SyncPoint changes(
      String calendar, Optional<String> since, IntegrationContext context, Consumer<Change> found)
      throws ExtensionException, InterruptedException {
    return new GoogleEvents(google(context), calendar).changes(since, found);
  }

  private static GoogleService google(IntegrationContext context) throws ExtensionException {
    return GoogleService.of("Google Calendar", context, SCOPE);
  }
}

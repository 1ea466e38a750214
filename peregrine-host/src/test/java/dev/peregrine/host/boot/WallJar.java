package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** A plugin with a calendar whose service is a {@link Wall}: {@code integration/wall}. */
final class WallJar {

  static final String WALL = "integration/wall";

  private static final String SOURCE =
      """
      package wall;

      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import dev.peregrine.api.integration.Calendar;
      import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
      import java.net.URI;
      import java.time.*;
      import java.util.*;
      import java.util.function.Consumer;

      public final class WallCalendar implements Calendar {
        @Override public IntegrationDescriptor.ForCalendar descriptor() {
          return IntegrationDescriptor.ForCalendar.of(
              About.of("wall", "Wall calendar", "Hangs in the kitchen.").withHosts("wall.example")
                  .withSettings(SettingSpec.baseUrl("https://wall.example")),
              Capability.CHANGES, Capability.ALARMS, Capability.CREATE_CALENDARS);
        }
        @Override public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
          return "It hangs: " + call(context, "/calendars").text().lines().count() + " calendars.";
        }
        @Override public List<Shown> calendars(IntegrationContext context) throws ExtensionException, InterruptedException {
          return call(context, "/calendars").text().lines().map(name -> new Shown(name, name, Optional.empty())).toList();
        }
        @Override public Shown create(String name, IntegrationContext context) throws ExtensionException, InterruptedException {
          call(context, "/create", "name", name);
          return new Shown(name, name, Optional.empty());
        }
        @Override public Outcome put(String calendar, CalendarEvent event, Optional<Stored> former, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          var when = (CalendarEvent.When.Timed) event.when();
          HttpReply reply = call(context, "/put", "calendar", calendar, "uid", event.uid(),
              "tag", former.flatMap(Stored::tag).orElse(""), "start", "" + when.start().toInstant().toEpochMilli(),
              "minutes", "" + when.length().toMinutes(), "title", event.title(), "status", event.status().name(),
              "place", event.place().orElse(""));
          if (reply.status() == 410) {
            return new Outcome.Conflict(new Change.Gone(event.uid()));
          }
          return reply.status() == 412 ? new Outcome.Conflict(change(reply.text().strip()))
              : new Outcome.Written(new Stored(event.uid(), event.uid(), Optional.of(reply.text().strip()), Optional.empty()));
        }
        @Override public void cancel(String calendar, Stored event, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          call(context, "/cancel", "calendar", calendar, "uid", event.uid());
        }
        @Override public SyncPoint changes(String calendar, Optional<String> since, IntegrationContext context, Consumer<Change> found)
            throws ExtensionException, InterruptedException {
          List<String> lines = call(context, "/changes", "calendar", calendar, "since", since.orElse("")).text().lines().toList();
          lines.stream().skip(1).map(WallCalendar::change).forEach(found);
          return new SyncPoint(lines.getFirst(), since.isEmpty());
        }
        private static Change change(String line) {
          String[] part = line.split("\\\\|", -1);
          if (part.length == 1) {
            return new Change.Gone(part[0]);
          }
          var when = new CalendarEvent.When.Timed(Instant.ofEpochMilli(Long.parseLong(part[2])).atZone(ZoneOffset.UTC),
              Duration.ofMinutes(Long.parseLong(part[3])));
          return new Change.Changed(CalendarEvent.of(part[0], part[4], when)
              .withPlace(Optional.of(part[5]).filter(place -> !place.isEmpty())),
              new Stored(part[0], part[0], Optional.of(part[1]), Optional.empty()));
        }
        private static HttpReply call(IntegrationContext context, String path, String... parameters)
            throws ExtensionException, InterruptedException {
          HttpCall call = HttpCall.of(path.matches("/put|/cancel|/create") ? "POST" : "GET",
              URI.create(context.settings().address("base-url").orElseThrow() + path));
          for (int i = 0; i < parameters.length; i += 2) {
            call = call.withQuery(parameters[i], parameters[i + 1]);
          }
          HttpReply reply = context.http().exchange(call);
          if (reply.status() == 401) {
            throw new ExtensionException(Kind.BAD_SETTINGS, "The wall is locked (401). Enter a new key.");
          }
          if (reply.status() == 503) {
            throw new ExtensionException(Kind.UNAVAILABLE, "The wall is wet.");
          }
          return reply;
        }
      }
      """;

  private WallJar() {}

  static void write(Path home) throws IOException {
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", "integration-wall");
    manifest.put("Plugin-Version", "1.0.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Automatic-Module-Name", "integration.wall");
    PluginJar.write(
        home.resolve("shipped").resolve("integration-wall-1.0.0.jar"),
        manifest,
        "dev.peregrine.api.integration.Integration",
        "wall.WallCalendar",
        SOURCE);
  }
}

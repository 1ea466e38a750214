package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A plugin that writes events, a line each, where the real one would write a calendar. */
final class CalendarJar {

  private static final String SOURCE =
      """
      package days;
      import dev.peregrine.api.*;
      import dev.peregrine.api.export.*;
      import dev.peregrine.api.integration.CalendarEvent;
      import java.io.*;
      import java.nio.charset.StandardCharsets;
      public final class Days implements Exporter {
        public ExporterDescriptor descriptor() {
          return ExporterDescriptor.of(About.of("days", "Days", "Writes days."), "ics",
              "text/calendar", ExportRequest.Kind.EVENTS);
        }
        public void export(ExportRequest request, OutputStream to, ExporterContext context)
            throws IOException {
          var events = (ExportRequest.Events) request;
          var out = new StringBuilder("feed " + events.feed().orElse("none") + "\\n");
          for (CalendarEvent event : events.events()) {
            out.append(event.sequence()).append(' ').append(event.status()).append(' ')
                .append(event.title()).append(' ').append(event.when()).append(' ')
                .append(event.alarms()).append(' ').append(event.place().orElse("nowhere"))
                .append(' ').append(event.text().orElse("").replace('\\n', '|')).append('\\n');
          }
          to.write(out.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
      """;

  private CalendarJar() {}

  static Path write(Path jar) throws IOException {
    return PluginJar.write(
        jar,
        Map.of(
            "Plugin-Id", "exporter-days",
            "Plugin-Version", "1.0",
            "Plugin-Requires", "0.1",
            "Plugin-Provider", "Test"),
        "dev.peregrine.api.export.Exporter",
        "days.Days",
        SOURCE);
  }
}

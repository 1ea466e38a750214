package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.api.export.ExporterContext;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.host.agenda.RoundEvents;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.exports.DocumentName;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Times;
import java.util.List;
import java.util.Optional;

/** Rounds as calendars know them. */
final class CalendarEvents {

  static final String FORMAT = "ics";

  private final RoundEvents events;
  private final Exports exports;

  CalendarEvents(Jobs jobs, Exports exports, CalendarFile file) {
    this.events = new RoundEvents(jobs, file);
    this.exports = exports;
  }

  /** Whether anybody can write calendar files. */
  Optional<ExportFormat> format() {
    return exports.find(ExportRequest.Kind.EVENTS, FORMAT);
  }

  /** The events of those rounds that have a date. */
  List<CalendarEvent> of(List<Round> rounds) {
    return events.of(rounds);
  }

  /**
   * Writes a calendar.
   *
   * @param feed its name where it is subscribed to; empty for a file
   * @throws ExtensionException with a sentence for the person
   */
  Written write(List<CalendarEvent> events, Optional<String> feed, Times times, DocumentName name)
      throws ExtensionException, InterruptedException {
    ExportFormat format =
        format()
            .orElseThrow(
                () ->
                    new ExtensionException(
                        ExtensionException.Kind.UNSUPPORTED, t("calendar.no-exporter")));
    return exports.write(
        new ExportRequest.Events(events, feed),
        format,
        new ExporterContext.Layout(
            Language.current().locale(),
            times.zone(),
            ExporterContext.Paper.A4,
            Optional.empty(),
            feed.orElseGet(() -> t("calendar.title"))),
        name);
  }
}

/** Google Calendar. */
module peregrine.plugin.integration.googlecalendar {
  requires peregrine.api;
  requires peregrine.google.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.googlecalendar.GoogleCalendar;
}

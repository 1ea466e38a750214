/** Calendars through CalDAV. */
module peregrine.plugin.integration.caldav {
  requires java.xml;
  requires peregrine.api;
  requires peregrine.calendar.wire;
  requires peregrine.integration.wire;
  requires static org.jspecify;

  provides dev.peregrine.api.integration.Integration with
      dev.peregrine.plugin.integration.caldav.CalDav;
}

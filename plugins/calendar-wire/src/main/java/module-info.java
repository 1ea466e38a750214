/** What plugins that write or read calendars share; lies beside each of them. */
module peregrine.calendar.wire {
  requires transitive peregrine.api;
  requires static org.jspecify;

  exports dev.peregrine.calendar.wire;
}

package dev.peregrine.host.people;

import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.contacts.Said;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A line of the log, as a form.
 *
 * @param id for the page
 * @param action where it is posted
 * @param seen the version that it was drawn from; 0 for a new one
 * @param at as the browser's field has it, such as {@code 2026-03-12T10:00}
 * @param open whether it is shown open
 * @param problem what is wrong; empty for nothing
 */
record LogForm(
    String id,
    String action,
    int seen,
    Direction direction,
    Channel channel,
    String at,
    String who,
    String subject,
    String text,
    boolean open,
    String problem) {

  static LogForm fresh(long job, Instant now, ZoneId zone) {
    return new LogForm(
        "log-new",
        PeopleRoutes.path(job) + "/log",
        0,
        Direction.IN,
        Channel.MAIL,
        local(now, zone),
        "",
        "",
        "",
        false,
        "");
  }

  static LogForm of(LogEntry entry, ZoneId zone) {
    Said said = entry.said();
    return new LogForm(
        "log-" + entry.id(),
        "%s/log/%d".formatted(PeopleRoutes.path(entry.job()), entry.id()),
        entry.version(),
        said.direction(),
        said.channel(),
        local(said.at(), zone),
        said.who(),
        said.subject(),
        said.text(),
        false,
        "");
  }

  LogForm open(String newProblem) {
    return new LogForm(
        id, action, seen, direction, channel, at, who, subject, text, true, newProblem);
  }

  static String local(Instant at, ZoneId zone) {
    return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  List<Choice> directions() {
    return List.of(Direction.values()).stream()
        .map(each -> new Choice(each.key(), PeopleWords.of(each), each == direction))
        .toList();
  }

  List<Choice> channels() {
    return List.of(Channel.values()).stream()
        .map(each -> new Choice(each.key(), PeopleWords.of(each), each == channel))
        .toList();
  }

  record Choice(String key, String label, boolean here) {}
}

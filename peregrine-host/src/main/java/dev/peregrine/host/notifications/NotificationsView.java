package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice;
import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.notices.Held;
import dev.peregrine.host.notices.Lengths;
import dev.peregrine.host.notices.Outbox;
import dev.peregrine.host.notices.Target;
import dev.peregrine.host.notices.Targets;
import dev.peregrine.host.notices.Telling;
import dev.peregrine.host.notices.Told;
import dev.peregrine.host.notices.Trouble;
import dev.peregrine.host.notifications.NotificationsPage.Choice;
import dev.peregrine.host.notifications.NotificationsPage.HeldLine;
import dev.peregrine.host.notifications.NotificationsPage.Line;
import dev.peregrine.host.notifications.NotificationsPage.Preview;
import dev.peregrine.host.notifications.NotificationsPage.TargetLine;
import dev.peregrine.host.notifications.NotificationsPage.ToldLine;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the page from how things stand. */
final class NotificationsView {

  private static final int SHOWN = 50;
  private static final int WAITING_SHOWN = 10;

  private final Targets targets;
  private final Telling telling;
  private final Outbox outbox;
  private final InstantSource clock;

  NotificationsView(Targets targets, Telling telling, Outbox outbox, InstantSource clock) {
    this.targets = targets;
    this.telling = telling;
    this.outbox = outbox;
    this.clock = clock;
  }

  NotificationsPage page(
      Visit visit, SettingsNav nav, NoticeRules rules, String seen, String problem) {
    List<Target> there = targets.all();
    Map<String, String> names = there.stream().collect(Collectors.toMap(Target::key, Target::name));
    return new NotificationsPage(
        visit.shell(t("notifications.title"), "settings"),
        nav,
        lines(there, visit.times()),
        rules.browser(),
        RulesForm.rules(rules, there),
        RulesForm.general(rules),
        preview(visit, rules, there),
        telling.held(WAITING_SHOWN).stream().map(held -> line(held, visit.times())).toList(),
        outbox.told(SHOWN).stream().map(told -> line(told, names, visit.times())).toList(),
        seen,
        problem);
  }

  private List<TargetLine> lines(List<Target> there, Times times) {
    Map<String, Trouble> troubles =
        outbox.troubles().stream().collect(Collectors.toMap(Trouble::target, Function.identity()));
    Map<String, Long> waiting = outbox.waiting();
    return there.stream()
        .map(
            target -> {
              Optional<Trouble> trouble = Optional.ofNullable(troubles.get(target.key()));
              long waits = waiting.getOrDefault(target.key(), 0L);
              return new TargetLine(
                  target.key(),
                  target.name(),
                  target.isBrowser() ? t("notifications.browser-about") : "",
                  trouble
                      .map(each -> said(each, times))
                      .orElseGet(() -> state(target, waits, times)),
                  trouble.isPresent(),
                  waits);
            })
        .toList();
  }

  private static String said(Trouble trouble, Times times) {
    return trouble
        .until()
        .map(
            until ->
                t("notifications.later", "why", trouble.problem(), "when", times.coming(until)))
        .orElseGet(() -> t("notifications.paused", "why", trouble.problem()));
  }

  private String state(Target target, long waits, Times times) {
    if (waits > 0) {
      return t("notifications.waits", "count", waits);
    }
    return outbox
        .since(target.key(), Instant.EPOCH)
        .last()
        .map(last -> t("notifications.last", "when", times.momentWithin(last)))
        .orElseGet(() -> t("notifications.never"));
  }

  private Preview preview(Visit visit, NoticeRules rules, List<Target> there) {
    Event event =
        Samples.EVENTS.stream()
            .filter(each -> each.key().equals(visit.value("event")))
            .findFirst()
            .orElse(Event.POSTINGS_FOUND);
    Optional<Target> target =
        there.stream()
            .filter(each -> each.key().equals(visit.value("on")))
            .findFirst()
            .or(() -> there.stream().findFirst());
    Notice whole = Samples.of(event, rules.address(), clock.instant());
    Notice shown =
        target
            .map(each -> Lengths.cut(whole, each.longestTitle(), each.longestText()))
            .orElse(whole);
    return new Preview(
        Samples.EVENTS.stream()
            .map(each -> new Choice(each.key(), EventWords.name(each), each == event))
            .toList(),
        there.stream()
            .map(
                each ->
                    new Choice(each.key(), each.name(), target.filter(each::equals).isPresent()))
            .toList(),
        shown.title(),
        shown.text(),
        shown.items().stream().map(item -> new Line(item.title(), item.text())).toList(),
        shown.link().map(URI::toString).orElse(""),
        target
            .map(
                each ->
                    t(
                        "notifications.limits",
                        "name",
                        each.name(),
                        "title",
                        each.longestTitle(),
                        "text",
                        each.longestText()))
            .orElse(""));
  }

  private static HeldLine line(Held held, Times times) {
    return new HeldLine(held.happening().title(), times.coming(held.release()));
  }

  private static ToldLine line(Told told, Map<String, String> names, Times times) {
    return new ToldLine(
        told.notice().title(),
        names.getOrDefault(told.target(), told.target().replaceFirst("^integration/", "")),
        times.momentWithin(told.at()),
        switch (told.outcome()) {
          case SENT -> "";
          case GIVEN_UP -> t("notifications.given-up", "why", told.problem());
          case DROPPED -> t("notifications.was-dropped");
        });
  }
}

package dev.peregrine.host.notifications;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.config.NoticePace;
import dev.peregrine.host.config.NoticeRules;
import dev.peregrine.host.config.NoticeRules.Flood;
import dev.peregrine.host.config.NoticeRules.Rule;
import dev.peregrine.host.config.NotificationsFile;
import dev.peregrine.host.notices.Target;
import dev.peregrine.host.notifications.NotificationsPage.Choice;
import dev.peregrine.host.notifications.NotificationsPage.GeneralForm;
import dev.peregrine.host.notifications.NotificationsPage.RuleForm;
import dev.peregrine.host.schedules.QuietHours;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.Languages;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules as fields of a form, and back. */
final class RulesForm {

  private static final String DAILY = "daily";
  private static final String AT_ONCE = "at-once";
  private static final String USUAL_TIME = "08:00";
  private static final List<Integer> MINUTES = List.of(15, 30, 60, 180);

  private RulesForm() {}

  static List<RuleForm> rules(NoticeRules rules, List<Target> targets) {
    return NoticeRules.EVENTS.stream().map(event -> rule(event, rules.of(event), targets)).toList();
  }

  private static RuleForm rule(Event event, Rule rule, List<Target> targets) {
    boolean scored = event == Event.POSTINGS_FOUND;
    return new RuleForm(
        event.key(),
        EventWords.name(event),
        EventWords.about(event),
        said(event, rule, targets),
        rule.on(),
        scored ? Optional.of(Integer.toString(rule.score())) : Optional.empty(),
        scored ? List.of() : priorities(rule),
        paces(rule.pace()),
        rule.pace() instanceof NoticePace.Daily daily ? daily.at().toString() : USUAL_TIME,
        targets.stream()
            .map(
                target ->
                    new Choice(
                        target.key(),
                        target.name(),
                        rule.targets().map(some -> some.contains(target.key())).orElse(true)))
            .toList());
  }

  private static List<Choice> priorities(Rule rule) {
    return Stream.of(Priority.values())
        .map(
            each ->
                new Choice(
                    each.name().toLowerCase(Locale.ROOT),
                    EventWords.least(each),
                    each == rule.least()))
        .toList();
  }

  private static List<Choice> paces(NoticePace now) {
    var minutes = new TreeSet<>(MINUTES);
    if (now instanceof NoticePace.Every every) {
      minutes.add(every.minutes());
    }
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(AT_ONCE, t("notifications.at-once"), now instanceof NoticePace.AtOnce));
    minutes.forEach(
        each ->
            choices.add(
                new Choice(
                    Integer.toString(each),
                    EventWords.every(each),
                    now.equals(new NoticePace.Every(each)))));
    choices.add(new Choice(DAILY, t("notifications.daily"), now instanceof NoticePace.Daily));
    return choices;
  }

  /** The rule in a line: from when on, when, and where. */
  private static String said(Event event, Rule rule, List<Target> targets) {
    if (!rule.on()) {
      return t("notifications.off");
    }
    var parts = new ArrayList<String>();
    if (event == Event.POSTINGS_FOUND) {
      parts.add(t("notifications.from-score", "score", rule.score()));
    } else if (rule.least() != Priority.LOW) {
      parts.add(EventWords.least(rule.least()));
    }
    parts.add(EventWords.pace(rule.pace()));
    List<String> where =
        targets.stream().filter(each -> rule.tells(each.key())).map(Target::name).toList();
    if (where.isEmpty()) {
      parts.add(t("notifications.nowhere"));
    } else {
      parts.add(
          rule.targets().isEmpty() && where.size() > 1
              ? t("notifications.everywhere")
              : String.join(", ", where));
    }
    return String.join(" · ", parts);
  }

  static GeneralForm general(NoticeRules rules) {
    return new GeneralForm(
        rules.quiet().isPresent(),
        rules.quiet().map(quiet -> quiet.from().toString()).orElse("22:00"),
        rules.quiet().map(quiet -> quiet.to().toString()).orElse("07:00"),
        Integer.toString(rules.flood().most()),
        Integer.toString(rules.flood().minutes()),
        Languages.OFFERED.stream()
            .map(
                each ->
                    new Choice(
                        each.tag(),
                        each.name(),
                        each.tag().equals(rules.language().orElse(Language.current().tag()))))
            .toList(),
        rules.address().map(URI::toString).orElse(""));
  }

  /**
   * What was typed.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static NoticeRules typed(Visit visit, NoticeRules before, List<Target> targets) {
    Map<Event, Rule> rules = new EnumMap<>(Event.class);
    for (Event event : NoticeRules.EVENTS) {
      rules.put(event, typed(visit, event, before.of(event), targets));
    }
    Optional<QuietHours> quiet =
        visit.has("quiet")
            ? Optional.of(
                new QuietHours(Timing.time(visit.value("from")), Timing.time(visit.value("to"))))
            : Optional.empty();
    var flood =
        new Flood(
            whole(visit, "most", 1, NotificationsFile.MOST_SINGLE),
            whole(visit, "minutes", 1, NoticePace.LONGEST));
    return new NoticeRules(
        rules,
        quiet,
        flood,
        before.browser(),
        Languages.named(visit.value("language")).map(Language::tag).or(before::language),
        address(visit.value("address")));
  }

  private static Rule typed(Visit visit, Event event, Rule before, List<Target> targets) {
    String key = event.key();
    Set<String> chosen = new HashSet<>(visit.values(key + "-where"));
    List<String> there = targets.stream().map(Target::key).toList();
    Optional<Set<String>> where = before.targets();
    if (!there.isEmpty()) {
      if (chosen.containsAll(there)) {
        where = Optional.empty();
      } else {
        // What is not connected at present was not asked for.
        Set<String> some = new HashSet<>(before.targets().orElse(Set.of()));
        some.removeAll(there);
        there.stream().filter(chosen::contains).forEach(some::add);
        where = Optional.of(some);
      }
    }
    return new Rule(
        visit.has(key + "-on"),
        event == Event.POSTINGS_FOUND ? whole(visit, key + "-score", 0, 100) : before.score(),
        Stream.of(Priority.values())
            .filter(each -> each.name().equalsIgnoreCase(visit.value(key + "-least")))
            .findFirst()
            .orElse(before.least()),
        pace(visit.value(key + "-pace"), visit.value(key + "-at")),
        where);
  }

  private static NoticePace pace(String kind, String at) {
    return switch (kind) {
      case AT_ONCE -> new NoticePace.AtOnce();
      case DAILY -> new NoticePace.Daily(Timing.time(at));
      default -> NoticePace.parse("every %s minutes".formatted(kind));
    };
  }

  private static int whole(Visit visit, String name, int least, int most) {
    String typed = visit.value(name);
    if (typed.matches("\\d{1,4}")) {
      int number = Integer.parseInt(typed);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        t("notifications.not-whole", "typed", typed, "least", least, "most", most));
  }

  private static Optional<URI> address(String typed) {
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(typed);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb && address.getHost() != null && address.getQuery() == null) {
        return Optional.of(address);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below
    }
    throw new IllegalArgumentException(t("notifications.no-address", "typed", typed));
  }
}

package dev.peregrine.host.config;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.schedules.QuietHours;
import java.net.URI;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person is told of outside of Peregrine, when and where.
 *
 * @param rules one for each of {@link #EVENTS}
 * @param quiet when only what is urgent is told
 * @param flood from how many on several notices are one
 * @param browser whether pages that are open tell it, too
 * @param language of the notices, as a tag; English where nobody said
 * @param address where Peregrine is reached by the person, for links
 */
public record NoticeRules(
    Map<Event, Rule> rules,
    Optional<QuietHours> quiet,
    Flood flood,
    boolean browser,
    Optional<String> language,
    Optional<URI> address) {

  /** What can be told, in the order in which it is shown. */
  public static final List<Event> EVENTS =
      List.of(
          Event.POSTINGS_FOUND,
          Event.INTERVIEW_PROPOSED,
          Event.OFFER_RECEIVED,
          Event.REMINDER_DUE,
          Event.BOARD_CHANGED,
          Event.TASK_FAILED);

  /**
   * Several notices in a short time become one.
   *
   * @param most so many are told one by one
   * @param minutes within which they are counted
   */
  public record Flood(int most, int minutes) {}

  /**
   * When the person is told of an event.
   *
   * @param score the least match score, for postings
   * @param least the least priority
   * @param targets where; empty for all that there are
   */
  public record Rule(
      boolean on, int score, Priority least, NoticePace pace, Optional<Set<String>> targets) {
    public Rule {
      targets = targets.map(Set::copyOf);
    }

    /** Whether it is to be told there. */
    public boolean tells(String target) {
      return on && targets.map(some -> some.contains(target)).orElse(true);
    }
  }

  /** What holds where nobody said anything. */
  public static final NoticeRules USUAL =
      new NoticeRules(
          usual(),
          Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
          new Flood(5, 10),
          false,
          Optional.empty(),
          Optional.empty());

  public NoticeRules {
    rules = Collections.unmodifiableMap(new EnumMap<>(rules));
  }

  private static Map<Event, Rule> usual() {
    var rules = new EnumMap<Event, Rule>(Event.class);
    EVENTS.forEach(event -> rules.put(event, usual(new NoticePace.AtOnce())));
    rules.put(Event.BOARD_CHANGED, usual(new NoticePace.Daily(LocalTime.of(18, 0))));
    return rules;
  }

  private static Rule usual(NoticePace pace) {
    return new Rule(true, 70, Priority.LOW, pace, Optional.empty());
  }

  /** The rule of an event. */
  public Rule of(Event event) {
    Rule rule = rules.get(event);
    return rule == null ? usual(new NoticePace.AtOnce()) : rule;
  }

  /** This in a language, unless one was said. */
  public NoticeRules orInLanguage(String tag) {
    return new NoticeRules(
        rules, quiet, flood, browser, Optional.of(language.orElse(tag)), address);
  }

  /** This with the pages that are open, or without. */
  public NoticeRules withBrowser(boolean newBrowser) {
    return new NoticeRules(rules, quiet, flood, newBrowser, language, address);
  }
}

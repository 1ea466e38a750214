package dev.peregrine.host.invitations;

import dev.peregrine.host.invitations.Invitation.Status;
import dev.peregrine.host.rounds.Received;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An invitation beside the round that it is of.
 *
 * @param known that round, also one of another application
 * @param job the application for which it was read
 * @param here the person's zone, for an event of a whole day
 */
public record Meeting(Invitation invitation, Optional<Round> known, long job, ZoneId here) {

  /** Words of a title by which kinds are told; the first that is there counts. */
  private static final Map<RoundKind, Pattern> WORDS = words();

  /** What taking it would do. */
  public enum Deed {
    ADD,
    CHANGE,
    CALL_OFF,
    /** It is older than what is known. */
    OLD,
    /** It says what is known. */
    SAME,
    /** The round of another application. */
    ELSEWHERE,
    /** It calls off what is not known. */
    NOTHING_TO_CALL_OFF
  }

  private static Map<RoundKind, Pattern> words() {
    var words = new LinkedHashMap<RoundKind, Pattern>();
    words.put(RoundKind.PANEL, cue("panel|gremium|loop"));
    words.put(RoundKind.ONSITE, cue("on-?site|vor ort|office visit|kennenlerntag|probetag"));
    words.put(
        RoundKind.TECHNICAL,
        cue("technical|coding|code|system design|pair|tech|fachgespräch|fachinterview"));
    words.put(RoundKind.TAKE_HOME, cue("take-?home|assignment|challenge|aufgabe|case study"));
    words.put(
        RoundKind.HIRING_MANAGER, cue("hiring manager|team lead|head of|manager|führungskraft"));
    words.put(
        RoundKind.RECRUITER,
        cue("recruiter|phone screen|screening|intro|erstgespräch|telefonat|kennenlernen|hr"));
    return words;
  }

  private static Pattern cue(String words) {
    return Pattern.compile("(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])");
  }

  /** That of the round, else that of which the title speaks. */
  public RoundKind kind() {
    return known.map(Round::kind).or(() -> kind(invitation.title())).orElse(RoundKind.OTHER);
  }

  /** The kind of which a text speaks, if any. */
  public static Optional<RoundKind> kind(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(each -> each.getValue().matcher(lower).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What the invitation says of itself. */
  public Received received() {
    return new Received(
        invitation.uid(), invitation.sequence(), invitation.stamp(), invitation.organiser());
  }

  /** What taking it would do. */
  public Deed deed() {
    boolean off = invitation.status() == Status.CANCELLED;
    if (known.isEmpty()) {
      return off ? Deed.NOTHING_TO_CALL_OFF : Deed.ADD;
    }
    Round round = known.get();
    if (round.job() != job) {
      return Deed.ELSEWHERE;
    }
    if (round.received().map(before -> before.isAfter(received())).orElse(false)) {
      return Deed.OLD;
    }
    if (plan(kind()).equals(round.plan())) {
      return Deed.SAME;
    }
    return off ? Deed.CALL_OFF : Deed.CHANGE;
  }

  /** The round as it would be. What an invitation says nothing of stays. */
  public RoundPlan plan(RoundKind kind) {
    RoundPlan before = known.map(Round::plan).orElseGet(() -> RoundPlan.of(kind));
    if (invitation.status() == Status.CANCELLED) {
      return before.withState(RoundState.CANCELLED);
    }
    return new RoundPlan(
        kind,
        Optional.of(invitation.title()).filter(title -> !title.isEmpty()).or(before::title),
        start().or(before::start),
        invitation.length(),
        invitation.place().or(before::place),
        invitation.link().or(before::link),
        people(before.people()),
        state(before.state()),
        before.outcome(),
        before.thanks());
  }

  /** A whole day begins at nine, where nobody says more. */
  private Optional<ZonedDateTime> start() {
    return invitation
        .start()
        .or(() -> invitation.wholeDay().map(day -> day.atTime(9, 0).atZone(here)));
  }

  private List<String> people(List<String> before) {
    return before.isEmpty() && !invitation.organiser().isEmpty()
        ? List.of(invitation.organiser())
        : before;
  }

  private RoundState state(RoundState before) {
    return switch (invitation.status()) {
      case CONFIRMED -> known.isEmpty() ? RoundState.PROPOSED : RoundState.AGREED;
      case TENTATIVE -> RoundState.PROPOSED;
      case CANCELLED -> RoundState.CANCELLED;
      case UNSAID -> before == RoundState.CANCELLED ? RoundState.PROPOSED : before;
    };
  }
}

package dev.peregrine.host.signals;

import dev.peregrine.host.invitations.CallLinks;
import dev.peregrine.host.invitations.Meeting;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a mail says of a talk besides when it is. */
record MeetingWords(Mail mail) {

  private static final Pattern MINUTES =
      Pattern.compile("(?<!\\d)(\\d{2,3})\\s?-?\\s?(?:minutes?|mins?\\b|minuten|minütig)");
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\p{L}\\d])(one|an|1|1[.,]5|two|2|eine?|zwei|half an|eine halbe|halbe)[ -](?:hours?|stündig|stunden?)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:phone|call|dial|reach|telefon|anrufen|nummer|tel\\.)[^\\n]{0,60}?(\\+?\\d[\\d ()/-]{6,20}\\d)");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?im)^\\s*(?:location|place|where|address|ort|adresse|treffpunkt)\\s*:\\s*(\\S[^\\n]{2,150})$");
  private static final Pattern CALLED_OFF =
      Pattern.compile(
          "(?<!\\p{L})(?:cancel|call off|postpone|absag|abgesagt|verschieb|verschob|ausfallen)");

  private String text() {
    return mail.message().text();
  }

  private String lower() {
    return (mail.subject() + "\n" + text()).toLowerCase(Locale.ROOT);
  }

  /** A proposed round without a time. */
  RoundPlan plan(RoundKind usual) {
    RoundKind kind = Meeting.kind(mail.subject() + " " + text()).orElse(usual);
    RoundPlan plain = RoundPlan.of(kind);
    return new RoundPlan(
        kind,
        plain.title(),
        plain.start(),
        length().orElse(kind.usualLength()),
        place(),
        link(),
        people(),
        RoundState.PROPOSED,
        plain.outcome(),
        plain.thanks());
  }

  private Optional<URI> link() {
    return CallLinks.find(text()).or(() -> mail.message().html().flatMap(CallLinks::find));
  }

  private Optional<String> place() {
    return Stream.of(PLACE.matcher(text()), PHONE.matcher(lower()))
        .filter(Matcher::find)
        .map(found -> found.group(1).strip())
        .filter(place -> !place.matches("(?i)https?://.*"))
        .findFirst();
  }

  /** Who wrote it, unless a machine did. */
  private List<String> people() {
    return mail.from().stream()
        .filter(from -> !from.mail().matches("(?i).*(?:no-?reply|donotreply|notification).*"))
        .flatMap(from -> from.name().stream())
        .toList();
  }

  Optional<Duration> length() {
    String lower = lower();
    Matcher minutes = MINUTES.matcher(lower);
    if (minutes.find()) {
      int said = Integer.parseInt(minutes.group(1));
      return said >= 10 && said <= 480 ? Optional.of(Duration.ofMinutes(said)) : Optional.empty();
    }
    Matcher hours = HOURS.matcher(lower);
    if (!hours.find()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofMinutes(
            switch (hours.group(1)) {
              case "1.5", "1,5" -> 90;
              case "two", "2", "zwei" -> 120;
              case "half an", "eine halbe", "halbe" -> 30;
              default -> 60;
            }));
  }

  /** Whether it says that a talk will not be. */
  boolean callsOff() {
    return CALLED_OFF.matcher(lower()).find();
  }
}

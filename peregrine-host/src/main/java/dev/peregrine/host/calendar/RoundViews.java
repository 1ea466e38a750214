package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.contacts.Contact;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.rounds.Received;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundNotes;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.rounds.Zones;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How rounds are shown. */
final class RoundViews {

  private final Interviews interviews;
  private final Contacts contacts;
  private final ProposedRounds proposals;

  RoundViews(Interviews interviews, Contacts contacts, ProposedRounds proposals) {
    this.proposals = proposals;
    this.interviews = interviews;
    this.contacts = contacts;
  }

  /** Names of those at the employer whom the person knows. */
  List<Contact> known(Job job) {
    return contacts.people(Contacts.company(job));
  }

  RoundsPage.Fields fields(RoundForm form, List<Contact> known) {
    return new RoundsPage.Fields(
        form,
        Arrays.stream(RoundKind.values())
            .map(kind -> new RoundsPage.Choice(kind.key(), RoundWords.kind(kind)))
            .toList(),
        Zones.all(),
        known.stream().map(Contact::name).toList(),
        form.asksHour());
  }

  RoundsPage.Card card(Visit visit, Round round, List<Contact> known, RoundNotes notes) {
    return new RoundsPage.Card(
        part(visit.times(), visit.token(), round, known),
        notes.text(),
        noted(notes, visit.times(), Optional.empty()));
  }

  static NotedPart noted(RoundNotes notes, Times times, Optional<String> theirs) {
    return new NotedPart(
        notes.round(),
        notes.version(),
        notes.changed().map(at -> t("rounds.noted-at", "when", times.momentWithin(at))).orElse(""),
        theirs.orElse(""));
  }

  RoundPart part(Times times, String token, Round round, List<Contact> known) {
    return new RoundPart(
        round.id(),
        RoundsPage.path(round.job(), round.id()),
        token,
        round.version(),
        RoundWords.what(round),
        round.title().map(title -> RoundWords.kind(round.kind())).orElse(""),
        said(round, times),
        phase(round, times) == RoundPart.Phase.OVER ? "" : colour(round.state()),
        RoundWords.whole(round.plan(), times).orElse(""),
        RoundWords.countdown(round, times).orElse(""),
        RoundWords.there(round.plan(), times).orElse(""),
        RoundWords.isToday(round, times),
        round.place().orElse(""),
        round.link().map(RoundViews::joining),
        round.people().stream().map(name -> who(round, name, known)).toList(),
        round.received().map(Received::organiser).orElse(""),
        proposals
            .sourceOf(round.id())
            .map(mail -> "%s/mails#m-%d".formatted(Interviews.path(round.job()), mail))
            .orElse(""),
        phase(round, times),
        new RoundPart.After(
            round.outcome().key(),
            round.kind().isTalk() && round.thanks().wanted(),
            round.thanks().sent().map(times::day).orElse("")),
        round.start().isPresent());
  }

  private static String said(Round round, Times times) {
    boolean over = round.state().isOpen() && round.isOver(times.now());
    return RoundWords.state(over ? RoundState.DONE : round.state());
  }

  static RoundPart.Phase phase(Round round, Times times) {
    if (round.state() == RoundState.CANCELLED) {
      return RoundPart.Phase.CANCELLED;
    }
    return round.isOver(times.now()) ? RoundPart.Phase.OVER : RoundPart.Phase.TO_COME;
  }

  private static String colour(RoundState state) {
    return switch (state) {
      case PROPOSED -> "caution";
      case AGREED -> "hue";
      case CANCELLED, DONE -> "";
    };
  }

  private static RoundPart.Joining joining(URI link) {
    return new RoundPart.Joining(
        link.toASCIIString(), Optional.ofNullable(link.getHost()).orElse(""));
  }

  private RoundPart.Who who(Round round, String name, List<Contact> known) {
    boolean isKnown =
        interviews.has("people")
            && known.stream().anyMatch(contact -> contact.name().equalsIgnoreCase(name));
    return new RoundPart.Who(name, isKnown ? "/interviews/%d/people".formatted(round.job()) : "");
  }
}

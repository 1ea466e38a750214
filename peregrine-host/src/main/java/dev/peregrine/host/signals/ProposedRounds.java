package dev.peregrine.host.signals;

import dev.peregrine.host.invitations.Meeting;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.RoundProposal.Kind;
import dev.peregrine.host.spoken.SaidTime;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rounds that mails propose, and changes of rounds. A new one stands among the rounds as a proposed
 * one; what the person agreed is never changed before they say so.
 */
public final class ProposedRounds {

  private static final String TAKEN = "taken";
  private static final String DISMISSED = "dismissed";
  private static final String WITHDRAWN = "withdrawn";

  private final Databases databases;
  private final Live live;
  private final Mails mails;
  private final Rounds rounds;
  private final ZoneId here;

  public ProposedRounds(Databases databases, Live live, Mails mails, Rounds rounds, ZoneId here) {
    this.databases = databases;
    this.live = live;
    this.mails = mails;
    this.rounds = rounds;
    this.here = here;
  }

  /**
   * What waits for the person, of the applications that have any; that of the newest mail first.
   */
  public Map<Long, List<RoundProposal>> of(Collection<Long> jobs) {
    return jobs.isEmpty()
        ? Map.of()
        : read(mapper -> mapper.open(json(jobs))).stream()
            .flatMap(row -> proposal(row).stream())
            .collect(Collectors.groupingBy(RoundProposal::job));
  }

  /** What waits for the person, of one application. */
  public List<RoundProposal> of(long job) {
    return of(List.of(job)).getOrDefault(job, List.of());
  }

  /** The one of that number, unless it was decided or is of another application. */
  public Optional<RoundProposal> find(long job, long id) {
    return of(job).stream().filter(each -> each.id() == id).findFirst();
  }

  /** The mail that proposed a round. */
  public Optional<Long> sourceOf(long round) {
    return read(mapper -> mapper.sourceOf(round));
  }

  /** What the person did with the round elsewhere was a decision too. */
  private Optional<RoundProposal> proposal(ProposalMapper.Row row) {
    Kind kind = Kind.of(row.kind());
    return round(row)
        .filter(
            round ->
                switch (kind) {
                  case NEW -> round.state() == RoundState.PROPOSED;
                  case CHANGE -> round.state() != RoundState.DONE;
                  case CALL_OFF -> round.state().isOpen();
                })
        .map(
            round ->
                new RoundProposal(
                    row.id(),
                    row.mail(),
                    row.job(),
                    kind,
                    round,
                    row.uid(),
                    OfferedTimes.of(row.times())));
  }

  private Optional<Round> round(ProposalMapper.Row row) {
    return Optional.ofNullable(row.round())
        .flatMap(rounds::findById)
        .or(
            () ->
                row.kind().equals(Kind.NEW.key()) || row.uid().isEmpty()
                    ? Optional.empty()
                    : rounds.called(row.uid()));
  }

  /**
   * The person agrees.
   *
   * @param time which of {@link RoundProposal#times}; any number where there are none
   * @param move the decision it is part of, with which it is taken back
   * @return the round as it is now; empty where it was changed meanwhile
   */
  public Optional<Round> take(RoundProposal proposal, int time, OptionalLong move) {
    Optional<Rounds.Saving> end =
        plan(proposal, time)
            .map(plan -> rounds.save(proposal.round().id(), proposal.round().version(), plan))
            .or(() -> receive(proposal));
    Optional<Round> done =
        end.filter(Rounds.Saving.Done.class::isInstance)
            .map(saving -> ((Rounds.Saving.Done) saving).round());
    done.ifPresent(round -> decide(proposal.id(), TAKEN, round.version(), move));
    return done;
  }

  private static Optional<RoundPlan> plan(RoundProposal proposal, int time) {
    RoundPlan before = proposal.round().plan();
    if (time >= 0 && time < proposal.times().size()) {
      SaidTime said = proposal.times().get(time);
      RoundPlan agreed = before.at(said.start());
      return Optional.of(said.length().map(agreed::lasting).orElse(agreed));
    }
    return switch (proposal.kind()) {
      case NEW -> before.start().map(before::at);
      case CALL_OFF ->
          proposal.uid().isEmpty()
              ? Optional.of(before.withState(RoundState.CANCELLED))
              : Optional.empty();
      case CHANGE -> Optional.empty();
    };
  }

  /** The round as the mail's invitation would have it; empty where it carries none. */
  public Optional<RoundPlan> invited(RoundProposal proposal) {
    return meeting(proposal).map(meeting -> meeting.plan(proposal.round().kind()));
  }

  private Optional<Meeting> meeting(RoundProposal proposal) {
    if (proposal.uid().isEmpty()) {
      return Optional.empty();
    }
    return mails
        .findById(proposal.mail())
        .flatMap(
            mail ->
                MailInvitations.of(mail, here).stream()
                    .filter(each -> each.uid().equals(proposal.uid()))
                    .findFirst())
        .map(
            invitation ->
                new Meeting(invitation, Optional.of(proposal.round()), proposal.job(), here));
  }

  private Optional<Rounds.Saving> receive(RoundProposal proposal) {
    return meeting(proposal)
        .map(
            meeting ->
                rounds.receive(
                    proposal.round().id(),
                    proposal.round().version(),
                    meeting.plan(proposal.round().kind()),
                    meeting.received()));
  }

  /** The person does not want it. */
  public void dismiss(RoundProposal proposal) {
    if (proposal.kind() == Kind.NEW) {
      boolean _ = rounds.remove(proposal.round().id());
    }
    decide(proposal.id(), DISMISSED, proposal.round().version(), OptionalLong.empty());
  }

  /**
   * Takes back what was decided.
   *
   * @return false where the round was changed since
   */
  public boolean undo(long job, long id) {
    Optional<ProposalMapper.Row> row =
        read(mapper -> mapper.find(id)).filter(each -> each.job() == job);
    return row.map(this::undo).orElse(false);
  }

  private boolean undo(ProposalMapper.Row row) {
    long round = row.round() == null ? -1 : row.round();
    boolean back =
        switch (String.valueOf(row.decided())) {
          case TAKEN -> rounds.undo(round, row.version());
          case DISMISSED -> !row.kind().equals(Kind.NEW.key()) || rounds.bringBack(round);
          default -> false;
        };
    if (back) {
      int version = rounds.findById(round).map(Round::version).orElse(row.version());
      decide(row.id(), null, version, OptionalLong.empty());
    }
    return back;
  }

  /** A decision was taken back, and with it what was agreed with it. */
  void undone(long move) {
    read(mapper -> mapper.ofMove(move))
        .forEach(
            row -> {
              boolean _ = undo(row);
            });
  }

  /** Notes that a mail proposes a new round, which stands among the others from now on. */
  void propose(long mail, Round made, String uid, List<SaidTime> times) {
    add(mail, made, uid, Kind.NEW, times);
  }

  /** Notes that a mail proposes to change a round. */
  void proposeChange(long mail, Round round, String uid, Kind kind, List<SaidTime> times) {
    add(mail, round, uid, kind, times);
  }

  private void add(long mail, Round round, String uid, Kind kind, List<SaidTime> times) {
    write(
        mapper -> {
          mapper.add(
              mail,
              round.job(),
              uid,
              round.id(),
              round.version(),
              kind.key(),
              OfferedTimes.json(times));
          return mail;
        });
    changed();
  }

  /** Whether a mail's proposals for an application are there already, decided or not. */
  boolean knows(long mail, long job) {
    return ofMail(mail).anyMatch(row -> row.job() == job);
  }

  /** What a mail proposes no longer counts; a round that nobody touched goes with it. */
  void withdraw(long mail) {
    ofMail(mail).filter(row -> row.decided() == null).forEach(this::withdraw);
  }

  private void withdraw(ProposalMapper.Row row) {
    if (row.kind().equals(Kind.NEW.key())) {
      Optional<Round> untouched =
          round(row)
              .filter(round -> round.version() == row.version())
              .filter(round -> round.state() == RoundState.PROPOSED);
      untouched.ifPresent(
          round -> {
            boolean _ = rounds.remove(round.id());
          });
    }
    decide(row.id(), WITHDRAWN, row.version(), OptionalLong.empty());
  }

  private Stream<ProposalMapper.Row> ofMail(long mail) {
    return read(mapper -> mapper.ofMail(mail)).stream()
        .filter(row -> !WITHDRAWN.equals(row.decided()));
  }

  private void decide(long id, @Nullable String how, int version, OptionalLong move) {
    write(
        mapper -> {
          mapper.decide(id, how, version, move.isPresent() ? move.getAsLong() : null);
          return id;
        });
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), Mails.TOPIC);
  }

  private static String json(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private <T> T read(Function<ProposalMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ProposalMapper.class)));
  }

  private <T> T write(Function<ProposalMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ProposalMapper.class)));
  }
}

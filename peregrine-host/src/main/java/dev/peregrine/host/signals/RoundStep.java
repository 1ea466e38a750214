package dev.peregrine.host.signals;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.invitations.Invitation;
import dev.peregrine.host.invitations.Meeting;
import dev.peregrine.host.mails.Belonging;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.RoundProposal.Kind;
import dev.peregrine.host.spoken.SaidTime;
import dev.peregrine.host.spoken.SaidTimes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Proposes rounds out of what mails of applications say, in words or as invitations. */
public final class RoundStep implements MailStep {

  private static final Set<MailLabel> ABOUT_TALKS =
      Set.of(
          MailLabel.INTERVIEW_SCHEDULED, MailLabel.POSITIVE_RESPONSE, MailLabel.EVENT_RESCHEDULED);
  private static final Set<MailLabel> ABOUT_NONE =
      Set.of(MailLabel.DIGEST, MailLabel.UNRELATED, MailLabel.REJECTED);

  private final Mails mails;
  private final Jobs jobs;
  private final Rounds rounds;
  private final ProposedRounds proposals;
  private final InstantSource clock;
  private final ZoneId here;

  public RoundStep(
      Mails mails,
      Jobs jobs,
      Rounds rounds,
      ProposedRounds proposals,
      InstantSource clock,
      ZoneId here) {
    this.mails = mails;
    this.jobs = jobs;
    this.rounds = rounds;
    this.proposals = proposals;
    this.clock = clock;
    this.here = here;
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOW;
  }

  @Override
  public void over(List<Long> ids) {
    mails.byIds(ids).forEach(this::look);
  }

  private void look(Mail mail) {
    Optional<MailLabel> label = mail.judged().map(Judged::label);
    Optional<Job> job = mail.belonging().map(Belonging::job).flatMap(jobs::findById);
    boolean counts = !mail.own() && mail.copyOf().isEmpty() && job.isPresent();
    if (!counts || label.filter(ABOUT_NONE::contains).isPresent()) {
      proposals.withdraw(mail.id());
      return;
    }
    if (proposals.knows(mail.id(), job.get().id())) {
      return;
    }
    proposals.withdraw(mail.id());
    List<Invitation> invitations = MailInvitations.of(mail, here);
    if (!invitations.isEmpty()) {
      invitations.forEach(invitation -> invited(mail, job.get().id(), invitation));
    } else if (label.filter(ABOUT_TALKS::contains).isPresent()) {
      said(mail, job.get(), label.get() == MailLabel.EVENT_RESCHEDULED);
    }
  }

  private void invited(Mail mail, long job, Invitation invitation) {
    var meeting = new Meeting(invitation, rounds.called(invitation.uid()), job, here);
    switch (meeting.deed()) {
      case ADD -> add(mail, meeting);
      case CHANGE -> change(mail, meeting, Kind.CHANGE);
      case CALL_OFF -> change(mail, meeting, Kind.CALL_OFF);
      case OLD, SAME, ELSEWHERE, NOTHING_TO_CALL_OFF -> {}
    }
  }

  private void add(Mail mail, Meeting meeting) {
    RoundPlan plan = meeting.plan(meeting.kind()).withState(RoundState.PROPOSED);
    Optional<Instant> start = plan.start().map(ZonedDateTime::toInstant);
    if (start.isEmpty() || start.get().isBefore(clock.instant())) {
      return;
    }
    // What words proposed before is the same talk; what the person noted is theirs.
    Optional<RoundProposal> inWords =
        proposals.of(meeting.job()).stream()
            .filter(each -> each.kind() == Kind.NEW && each.uid().isEmpty())
            .filter(
                each ->
                    isAt(each.round(), start.get())
                        || each.times().stream()
                            .anyMatch(time -> time.start().toInstant().equals(start.get())))
            .findFirst();
    inWords.ifPresent(each -> proposals.withdraw(each.mail()));
    if (rounds.of(meeting.job()).stream().noneMatch(round -> isAt(round, start.get()))) {
      Round made = rounds.add(meeting.job(), plan, meeting.received());
      proposals.propose(mail.id(), made, made.uid(), List.of());
    }
  }

  private void change(Mail mail, Meeting meeting, Kind kind) {
    meeting
        .known()
        .ifPresent(
            round -> proposals.proposeChange(mail.id(), round, round.uid(), kind, List.of()));
  }

  private static boolean isAt(Round round, Instant start) {
    return round.start().filter(at -> at.toInstant().equals(start)).isPresent();
  }

  private void said(Mail mail, Job job, boolean moves) {
    String text = mail.subject() + "\n\n" + mail.message().text();
    List<SaidTime> all = new SaidTimes(mail.received().atZone(here)).in(text);
    List<SaidTime> times =
        all.stream().filter(time -> time.start().toInstant().isAfter(clock.instant())).toList();
    List<Round> open =
        rounds.of(job.id()).stream()
            .filter(round -> round.state().isOpen() && !round.isOver(clock.instant()))
            .toList();
    Optional<Round> meant = moves ? meant(mail, open, all) : Optional.empty();
    if (meant.isPresent()) {
      move(mail, meant.get(), times);
    } else if (!times.isEmpty() && open.stream().noneMatch(round -> isOneOf(round, times))) {
      propose(mail, job, times);
    }
  }

  private static boolean isOneOf(Round round, List<SaidTime> times) {
    return times.stream().anyMatch(time -> isAt(round, time.start().toInstant()));
  }

  /** The round that gets another time: one whose time is said, of the conversation, or the next. */
  private Optional<Round> meant(Mail mail, List<Round> open, List<SaidTime> all) {
    Set<Long> thread = Set.copyOf(mails.ofThread(mail.thread()));
    return Stream.of(
            open.stream().filter(round -> isOneOf(round, all)),
            open.stream()
                .filter(
                    round -> proposals.sourceOf(round.id()).filter(thread::contains).isPresent()),
            open.stream().filter(round -> round.start().isPresent()))
        .flatMap(found -> found)
        .findFirst();
  }

  private void move(Mail mail, Round round, List<SaidTime> times) {
    List<SaidTime> others =
        times.stream().filter(time -> !isAt(round, time.start().toInstant())).toList();
    if (!others.isEmpty()) {
      proposals.proposeChange(mail.id(), round, "", Kind.CHANGE, others);
    } else if (new MeetingWords(mail).callsOff()) {
      proposals.proposeChange(mail.id(), round, "", Kind.CALL_OFF, List.of());
    }
  }

  /** One time is the round's; of several the person chooses. */
  private void propose(Mail mail, Job job, List<SaidTime> times) {
    RoundPlan plan = new MeetingWords(mail).plan(usual(job));
    SaidTime first = times.getFirst();
    RoundPlan dated =
        times.size() > 1
            ? plan
            : first
                .length()
                .map(plan::lasting)
                .orElse(plan)
                .at(first.start())
                .withState(RoundState.PROPOSED);
    proposals.propose(mail.id(), rounds.add(job.id(), dated), "", times);
  }

  private static RoundKind usual(Job job) {
    return job.stage() == Stage.APPLIED || job.stage() == Stage.SURVEY
        ? RoundKind.RECRUITER
        : RoundKind.OTHER;
  }
}

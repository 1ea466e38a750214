package dev.peregrine.host.boot;

import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.RoundStep;
import dev.peregrine.host.signals.Signals;
import java.util.List;

/** What mails say of applications, wired over the mails. */
final class Signalling {

  private final Signals signals;
  private final ProposedRounds proposals;

  Signalling(AfterApplying.Ground ground, Mailing mailing, Rounds rounds) {
    proposals =
        new ProposedRounds(
            ground.databases(), ground.live(), mailing.mails(), rounds, ground.zone());
    signals = new Signals(ground.databases(), mailing.mails(), mailing.arrivals(), proposals);
    ground.jobs().listen(signals);
    mailing
        .arrivals()
        .add(
            new RoundStep(
                mailing.mails(), ground.jobs(), rounds, proposals, ground.clock(), ground.zone()));
  }

  static List<Class<?>> mappers() {
    return Signals.mappers();
  }

  ProposedRounds proposals() {
    return proposals;
  }

  Signals signals() {
    return signals;
  }
}

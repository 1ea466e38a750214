package dev.peregrine.host.boot;

import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.signals.AskStep;
import dev.peregrine.host.signals.Asks;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.RoundStep;
import dev.peregrine.host.signals.Signals;
import java.util.List;

/** What mails say of applications, wired over the mails. */
final class Signalling {

  private final Signals signals;
  private final ProposedRounds proposals;
  private final Asks asks;

  Signalling(AfterApplying.Ground ground, Mailing mailing, Rounds rounds) {
    asks = new Asks(ground.databases(), ground.jobs());
    mailing.arrivals().add(new AskStep(mailing.mails(), asks, ground.zone()));
    proposals =
        new ProposedRounds(
            ground.databases(), ground.live(), mailing.mails(), rounds, ground.zone());
    signals = new Signals(ground.databases(), mailing.mails(), mailing.arrivals(), proposals, asks);
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

  Asks asks() {
    return asks;
  }

  ProposedRounds proposals() {
    return proposals;
  }

  Signals signals() {
    return signals;
  }
}

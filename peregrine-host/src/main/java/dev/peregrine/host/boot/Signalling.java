package dev.peregrine.host.boot;

import dev.peregrine.host.signals.Signals;
import java.util.List;

/** What mails say of applications, wired over the mails. */
final class Signalling {

  private final Signals signals;

  Signalling(AfterApplying.Ground ground, Mailing mailing) {
    signals = new Signals(ground.databases(), mailing.mails(), mailing.arrivals());
    ground.jobs().listen(signals);
  }

  static List<Class<?>> mappers() {
    return Signals.mappers();
  }

  Signals signals() {
    return signals;
  }
}

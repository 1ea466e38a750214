package dev.peregrine.host.spoken;

import java.time.LocalDate;
import java.util.Set;

/** A day that a text names between two of its letters. */
record SaidDay(LocalDate day, int from, int to, Set<SaidTime.Doubt> doubts) {

  static SaidDay of(LocalDate day, int from, int to) {
    return new SaidDay(day, from, to, Set.of());
  }
}

package dev.peregrine.host.discovery;

import dev.peregrine.host.storage.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A past for the boards of the pages' tests: one that changed, one that is blocked, one fine. */
public final class PastReads {

  private PastReads() {}

  /** Fills it for the current tenant. */
  public static void fill(Databases databases, Instant now) {
    var reads = new ReadStore(databases);
    int[] found = {96, 104, 101, 88, 99, 110, 97, 102};
    for (int i = 0; i < found.length; i++) {
      Instant at = now.minus(Duration.ofHours(12L * (found.length - i)));
      reads.add("village", "x", read(at, OutcomeState.DONE, found[i], found[i] - 84, 90));
      reads.add("brook", "x", read(at, OutcomeState.DONE, found[i] / 3, i == 0 ? 12 : i, 40));
      reads.add("wall", "x", read(at, OutcomeState.BLOCKED, 0, 0, 0));
    }
    reads.add("village", "x", read(now.minusSeconds(2400), OutcomeState.DONE, 103, 9, 2));
    reads.add("brook", "x", read(now.minusSeconds(2400), OutcomeState.DONE, 31, 2, 41));
    databases
        .current()
        .write(
            mappers -> {
              mappers
                  .of(DiscoveryMapper.class)
                  .saveHealth(
                      new DiscoveryMapper.HealthRow(
                          "wall",
                          OutcomeState.BLOCKED.key(),
                          now.plus(Duration.ofHours(23)),
                          "It asked for a sign-in (403).",
                          "",
                          8,
                          now));
              return true;
            });
  }

  private static BoardRead read(Instant at, OutcomeState state, int found, int kept, int salaries) {
    int all = Math.min(found, 100);
    Map<PostingField, Integer> filled =
        Map.of(
            PostingField.COMPANY, found,
            PostingField.PLACE, found,
            PostingField.DATE, all,
            PostingField.SALARY, Math.min(found, salaries),
            PostingField.DESCRIPTION, found,
            PostingField.TYPE, all / 2);
    return new BoardRead(
        at, state, found, kept, 0, 0, filled, Duration.ofMillis(900 + found), "", "");
  }
}

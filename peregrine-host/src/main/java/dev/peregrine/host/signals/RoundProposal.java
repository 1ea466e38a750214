package dev.peregrine.host.signals;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.spoken.SaidTime;
import java.util.List;
import java.util.Locale;

/**
 * What a mail proposes for a round, until the person decides.
 *
 * @param round the one that is new and only proposed, or the one that would change
 * @param uid of the event, where the mail carries an invitation; else empty
 * @param times those that are offered; none where the round says it, or it is called off
 */
public record RoundProposal(
    long id, long mail, long job, Kind kind, Round round, String uid, List<SaidTime> times) {

  /** What is proposed. */
  public enum Kind {
    NEW,
    CHANGE,
    CALL_OFF;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  public RoundProposal {
    times = List.copyOf(times);
  }
}

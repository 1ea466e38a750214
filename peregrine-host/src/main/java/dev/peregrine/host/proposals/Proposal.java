package dev.peregrine.host.proposals;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that a model proposed.
 *
 * @param resume the résumé it is about; 0 for none
 * @param place where it goes, such as {@code work/0/highlights/2}; may be empty
 * @param about what it belongs to, for people; may be empty
 * @param earlier what stands there; empty where it is new
 * @param evidence the line of the résumé that bears it out; empty where none was found
 * @param backend who proposed it, by the person's name for it
 * @param accepted as which wording it was accepted; empty where it was not
 */
record Proposal(
    long id,
    ProposalKind kind,
    long resume,
    String place,
    String about,
    String earlier,
    String text,
    String evidence,
    String backend,
    Instant at,
    State state,
    String accepted) {

  /** What became of it. */
  enum State {
    OPEN,
    ACCEPTED,
    LEFT;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that is not stored yet. */
  static Proposal of(ProposalKind kind, long resume, String text, String backend, Instant at) {
    return new Proposal(0, kind, resume, "", "", "", text, "", backend, at, State.OPEN, "");
  }

  Proposal at(String newPlace, String newAbout, String newEarlier) {
    return new Proposal(
        id,
        kind,
        resume,
        newPlace,
        newAbout,
        newEarlier,
        text,
        evidence,
        backend,
        at,
        state,
        accepted);
  }

  Proposal withEvidence(String newEvidence) {
    return new Proposal(
        id, kind, resume, place, about, earlier, text, newEvidence, backend, at, state, accepted);
  }
}

package dev.peregrine.host.prep;

/**
 * How the notes of a round are stored.
 *
 * @param seen the version that the next save is made from
 * @param said when they were saved; empty where there are none
 * @param theirs what another window saved meanwhile; empty where none did
 */
record NotesPart(
    long job, long round, String token, int seen, String said, String text, String theirs) {

  String here() {
    return "/interviews/%d/prep/notes/%d".formatted(job, round);
  }

  int rows() {
    return (int) Math.clamp(text.lines().count() + 2, 8, 30);
  }
}

package dev.peregrine.host.employers;

/**
 * An employer's page on a board.
 *
 * @param board the board's id
 * @param boardName as people read it
 * @param slug the employer's short name there
 * @param name the employer's name where it is known, else the short name
 * @param jobs how many postings are known of it here
 */
public record KnownEmployer(String board, String boardName, String slug, String name, int jobs) {

  /** The same with a name and a number of postings. */
  KnownEmployer called(String newName, int newJobs) {
    return new KnownEmployer(board, boardName, slug, newName, newJobs);
  }

  boolean isSameAs(KnownEmployer other) {
    return board.equals(other.board) && slug.equalsIgnoreCase(other.slug);
  }
}

package dev.peregrine.host.review;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Which job is the same as one.
 *
 * @param words that were searched for; empty where similar ones are offered
 */
record SamePage(
    Shell shell, long id, String title, String company, String words, List<Candidate> candidates) {

  /** A job that may be the same. */
  record Candidate(long id, String title, String company, String facts, String stage, String when) {

    String named() {
      return title + ", " + company;
    }
  }

  String token() {
    return shell.token();
  }
}

package dev.peregrine.host.mail;

import java.util.List;
import java.util.Optional;

/**
 * The list with its outcomes and filters.
 *
 * @param counted how many it has, as a sentence
 * @param more where the next page is
 * @param emptiness why nothing is shown, where nothing is
 */
record MailList(
    MailQuery query,
    List<Chip> chips,
    List<Choice> boxes,
    List<Choice> labels,
    List<Choice> spans,
    List<MailLine> lines,
    String counted,
    Optional<String> more,
    Emptiness emptiness,
    String token) {

  /** An outcome to look at. */
  record Chip(String label, long count, String path, boolean here) {}

  /** Something to choose. */
  record Choice(String key, String label, boolean here) {}

  /** Why there is nothing to see. */
  enum Emptiness {
    NOT_EMPTY,
    /** Mail was never set up. */
    NO_ACCOUNT,
    /** The filters leave nothing. */
    FILTERED,
    /** There is none of that time. */
    NO_MAIL
  }

  boolean isFiltered() {
    return emptiness == Emptiness.FILTERED;
  }

  boolean isNotSetUp() {
    return emptiness == Emptiness.NO_ACCOUNT;
  }

  String clearedPath() {
    return query.cleared().path();
  }

  String bulkPath() {
    return query.path(MailRoutes.HERE + "/bulk");
  }

  /** Why those of the chosen outcome have it; empty where none was chosen. */
  String why() {
    return query.outcome().map(dev.peregrine.host.mails.MailWords::why).orElse("");
  }
}

package dev.peregrine.host.discovery;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a posting's work is remote, as far as it says so. */
final class Modes {

  private static final Pattern REMOTE =
      Pattern.compile(
          "\\b(?:remote|remotely|home[ -]?office|work from home|wfh|télétravail|teletrabajo|homeoffice)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Modes() {}

  /** What the board says, or else what the places and the title say. */
  static Optional<RemoteMode> of(Posting posting) {
    if (posting.remote().isPresent()) {
      return posting.remote();
    }
    for (Place place : posting.places()) {
      String text = place.text().toLowerCase(Locale.ROOT);
      if (text.contains("hybrid")) {
        return Optional.of(RemoteMode.HYBRID);
      }
      if (REMOTE.matcher(text).find() || Regions.isEverywhere(text)) {
        return Optional.of(RemoteMode.REMOTE);
      }
    }
    return Optional.empty();
  }

  /** What is wrong with the mode; empty where nothing is, or nothing is said. */
  static Optional<String> objection(Posting posting, BoardQuery query) {
    if (query.remote().isEmpty()) {
      return Optional.empty();
    }
    Optional<RemoteMode> mode = of(posting);
    if (mode.isPresent()) {
      return query.remote().contains(mode.get())
          ? Optional.empty()
          : Optional.of("It is %s.".formatted(name(mode.get())));
    }
    // Without a word about it, a posting that names a place is taken to be there.
    boolean silent =
        !query.remote().contains(RemoteMode.ON_SITE)
            && !posting.places().isEmpty()
            && !REMOTE.matcher(posting.title()).find()
            && posting.tags().stream().noneMatch(tag -> REMOTE.matcher(tag).find())
            && posting.description().map(text -> !REMOTE.matcher(text).find()).orElse(true);
    return silent
        ? Optional.of(
            "It names %s and no work from home.".formatted(posting.places().getFirst().text()))
        : Optional.empty();
  }

  static String names(List<RemoteMode> modes) {
    return String.join(" or ", modes.stream().map(Modes::name).toList());
  }

  private static String name(RemoteMode mode) {
    return switch (mode) {
      case REMOTE -> "remote";
      case HYBRID -> "hybrid";
      case ON_SITE -> "on site";
    };
  }
}

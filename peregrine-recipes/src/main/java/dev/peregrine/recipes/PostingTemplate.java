package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a posting is made of a row.
 *
 * @param id the address where a recipe has none
 */
record PostingTemplate(
    Optional<Expression> id,
    Optional<Expression> title,
    Optional<Expression> url,
    List<Filling> fillings) {

  /** For rows that are postings already. */
  static final PostingTemplate EMPTY =
      new PostingTemplate(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  PostingTemplate {
    fillings = List.copyOf(fillings);
  }

  /**
   * @throws ExtensionException {@code CHANGED_REMOTE} where the row has no id, title or address
   */
  Posting posting(Row row) throws ExtensionException {
    if (row.source() instanceof PostingSource(Posting posting, Asked _)) {
      return posting;
    }
    URI address = url.flatMap(row::address).orElseThrow(() -> missing("url"));
    String name = row.text(title).orElseThrow(() -> missing("title"));
    String own = id.isEmpty() ? address.toString() : row.text(id).orElseThrow(() -> missing("id"));
    return finished(filled(Posting.of(own, name, address), row));
  }

  /** A posting with what else a row says of it. */
  Posting filled(Posting posting, Row row) {
    Posting filled = posting;
    for (Filling filling : fillings) {
      filled = filling.fill(filled, row);
    }
    return filled;
  }

  /** What a place says of remote work counts where nothing else does, and is then no place. */
  static Posting finished(Posting posting) {
    Optional<RemoteMode> remote =
        posting
            .remote()
            .or(
                () ->
                    posting.places().stream()
                        .flatMap(place -> RemoteMode.ofPlace(place.text()).stream())
                        .findFirst());
    List<Place> places =
        posting.places().stream()
            .filter(place -> !Place.isWorkModel(place.text()))
            .distinct()
            .toList();
    return posting.withRemote(remote).withPlaces(places);
  }

  private static ExtensionException missing(String field) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "The row has no \"%s\" where the recipe looks for it. It was left out.".formatted(field));
  }
}

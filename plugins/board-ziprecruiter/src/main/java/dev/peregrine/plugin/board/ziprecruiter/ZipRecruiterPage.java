package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.board.BoardContext;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What a page of ZipRecruiter holds as JSON in its scripts, or an answer that is JSON as a whole.
 */
record ZipRecruiterPage(List<Json> data) {

  private static final String LIST = "hydrateJobCardsResponse";
  private static final String DETAIL = "getJobDetailsResponse";

  /** Below this nothing of interest stands, and whoever nests deeper means harm. */
  private static final int MOST_VALUES = 20_000;

  ZipRecruiterPage {
    data = List.copyOf(data);
  }

  /**
   * Reads an answer.
   *
   * @throws ExtensionException {@code REFUSED} for a page without such scripts, which is a wall
   */
  static ZipRecruiterPage of(HttpReply reply, BoardContext context) throws ExtensionException {
    List<Json> scripts =
        reply.html().select("script[type=application/json]").stream()
            .map(Markup::inner)
            .map(context::json)
            .filter(Json::isPresent)
            .toList();
    return new ZipRecruiterPage(scripts.isEmpty() ? List.of(reply.json()) : scripts);
  }

  /** The list of a search page. */
  Optional<Json> list() {
    return find(LIST).filter(list -> list.at("jobCards").isArray());
  }

  /** The rows of ZipRecruiter's interface for publishers. */
  Optional<List<Json>> published() {
    return data.stream()
        .map(answer -> answer.at("jobs"))
        .filter(Json::isArray)
        .map(Json::items)
        .findFirst();
  }

  /** What the page of one posting tells of it. */
  Json details() throws ExtensionException {
    return find(DETAIL)
        .map(answer -> answer.at("jobDetails"))
        .filter(Json::isObject)
        .orElseThrow(() -> changed(DETAIL));
  }

  static ExtensionException changed(String part) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "ZipRecruiter: the answer has no \"%s\"; the board has changed its format. Look for an update of this plugin."
            .formatted(part));
  }

  /** The first value of that name, however deep the page wraps it. */
  private Optional<Json> find(String name) {
    Queue<Json> open = new ArrayDeque<>(data);
    for (int seen = 0; !open.isEmpty() && seen < MOST_VALUES; seen++) {
      Json next = open.remove();
      if (next.at(name).isPresent()) {
        return Optional.of(next.at(name));
      }
      if (next.isObject() || next.isArray()) {
        open.addAll(next.items());
      }
    }
    return Optional.empty();
  }
}

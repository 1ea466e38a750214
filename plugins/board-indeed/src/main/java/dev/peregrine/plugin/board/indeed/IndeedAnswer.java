package dev.peregrine.plugin.board.indeed;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.Handover.RowReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rows of an answer: of Indeed's interface, or of its search page, which holds the same job
 * cards as a browser shows.
 *
 * @param reader makes postings of the rows
 * @param next where the next page begins, if there is one
 */
record IndeedAnswer(List<Json> rows, RowReader<Json> reader, Optional<String> next) {

  private static final Pattern CARDS_IN_PAGE =
      Pattern.compile("providerData\\[[\"']mosaic-provider-jobcards[\"']]\\s*=\\s*");

  IndeedAnswer {
    rows = List.copyOf(rows);
  }

  /**
   * Reads an answer.
   *
   * @param country that was searched
   * @throws ExtensionException {@code REFUSED} for a page without job cards, {@code CHANGED_REMOTE}
   *     for anything else that is no answer
   */
  static IndeedAnswer of(HttpReply reply, IndeedCountry country, BoardContext context)
      throws ExtensionException {
    Optional<Json> inPage = cardsInPage(reply.text(), context);
    Json answer = inPage.isPresent() ? inPage.get() : reply.json();
    Json found = answer.at("data").at("jobSearch");
    if (found.at("results").isArray()) {
      return new IndeedAnswer(
          found.at("results").items(),
          row -> Optional.of(new IndeedJob(row.at("job"), country, context.clock()).posting()),
          found.at("pageInfo").at("nextCursor").text());
    }
    Optional<String> named = answer.at("countryCode").text();
    IndeedCountry site = named.flatMap(IndeedCountry::of).orElse(country);
    return new IndeedAnswer(
        cards(answer).orElseThrow(IndeedAnswer::changed),
        row -> Optional.of(new IndeedCard(row, site, named, context.clock()).posting()),
        Optional.empty());
  }

  /**
   * The posting of an answer about one.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where Indeed does not know it any more; else as
   *     {@link #of}
   */
  static Posting only(String key, HttpReply reply, IndeedCountry country, BoardContext context)
      throws ExtensionException {
    Json found = reply.json().at("data").at("jobData").at("results");
    if (!found.isArray()) {
      throw changed();
    }
    Json job = found.at(0).at("job");
    if (!job.isPresent()) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "Posting \"%s\" is no longer on Indeed. It was taken down.".formatted(key));
    }
    return new IndeedJob(job, country, context.clock()).posting();
  }

  private static Optional<Json> cardsInPage(String text, BoardContext context) {
    Matcher assignment = CARDS_IN_PAGE.matcher(text);
    if (!assignment.find()) {
      return Optional.empty();
    }
    return ScriptValue.at(text, assignment.end()).map(context::json).filter(Json::isPresent);
  }

  /** The cards as a page holds them, whole or in part. */
  private static Optional<List<Json>> cards(Json answer) {
    Json model = answer.at("metaData").at("mosaicProviderJobCardsModel");
    if (model.at("results").isArray()) {
      return Optional.of(model.at("results").items());
    }
    return Stream.of(
            answer.at("mosaicProviderJobCardsModel").at("results"), answer.at("results"), answer)
        .filter(list -> list.at(0).at("jobkey").isPresent())
        .map(Json::items)
        .findFirst();
  }

  private static ExtensionException changed() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Indeed: the answer has no list \"results\"; the board has changed its format. Look for an"
            + " update of this plugin.");
  }
}

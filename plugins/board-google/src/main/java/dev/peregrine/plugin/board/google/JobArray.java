package dev.peregrine.plugin.board.google;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A posting as an array in which the position tells what a value is. */
record JobArray(Json array) implements JobRow {

  /** The key under which the arrays stand. */
  static final String KEY = "520084652";

  private static final int TITLE = 0;
  private static final int COMPANY = 1;
  private static final int PLACE = 2;
  private static final int LINKS = 3;
  private static final int POSTED = 12;
  private static final int DESCRIPTION = 19;
  private static final int ID = 28;

  /** The arrays in a text that is not itself JSON, such as the script of a page. */
  static List<JobRow> in(String text, BoardContext context) {
    var rows = new ArrayList<JobRow>();
    int key = text.indexOf(KEY);
    while (key >= 0) {
      int start = start(text, key + KEY.length());
      int end = start < 0 ? key + KEY.length() : end(text, start);
      if (end < 0) {
        return rows; // cut off
      }
      if (start >= 0) {
        rows.add(new JobArray(context.json(text.substring(start, end))));
      }
      key = text.indexOf(KEY, end);
    }
    return rows;
  }

  @Override
  public Posting posting(InstantSource clock) throws ExtensionException {
    URI link = array.at(LINKS).at(0).at(0).text().flatMap(HttpCall::address).orElseThrow();
    Optional<String> where = array.at(PLACE).text();
    Optional<RemoteMode> remote = where.flatMap(JobRow::remote);
    return Posting.of(array.at(ID).text().orElse(link.toString()), array.at(TITLE).need(), link)
        .withCompany(array.at(COMPANY).text())
        .withPlaces(where.map(JobRow::places).orElse(List.of()))
        .withRemote(remote)
        .withPosted(array.at(POSTED).text().flatMap(text -> Posting.day(text, clock)))
        .withDescription(array.at(DESCRIPTION).text());
  }

  /** Where the array after a key begins; -1 where something else follows. */
  private static int start(String text, int after) {
    int at = after;
    while (at < text.length() && "\": \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '[' ? at : -1;
  }

  /** Behind the bracket that closes the one at the start; -1 where there is none. */
  private static int end(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int at = start; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (quoted && sign == '\\') {
        at++;
      } else if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && sign == '[') {
        depth++;
      } else if (!quoted && sign == ']' && --depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }
}

package dev.peregrine.host.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What another program asks. Its cookies are not looked at: they are a browser's. */
public final class ProgramCall {

  private static final String BEARER = "bearer ";

  private final Context context;

  ProgramCall(Context context) {
    this.context = context;
  }

  /** Such as {@code GET}. */
  public String method() {
    return context.req().getMethod().toUpperCase(Locale.ROOT);
  }

  /** The whole path, as it was sent. */
  public String path() {
    return context.path();
  }

  /** What follows the question mark: each name with its values. */
  public Map<String, List<String>> query() {
    return context.queryParamMap();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** The token by which the program says who it is. */
  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  /**
   * What was sent along.
   *
   * @param most bytes
   * @return empty where it is more
   */
  public Optional<byte[]> body(int most) throws IOException {
    byte[] read = context.req().getInputStream().readNBytes(most + 1);
    return read.length > most ? Optional.empty() : Optional.of(read);
  }
}

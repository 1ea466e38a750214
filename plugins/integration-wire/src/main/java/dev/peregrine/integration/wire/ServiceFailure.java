package dev.peregrine.integration.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service's refusal, and what it means.
 *
 * @param name of the service, as people read it
 * @param status such as 404
 * @param message the service's own sentence, cleaned; empty where it gave none
 * @param pause how long it asks to wait
 */
public record ServiceFailure(String name, int status, String message, Optional<Duration> pause) {

  private static final int QUOTED = 200;

  /** In seconds: what is longer is a mistake. */
  private static final BigDecimal LONGEST_PAUSE =
      BigDecimal.valueOf(Duration.ofDays(7).toSeconds());

  /** What services call the sentence in which they say why. */
  private static final List<String> SENTENCES =
      List.of("message", "error_description", "error_summary", "description", "detail", "error");

  /**
   * Reads a refusal.
   *
   * @param body what came with it, where it is JSON
   * @param secrets that must not be repeated, even where the service does
   */
  public static ServiceFailure of(
      String name, int status, Json body, Optional<Duration> pause, List<String> secrets) {
    return new ServiceFailure(
        name, status, cleaned(said(body), secrets), pause.or(() -> pause(body)));
  }

  /**
   * What the host is to make of it.
   *
   * @param target what was asked for, as the person knows it, such as {@code Database "Jobs"};
   *     empty where nothing of theirs was
   */
  public ExtensionException exception(String target) {
    return switch (status) {
      case 401 ->
          failure(
              Kind.BAD_SETTINGS,
              "%s refuses what you signed in with (401)%s. Sign in again, or enter a new token."
                  .formatted(name, quote()));
      case 403 ->
          failure(
              Kind.BAD_SETTINGS,
              "%s does not allow this (403)%s. Give the token the rights that are named in the settings%s."
                  .formatted(
                      name, quote(), target.isEmpty() ? "" : ", and share %s".formatted(target)));
      case 404, 410 ->
          failure(
              Kind.BAD_SETTINGS,
              "%s does not have %s (%d)%s. It was deleted or is not shared: choose it again in the settings."
                  .formatted(
                      name, target.isEmpty() ? "what was asked for" : target, status, quote()));
      case 413 ->
          failure(Kind.UNSUPPORTED, "That is too large for %s (413)%s.".formatted(name, quote()));
      case 423 ->
          failure(
              Kind.UNAVAILABLE,
              "%s keeps %s locked (423)%s: it may be open elsewhere. It is tried again later."
                  .formatted(name, target.isEmpty() ? "what was asked for" : target, quote()));
      case 429 -> tooMany();
      case 507 ->
          failure(
              Kind.REFUSED,
              "%s has no room left (507)%s. Make some there.".formatted(name, quote()));
      default -> status >= 500 || status == 408 ? down() : refused();
    };
  }

  /** As {@link #exception(String)}, where nothing of the person's was asked for. */
  public ExtensionException exception() {
    return exception("");
  }

  private ExtensionException refused() {
    return status == 400 || status == 409 || status == 412 || status == 422
        ? failure(
            Kind.CHANGED_REMOTE,
            "%s does not take this (%d)%s. Look at its settings, or for an update of the plugin."
                .formatted(name, status, quote()))
        : failure(
            Kind.CHANGED_REMOTE,
            "%s answered with status %d, expected 200. Check the server's address."
                .formatted(name, status));
  }

  private ExtensionException tooMany() {
    String text =
        "%s asks for fewer calls (429)%s. It goes on later."
            .formatted(name, pause.map(time -> ", in %d s".formatted(time.toSeconds())).orElse(""));
    return pause
        .map(time -> ExtensionException.rateLimited(text, time))
        .orElseGet(() -> failure(Kind.RATE_LIMITED, text));
  }

  private ExtensionException down() {
    return failure(
        Kind.UNAVAILABLE,
        "%s could not answer (%d)%s. It is tried again later.".formatted(name, status, quote()));
  }

  private String quote() {
    return message.isEmpty() ? "" : ": \"%s\"".formatted(cut(message, QUOTED));
  }

  private static ExtensionException failure(Kind kind, String text) {
    return new ExtensionException(kind, text);
  }

  /** In seconds, as some services write it beside or instead of the header. */
  private static Optional<Duration> pause(Json body) {
    return body.at("retry_after")
        .number()
        .or(() -> body.at("parameters").at("retry_after").number())
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LONGEST_PAUSE) <= 0)
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  private static String said(Json body) {
    Json error = body.at("error").isObject() ? body.at("error") : body;
    return SENTENCES.stream().flatMap(key -> error.at(key).text().stream()).findFirst().orElse("");
  }

  private static String cleaned(String text, List<String> secrets) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = secret.isBlank() ? hidden : hidden.replace(secret, "…");
    }
    return hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static String cut(String line, int longest) {
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }
}

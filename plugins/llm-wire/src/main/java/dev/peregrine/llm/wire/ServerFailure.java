package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server's refusal, and what it means for the router.
 *
 * @param host of the server
 * @param model that was asked
 * @param status such as 404; 200 for a failure within an answer
 * @param message the server's own sentence, cleaned; empty where it gave none
 * @param pause how long it asks to wait
 */
public record ServerFailure(
    String host, String model, int status, String message, Optional<Duration> pause) {

  private static final int LONGEST = 2000;
  private static final int QUOTED = 200;
  private static final Pattern TOO_LONG =
      Pattern.compile(
          "context[ _](?:length|window|size)|too long|too many tokens|maximum.{0,20}tokens|too large");
  private static final Pattern FILTERED =
      Pattern.compile("content[ _](?:filter|policy|management)|safety|moderation|flagged");
  private static final Pattern NO_CREDIT =
      Pattern.compile("insufficient[ _](?:quota|balance|credit)|credit balance|billing|payment");
  private static final Pattern BLIND =
      Pattern.compile(
          "image.{0,60}(?:not|n't|missing|unsupported|invalid)|(?:not|n't).{0,60}image|vision|multimodal");
  private static final Pattern NO_MODEL =
      Pattern.compile("model.{0,250}(?:not[ _]found|does not exist|unknown)|unknown model");

  /**
   * Reads a refusal.
   *
   * @param body what came with it, where it is JSON
   * @param secret that must not be repeated, even where the server does
   */
  public static ServerFailure of(
      String host,
      String model,
      int status,
      Json body,
      Optional<Duration> pause,
      Optional<String> secret) {
    return new ServerFailure(host, model, status, cleaned(said(body), secret), pause);
  }

  /** What the router is to make of it. */
  public ExtensionException exception() {
    return switch (status) {
      case 401, 403 ->
          failure(
              Kind.BAD_SETTINGS,
              "\"%s\" refuses the key (%d). Enter a valid one for it, or leave it out where none is needed."
                  .formatted(host, status));
      case 402 -> noCredit();
      case 429 -> says(NO_CREDIT) ? noCredit() : tooMany();
      case 404 -> notThere();
      default -> status >= 500 || status == 408 ? down() : refused();
    };
  }

  /** Whether the server complains of a part of the request by its name. */
  public boolean names(String part) {
    return (status == 400 || status == 422 || status == 501) && message.contains(part);
  }

  private ExtensionException refused() {
    if (says(NO_CREDIT)) {
      return noCredit();
    }
    if (says(NO_MODEL)) {
      return noModel();
    }
    if (says(FILTERED)) {
      return failure(
          Kind.REFUSED,
          "\"%s\" declines this request%s. Word it differently, or ask another model."
              .formatted(host, quote()));
    }
    if (status == 413 || says(TOO_LONG)) {
      return failure(
          Kind.UNSUPPORTED,
          "The request is too long for model \"%s\"%s. Shorten it, or choose a model with a longer context."
              .formatted(model, quote()));
    }
    if (says(BLIND)) {
      return failure(
          Kind.UNSUPPORTED,
          "Model \"%s\" cannot see pictures%s. Choose one that can.".formatted(model, quote()));
    }
    if (status == 400 || status == 422) {
      return failure(
          Kind.UNSUPPORTED,
          "\"%s\" does not take this request%s. Choose another model, or check its settings."
              .formatted(host, quote()));
    }
    if (status == 200) {
      return down();
    }
    return failure(
        Kind.CHANGED_REMOTE,
        "\"%s\" answered with status %d, expected 200. Check the server's address."
            .formatted(host, status));
  }

  private ExtensionException notThere() {
    if (model.isEmpty() || !message.toLowerCase(Locale.ROOT).contains("model")) {
      return failure(
          Kind.BAD_SETTINGS,
          "\"%s\" does not know what was asked%s (404). Check the server's address and the path in it%s."
              .formatted(
                  host,
                  model.isEmpty() ? "" : " for model \"%s\"".formatted(model),
                  model.isEmpty() ? "" : ", and the model's name"));
    }
    return noModel();
  }

  private ExtensionException noModel() {
    return failure(
        Kind.BAD_SETTINGS,
        "Model \"%s\" is not on \"%s\". Choose one that it lists, or add it there."
            .formatted(model, host));
  }

  private ExtensionException noCredit() {
    return ExtensionException.rateLimited(
        "The account at \"%s\" has no credit left%s. Add some there.".formatted(host, quote()),
        pause.orElse(Duration.ofHours(1)));
  }

  private ExtensionException tooMany() {
    String text =
        "\"%s\" asks for fewer requests (429)%s. It is asked again later."
            .formatted(host, pause.map(time -> ", in %d s".formatted(time.toSeconds())).orElse(""));
    return pause
        .map(time -> ExtensionException.rateLimited(text, time))
        .orElseGet(() -> failure(Kind.RATE_LIMITED, text));
  }

  private ExtensionException down() {
    // A model that does not see and one that does not fit are told as status 500 by some servers.
    if (says(NO_MODEL)) {
      return noModel();
    }
    String number = status == 200 ? "" : " (%d)".formatted(status);
    return failure(
        Kind.UNAVAILABLE,
        "\"%s\" could not answer%s%s. Try again later, or look at the server."
            .formatted(host, number, quote()));
  }

  private String quote() {
    return message.isEmpty() ? "" : ": \"%s\"".formatted(cut(message, QUOTED));
  }

  private boolean says(Pattern pattern) {
    return pattern.matcher(message.toLowerCase(Locale.ROOT)).find();
  }

  private static ExtensionException failure(Kind kind, String text) {
    return new ExtensionException(kind, text);
  }

  /** Servers say it as {@code error.message}, {@code error}, {@code message} or {@code detail}. */
  private static String said(Json body) {
    Json error = body.at("error");
    String code = error.at("code").text().or(() -> error.at("type").text()).orElse("");
    String said =
        error
            .at("message")
            .text()
            .or(error::text)
            .or(() -> body.at("message").text())
            .or(() -> body.at("detail").text())
            .orElse("");
    String param = error.at("param").text().orElse("");
    return said.isEmpty()
        ? code
        : said
            + (param.isEmpty() || said.contains(param) ? "" : " [" + param + "]")
            + (code.isEmpty() || code.matches("\\d*|.*error") ? "" : " (" + code + ")");
  }

  private static String cleaned(String text, Optional<String> secret) {
    String hidden = secret.map(key -> text.replace(key, "…")).orElse(text);
    String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return cut(line, LONGEST);
  }

  private static String cut(String line, int longest) {
    return line.length() > longest ? line.substring(0, longest - 1) + "…" : line;
  }
}

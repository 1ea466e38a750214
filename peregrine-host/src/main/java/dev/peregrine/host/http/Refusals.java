package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What a person reads when a call gave nothing. Hosts are named; paths and queries never. */
final class Refusals {

  private Refusals() {}

  static ExtensionException of(ReadReply reply, Instant now) {
    String host = reply.url().host();
    int status = reply.status();
    return switch (status) {
      case 401, 403, 451, 999 ->
          new ExtensionException(
              Kind.REFUSED,
              "\"%s\" refused the call (status %d): it may want a sign-in or block automated access. Open it in a browser to see what it wants."
                  .formatted(host, status));
      case 407 ->
          new ExtensionException(
              Kind.UNAVAILABLE,
              "A proxy wants a name and password (status 407). Enter them with the proxy's address.");
      case 429 -> rateLimited(host, retryAfter(reply, now));
      default ->
          status >= 500
              ? new ExtensionException(
                  Kind.UNAVAILABLE,
                  "\"%s\" has a problem of its own (status %d). Try again later."
                      .formatted(host, status))
              : new ExtensionException(
                  Kind.CHANGED_REMOTE,
                  "\"%s\" answered with status %d, expected 200. What was asked for may have moved or is gone."
                      .formatted(host, status));
    };
  }

  private static ExtensionException rateLimited(String host, Optional<Duration> wait) {
    if (wait.isEmpty()) {
      return new ExtensionException(
          Kind.RATE_LIMITED,
          "\"%s\" was called too often (status 429). Try again later.".formatted(host));
    }
    return ExtensionException.rateLimited(
        "\"%s\" was called too often (status 429) and asks to wait %d s."
            .formatted(host, wait.get().toSeconds()),
        wait.get());
  }

  static ExtensionException of(IOException failure, String host, Duration limit) {
    if (NotPublicException.isWhy(failure)) {
      return new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" leads into the own machine or network, expected a public address. Only addresses that you entered in the settings may lead there, as far as whoever runs this Peregrine allows it."
              .formatted(host),
          failure);
    }
    if (failure instanceof ProxyException) {
      return new ExtensionException(
          Kind.UNAVAILABLE,
          "%s, so \"%s\" was not reached. Check the proxy's address, name and password."
              .formatted(failure.getMessage(), host));
    }
    if (failure instanceof Requests.UnreadableException) {
      return new ExtensionException(
          Kind.UNAVAILABLE,
          "File \"%s\" cannot be read. Check that it is still there."
              .formatted(failure.getMessage()),
          failure);
    }
    if (failure instanceof TooLargeException) {
      return new ExtensionException(
          Kind.CHANGED_REMOTE,
          "\"%s\" answered with more than %d MiB; the rest was not read."
              .formatted(host, Wire.MAX_BYTES >> 20),
          failure);
    }
    String what =
        switch (failure) {
          case UnknownHostException e -> "There is no address for \"%s\"".formatted(host);
          case ConnectException e -> "\"%s\" takes no connection".formatted(host);
          case SSLException e -> "There is no secure connection to \"%s\"".formatted(host);
          case InterruptedIOException e ->
              "\"%s\" did not answer in time (at most %d s)"
                  .formatted(host, Math.max(1, limit.toSeconds()));
          default -> "The connection to \"%s\" broke".formatted(host);
        };
    return new ExtensionException(
        Kind.UNAVAILABLE,
        what + ". Try again later, or check the address and the connection to the internet.",
        failure);
  }

  /** An answer that is read line by line has another limit. */
  static ExtensionException tooLong(String host, TooLargeException failure) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "\"%s\" answered with more than %d MiB, or with a line of more than %d MiB; the rest was not read."
            .formatted(host, LineStream.MAX_BYTES >> 20, LineStream.MAX_LINE >> 20),
        failure);
  }

  /** Nobody is called here. It is not worth another try, so it counts as a refusal. */
  static ExtensionException silent(String host) {
    return new ExtensionException(
        Kind.REFUSED,
        "\"%s\" was not asked: this Peregrine calls nobody. Start one on your own machine for that."
            .formatted(host));
  }

  static ExtensionException notAllowed(String host, String who, List<String> hosts) {
    String may = hosts.isEmpty() ? "none by itself" : "only " + String.join(", ", hosts);
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "Host \"%s\": \"%s\" may call %s. Enter the address in its settings if it belongs there."
            .formatted(host, who, may));
  }

  /** How long the other side asks to wait: seconds, or a date. */
  static Optional<Duration> retryAfter(ReadReply reply, Instant now) {
    Optional<String> asked = reply.header("Retry-After").map(String::strip);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration wait =
          asked.get().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(asked.get()))
              : Duration.between(now, date(asked.get()));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}

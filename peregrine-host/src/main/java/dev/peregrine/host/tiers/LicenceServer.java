package dev.peregrine.host.tiers;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the licence server: three posts of JSON. */
final class LicenceServer {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutgoingHttp http;
  private final LicenceFile file;
  private final String version;

  /**
   * A licence as the server gave it.
   *
   * @param clock the server's time, where it says it
   */
  record Answered(String jwt, Optional<Instant> clock) {}

  LicenceServer(OutgoingHttp http, LicenceFile file, String version) {
    this.http = http;
    this.file = file;
    this.version = version;
  }

  Answered activate(LicenceKey key, String machine) throws LicenceException, InterruptedException {
    var body = new LinkedHashMap<String, String>();
    body.put("key", key.text());
    body.put("machine_id", machine);
    body.put("product", SignedLicence.PRODUCT);
    body.put("app_version", version);
    body.put("platform", platform());
    return token(ask("activate", body, key.display()));
  }

  Answered refresh(String jwt, String machine, String display)
      throws LicenceException, InterruptedException {
    return token(ask("refresh", mine(jwt, machine), display));
  }

  void deactivate(String jwt, String machine, String display)
      throws LicenceException, InterruptedException {
    ask("deactivate", mine(jwt, machine), display);
  }

  private static Map<String, String> mine(String jwt, String machine) {
    var body = new LinkedHashMap<String, String>();
    body.put("jwt", jwt);
    body.put("machine_id", machine);
    return body;
  }

  private HttpReply ask(String what, Map<String, String> body, String display)
      throws LicenceException, InterruptedException {
    URI server = file.server();
    HttpCall call =
        HttpCall.postJson(HttpCall.under(server, "v1", what), JSON.writeValueAsString(body))
            .withTimeout(LIMIT);
    try {
      HttpReply reply =
          http.forExtension(
                  "licence",
                  About.of("licence", "Licence server", "Gives and takes back licences."),
                  Given.addresses(List.of(server)))
              .exchange(call);
      if (reply.status() / 100 != 2) {
        throw refusal(reply, display, server);
      }
      return reply;
    } catch (ExtensionException silent) {
      throw LicenceException.unreachable(
          "The licence server was not reached: %s Nothing was changed here."
              .formatted(String.valueOf(silent.getMessage())));
    }
  }

  private static LicenceException refusal(HttpReply reply, String display, URI server) {
    String said = said(reply).toLowerCase(Locale.ROOT);
    int status = reply.status();
    if (status == 409 || (status / 100 == 4 && said.contains("seat"))) {
      return new LicenceException(
          "All seats of %s are taken. Deactivate it on a machine that you no longer use, then activate it here."
              .formatted(display));
    }
    if (status == 402 || status == 403 || status == 410) {
      return new LicenceException(
          "The licence server refuses %s (status %d): it was withdrawn or is no longer paid for. Look into your account there."
              .formatted(display, status));
    }
    if (status == 400 || status == 401 || status == 404 || status == 422) {
      return new LicenceException(
          "The licence server does not know %s. Compare it with the message you got it in."
              .formatted(display));
    }
    return LicenceException.unreachable(
        "The licence server at \"%s\" has a problem of its own (status %d). Nothing was changed here; try again later."
            .formatted(server.getHost(), status));
  }

  private static String said(HttpReply reply) {
    String text = reply.text();
    return text.length() > 2_000 ? text.substring(0, 2_000) : text;
  }

  private static Answered token(HttpReply reply) throws LicenceException {
    try {
      Optional<String> jwt = reply.json().at("jwt").text();
      if (jwt.isPresent()) {
        return new Answered(jwt.get(), clock(reply));
      }
    } catch (ExtensionException notJson) {
      // said below
    }
    throw new LicenceException(
        "The licence server answered without a licence. Look whether \"server\" in config/licence.yaml is its address.");
  }

  private static Optional<Instant> clock(HttpReply reply) {
    try {
      return reply
          .header("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException odd) {
      return Optional.empty();
    }
  }

  private static String platform() {
    return (System.getProperty("os.name", "") + "-" + System.getProperty("os.arch", ""))
        .toLowerCase(Locale.ROOT)
        .replace(' ', '-');
  }
}

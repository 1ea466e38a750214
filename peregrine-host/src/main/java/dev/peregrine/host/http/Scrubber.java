package dev.peregrine.host.http;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes out of calls what must not be kept: the values of secret settings in any writing, what
 * stands in fields and parameters that are named like keys, tokens, and mail addresses. Headers are
 * not kept at all, so authorization and cookies never get here. Done twice it changes nothing more:
 * a replay scrubs what is asked and finds the recorded call.
 */
public final class Scrubber {

  private static final String GONE = "scrubbed";

  private static final String NAMES =
      "[\\w.-]{0,40}(?:(?:api|app|access|secret)[_-]?key|app[_-]?id|client[_-]?id|token|secret"
          + "|passw(?:or)?d|authori[sz]ation|signature|session[_-]?id|csrf)[\\w-]{0,20}";

  /** In an address these are keys; in data they may be the id of a posting. */
  private static final String SHORT_NAMES = "|key|sig|auth|jwt";

  private static final Pattern IN_ADDRESS =
      Pattern.compile("(?i)([?&;](?:" + NAMES + SHORT_NAMES + ")=)[^&;#\"'<>\\s\\\\]+");
  private static final Pattern IN_JSON =
      Pattern.compile("(?i)(\\\\?\"(?:" + NAMES + ")\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]+");
  private static final Pattern IN_FORM =
      Pattern.compile("(?i)(name=[\"']?(?:" + NAMES + ")[\"']?\\s[^>]{0,200}?value=[\"'])[^\"']+");
  private static final Pattern TOKEN =
      Pattern.compile(
          "eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*|AIza[\\w-]{30,}|gh[pousr]_\\w{30,}|sk-[\\w-]{20,}|"
              + "(?i:bearer )[\\w.~+/-]{10,}=*");
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\w.+-]{1,64}(?:@|%40)(?!example\\.org)(?:[\\w-]{1,63}\\.){1,5}[A-Za-z]{2,24}");

  private final Map<String, String> placeholders = new LinkedHashMap<>();

  /**
   * @param secrets values of secret settings by key; each becomes {@link #placeholder}
   */
  public Scrubber(Map<String, String> secrets) {
    secrets.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            for (String writing : writings(value)) {
              placeholders.put(writing, placeholder(key));
            }
          }
        });
  }

  /** What stands for the value of a secret setting, also as its value in a replay. */
  public static String placeholder(String key) {
    return "secret-" + key;
  }

  private static String[] writings(String value) {
    return new String[] {
      value,
      URLEncoder.encode(value, StandardCharsets.UTF_8),
      URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
      Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
    };
  }

  /** A call and its answer as they may be kept. */
  public RecordedCall scrubbed(HttpCall call, HttpReply reply) {
    RecordedCall asked = asked(call);
    return new RecordedCall(
        asked.method(),
        asked.host(),
        asked.address(),
        asked.request(),
        reply.status(),
        reply
            .header("Content-Type")
            .map(type -> type.replaceAll(";.*", "").strip() + "; charset=utf-8"),
        text(reply.text()));
  }

  /** The call as it would be recorded, without an answer. */
  RecordedCall asked(HttpCall call) {
    URI address = call.address();
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return new RecordedCall(
        call.method(),
        text(String.valueOf(address.getAuthority()).replaceAll("^.*@", "")),
        text(path + query),
        call.body().map(body -> text(new String(body.bytes(), StandardCharsets.UTF_8))),
        0,
        Optional.empty(),
        "");
  }

  String text(String text) {
    String scrubbed = text;
    for (Map.Entry<String, String> secret : placeholders.entrySet()) {
      scrubbed = scrubbed.replace(secret.getKey(), secret.getValue());
    }
    scrubbed = replaced(IN_ADDRESS, scrubbed);
    scrubbed = replaced(IN_JSON, scrubbed);
    scrubbed = replaced(IN_FORM, scrubbed);
    scrubbed = TOKEN.matcher(scrubbed).replaceAll(GONE);
    return MAIL.matcher(scrubbed).replaceAll("someone@example.org");
  }

  private static String replaced(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll("$1" + GONE);
  }
}

package dev.peregrine.host.mail;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.MailFilter;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What of the mails is shown, as the address says it. Values that make no sense are left out, so
 * that a mistyped address shows something rather than nothing.
 */
record MailQuery(Map<String, String> given) {

  /** The times that can be chosen; the first is what the servers hold. */
  static final List<String> SPANS = List.of("", "30", "90", "365", "all");

  private static final int LONGEST = 200;
  private static final List<String> NAMES = List.of("outcome", "box", "label", "q", "span");

  MailQuery {
    given = new LinkedHashMap<>(given);
  }

  static MailQuery of(Visit visit) {
    var given = new LinkedHashMap<String, String>();
    for (String name : NAMES) {
      String value = visit.value(name);
      if (!value.isEmpty() && value.length() <= LONGEST && makesSense(name, value)) {
        given.put(name, value);
      }
    }
    return new MailQuery(given);
  }

  private static boolean makesSense(String name, String value) {
    return switch (name) {
      case "outcome" -> outcome(value).isPresent();
      case "box" -> value.startsWith("account:") || value.matches("folder:\\d{1,18}");
      case "label" -> MailLabel.of(value).isPresent();
      case "span" -> SPANS.contains(value);
      default -> true;
    };
  }

  private static Optional<Outcome> outcome(String key) {
    return Arrays.stream(Outcome.values()).filter(each -> each.key().equals(key)).findFirst();
  }

  String get(String name) {
    return given.getOrDefault(name, "");
  }

  MailQuery with(String name, String value) {
    var more = new LinkedHashMap<>(given);
    more.put(name, value);
    if (value.isEmpty()) {
      more.remove(name);
    }
    return new MailQuery(more);
  }

  /** Whether less is shown than all of the time that was chosen. */
  boolean isNarrowed() {
    return given.keySet().stream().anyMatch(name -> !name.equals("span"));
  }

  /** Without the filters, but with the time. */
  MailQuery cleared() {
    return new MailQuery(Map.of()).with("span", get("span"));
  }

  Optional<Outcome> outcome() {
    return outcome(get("outcome"));
  }

  /** After the question mark; empty for nothing. */
  String text() {
    return given.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  String path() {
    return path(MailRoutes.HERE);
  }

  /** Another address of the feature that comes back here. */
  String path(String address) {
    return given.isEmpty() ? address : address + "?" + text();
  }

  MailFilter filter(Instant now) {
    String box = get("box");
    return span(now)
        .withOutcome(outcome())
        .withAccount(
            box.startsWith("account:")
                ? Optional.of(box.substring("account:".length()))
                : Optional.empty())
        .withFolder(
            box.startsWith("folder:")
                ? OptionalLong.of(Long.parseLong(box.substring("folder:".length())))
                : OptionalLong.empty())
        .withLabel(MailLabel.of(get("label")))
        .withWords(Optional.of(get("q")).filter(words -> !words.isEmpty()));
  }

  private MailFilter span(Instant now) {
    return switch (get("span")) {
      case "" -> MailFilter.HELD;
      case "all" -> MailFilter.ALL;
      default ->
          MailFilter.ALL.withSince(
              Optional.of(now.minus(Duration.ofDays(Integer.parseInt(get("span"))))));
    };
  }
}

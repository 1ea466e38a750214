package dev.peregrine.host.spoken;

import dev.peregrine.host.rounds.Zones;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zone that a text names after a time.
 *
 * @param zone empty where it is not known, or none is named
 * @param isNamed whether the text names one
 */
record SaidZone(Optional<ZoneId> zone, boolean isNamed, int to) {

  private static final Map<String, String> SHORT = shorts();
  private static final Pattern NAMED =
      Pattern.compile(
          "\\G\\s{0,2}[(\\[,]?\\s{0,2}(?<name>(?:UTC|GMT)\\s?[+-]\\s?\\d{1,2}(?::?\\d{2})?"
              + "|(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]{2,30}(?:/[A-Za-z_]{2,30})?"
              + "|[A-Z]{2,5}(?![\\p{L}\\d])"
              + "|(?:Central European|British|Indian Standard)(?: Summer)? Time"
              + "|(?:US |U\\.S\\. )?(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: Time)?(?![\\p{L}])"
              + "|(?:your|local|deiner|deine|Ihrer|Ihre) (?:local )?(?:time|Zeit)"
              + "|[A-Z][a-zäöü]+(?: [A-Z][a-z]+)? (?:time|Time|Zeit))");

  private static Map<String, String> shorts() {
    var zones = new HashMap<String, String>();
    for (String name : "CET CEST MEZ MESZ CENTRAL_EUROPEAN_TIME".split(" ")) {
      zones.put(name, "Europe/Berlin");
    }
    for (String name : "ET EST EDT EASTERN".split(" ")) {
      zones.put(name, "America/New_York");
    }
    for (String name : "CT CST CDT CENTRAL".split(" ")) {
      zones.put(name, "America/Chicago");
    }
    for (String name : "MT MST MDT MOUNTAIN".split(" ")) {
      zones.put(name, "America/Denver");
    }
    for (String name : "PT PST PDT PACIFIC".split(" ")) {
      zones.put(name, "America/Los_Angeles");
    }
    for (String name : "BST BRITISH".split(" ")) {
      zones.put(name, "Europe/London");
    }
    for (String name : "EET EEST".split(" ")) {
      zones.put(name, "Europe/Helsinki");
    }
    for (String name : "WET WEST".split(" ")) {
      zones.put(name, "Europe/Lisbon");
    }
    zones.put("IST", "Asia/Kolkata");
    zones.put("INDIAN STANDARD", "Asia/Kolkata");
    zones.put("CENTRAL EUROPEAN", "Europe/Berlin");
    zones.put("AEST", "Australia/Sydney");
    zones.put("AEDT", "Australia/Sydney");
    zones.put("JST", "Asia/Tokyo");
    zones.put("SGT", "Asia/Singapore");
    zones.put("UTC", "UTC");
    zones.put("GMT", "UTC");
    return Map.copyOf(zones);
  }

  /**
   * What stands after a time.
   *
   * @param text as it was written, for names are told by their capitals
   * @param here the reader's zone, for "your time"
   */
  static SaidZone after(String text, int at, ZoneId here) {
    Matcher named = NAMED.matcher(text).region(at, text.length());
    named.useTransparentBounds(true);
    if (!named.find() || named.start() != at) {
      return new SaidZone(Optional.empty(), false, at);
    }
    String name = named.group("name");
    if (name.matches("(?i)(your|local|deiner?|ihrer?) .*")) {
      return new SaidZone(Optional.of(here), true, named.end());
    }
    Optional<ZoneId> zone = find(name);
    // A word in capitals that is none, such as UHR or OR, is not a zone.
    boolean looksLikeOne = zone.isPresent() || name.matches("[A-Z]{2,4}T|(?:UTC|GMT).*|.*/.*");
    return new SaidZone(zone, looksLikeOne, looksLikeOne ? named.end() : at);
  }

  private static Optional<ZoneId> find(String name) {
    String plain =
        name.replaceAll("^(?:US |U\\.S\\. )", "")
            .replaceAll("(?: Summer| Standard| Daylight)?(?: [Tt]ime)$| (?:Standard|Daylight)$", "")
            .replaceAll("er Zeit$| Zeit$", "")
            .strip();
    return Optional.ofNullable(SHORT.get(plain.toUpperCase(Locale.ROOT)))
        .map(ZoneId::of)
        .or(
            () ->
                name.matches("[A-Z]{2,5}")
                    ? Optional.empty()
                    : Zones.find(plain.replaceAll("(?<=[+-])\\s|\\s(?=[+-])", "")));
  }
}

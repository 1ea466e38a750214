package dev.peregrine.recipes;

import dev.peregrine.api.About;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.SettingSpec;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a board's name, hosts and settings. */
final class AboutReader {

  static final Set<String> KNOWN =
      Set.of("id", "name", "summary", "homepage", "terms", "hosts", "rate", "settings");

  private AboutReader() {}

  /** The settings that a recipe names itself; {@code base-url} is known from the request. */
  static List<SettingSpec> settings(Map<String, RecipePart> members) {
    var settings = new ArrayList<SettingSpec>();
    Optional.ofNullable(members.get("settings"))
        .map(RecipePart::members)
        .orElse(Map.of())
        .forEach((key, part) -> settings.add(setting(key, part)));
    return settings;
  }

  private static SettingSpec setting(String key, RecipePart part) {
    Map<String, RecipePart> members =
        part.members(Set.of("secret", "text", "help", "required", "initial"));
    String help = Optional.ofNullable(members.get("help")).map(RecipePart::text).orElse("");
    boolean secret = members.containsKey("secret");
    String label = part.need(members, secret ? "secret" : "text", "API key").text();
    Optional<Boolean> required = Optional.ofNullable(members.get("required")).map(RecipePart::flag);
    Optional<String> initial = Optional.ofNullable(members.get("initial")).map(RecipePart::text);
    try {
      return secret
          ? new SettingSpec.Secret(key, label, help, required.orElse(true))
          : new SettingSpec.Text(key, label, help, required.orElse(false), initial);
    } catch (IllegalArgumentException refused) {
      throw part.mistake(bare(refused));
    }
  }

  static About read(
      RecipePart part,
      Map<String, RecipePart> members,
      List<SettingSpec> own,
      List<AddressTemplate> addresses) {
    var settings = new ArrayList<>(own);
    settings.add(SettingSpec.baseUrl(addresses.getFirst().server()));
    try {
      return new About(
          part.need(members, "id", "acme").text(),
          part.need(members, "name", "Acme").text(),
          part.need(members, "summary", "Postings from Acme.").text(),
          hosts(members, addresses),
          Optional.ofNullable(members.get("rate"))
              .flatMap(rate -> Optional.ofNullable(rate.members().get("gap")))
              .map(RecipePart::duration)
              .orElse(Duration.ZERO),
          settings,
          Optional.ofNullable(members.get("homepage")).map(AboutReader::address),
          Optional.ofNullable(members.get("terms")).map(RecipePart::text));
    } catch (IllegalArgumentException refused) {
      throw part.mistake(bare(refused));
    }
  }

  /** Those of the requests, and those that the recipe names. */
  private static Set<String> hosts(
      Map<String, RecipePart> members, List<AddressTemplate> addresses) {
    var hosts = new HashSet<String>();
    addresses.forEach(address -> hosts.add((address.hasFilledHost() ? "*." : "") + address.host()));
    Optional.ofNullable(members.get("hosts")).ifPresent(part -> hosts.addAll(part.texts()));
    return hosts;
  }

  private static URI address(RecipePart part) {
    return HttpCall.address(part.text())
        .orElseThrow(() -> part.wrong("an address such as https://www.example.com"));
  }

  private static String bare(IllegalArgumentException refused) {
    return String.valueOf(refused.getMessage()).replaceFirst("\\.$", "") + ". Correct it";
  }
}

package dev.peregrine.host.config;

import dev.peregrine.host.config.MailServer.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code email.yaml} as it is read: what is not known there is a mistake with its line. */
final class MailReader {

  private static final List<String> KEYS =
      List.of(
          "name",
          "address",
          "enabled",
          "provider",
          "host",
          "port",
          "security",
          "username",
          "auth",
          "folders",
          "sent",
          "read_sent",
          "todo",
          "forwarded",
          "look_back_days");

  private MailReader() {}

  static MailPlan read(YamlPart root) {
    refuseUnknown(root, List.of("accounts", "check", "watch"), "email.yaml");
    var accounts = new ArrayList<MailAccount>();
    root.at("accounts")
        .ifPresent(part -> part.members().forEach((id, member) -> accounts.add(read(id, member))));
    return new MailPlan(
        accounts,
        root.at("check").map(YamlPart::timing).orElse(MailPlan.NONE.check()),
        root.at("watch").map(YamlPart::flag).orElse(true));
  }

  private static void refuseUnknown(YamlPart part, List<String> known, String where) {
    part.members()
        .forEach(
            (key, member) -> {
              if (key.contains("pass") || key.contains("token") || key.contains("secret")) {
                throw member.mistake(
                    "\"%s\" stands in %s for everybody to read. Enter it in the browser, where it is sealed; take this line away"
                        .formatted(key, where));
              }
              if (!known.contains(key)) {
                throw member.mistake(
                    "\"%s\" is not known in %s, expected one of %s. Correct this line"
                        .formatted(key, where, String.join(", ", known)));
              }
            });
  }

  private static MailAccount read(String id, YamlPart part) {
    refuseUnknown(part, KEYS, "account \"" + id + "\"");
    Security security =
        part.at("security").map(each -> one(each, Security::of)).orElse(Security.TLS);
    int port = part.at("port").map(each -> each.whole(1, 65_535)).orElse(security.usualPort());
    String username = needed(part, id, "username");
    try {
      return new MailAccount(
          id,
          text(part, "name").orElse(username),
          text(part, "address").orElse(username),
          part.at("enabled").map(YamlPart::flag).orElse(true),
          text(part, "provider"),
          new MailServer(needed(part, id, "host"), port, security),
          username,
          part.at("auth")
              .map(each -> one(each, MailAccount.Auth::of))
              .orElse(MailAccount.Auth.PASSWORD),
          new MailFolderChoice(
              part.at("folders").map(YamlPart::texts).orElse(List.of()),
              text(part, "sent"),
              part.at("read_sent").map(YamlPart::flag).orElse(true),
              text(part, "todo"),
              text(part, "forwarded")),
          part.at("look_back_days")
              .map(each -> each.whole(1, MailAccount.MOST_DAYS))
              .orElse(MailAccount.USUAL_DAYS));
    } catch (IllegalArgumentException wrong) {
      throw part.mistake(wrong.getMessage() + " Correct this");
    }
  }

  private static Optional<String> text(YamlPart part, String key) {
    return part.at(key).map(YamlPart::text);
  }

  private static String needed(YamlPart part, String id, String key) {
    return text(part, key)
        .orElseThrow(
            () ->
                part.mistake(
                    "account \"%s\" has no %s. Add \"%s: …\" below it".formatted(id, key, key)));
  }

  private static <T> T one(YamlPart part, Function<String, T> reading) {
    try {
      return reading.apply(part.text());
    } catch (IllegalArgumentException wrong) {
      throw part.mistake(wrong.getMessage() + " Correct this line");
    }
  }
}

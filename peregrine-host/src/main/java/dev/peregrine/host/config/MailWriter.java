package dev.peregrine.host.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code email.yaml} as it is written: changed lines only where that can be done, else anew. */
final class MailWriter {

  static final String HEAD =
      """
      # Mailboxes. config/email.yaml.example says what may stand here. Saving in the browser changes only
      # the lines of what you changed there. Passwords and tokens are sealed elsewhere and never here.
      """;

  private MailWriter() {}

  /** The whole file. */
  static String file(MailPlan plan) {
    var lines = new ArrayList<String>();
    var accounts = new ArrayList<String>();
    plan.accounts().forEach(account -> accounts.addAll(whole(account).lines("")));
    lines.addAll(YamlEdit.Entry.block("accounts", accounts).lines(""));
    rest(plan).forEach(entry -> lines.addAll(entry.lines("")));
    return HEAD + "\n" + String.join("\n", lines) + "\n";
  }

  private static List<YamlEdit.Entry> rest(MailPlan plan) {
    return List.of(
        one("check", YamlEdit.scalar(plan.check().text())),
        one("watch", Boolean.toString(plan.watch())));
  }

  private static YamlEdit.Entry whole(MailAccount account) {
    var lines = new ArrayList<String>();
    entries(account).forEach(entry -> lines.addAll(entry.lines("")));
    return YamlEdit.Entry.block(account.id(), lines);
  }

  private static List<YamlEdit.Entry> entries(MailAccount account) {
    MailServer server = account.server();
    MailFolderChoice folders = account.folders();
    return List.of(
        one("name", YamlEdit.scalar(account.name())),
        one("address", YamlEdit.scalar(account.address())),
        one("enabled", Boolean.toString(account.on())),
        maybe("provider", account.provider()),
        one("host", YamlEdit.scalar(server.host())),
        one("port", Integer.toString(server.port())),
        one("security", YamlEdit.scalar(server.security().key())),
        one("username", YamlEdit.scalar(account.username())),
        one("auth", YamlEdit.scalar(account.auth().key())),
        new YamlEdit.Entry(List.of("folders"), YamlEdit.list(folders.chosen())),
        maybe("sent", folders.sent()),
        one("read_sent", Boolean.toString(folders.withSent())),
        maybe("todo", folders.todo()),
        maybe("forwarded", folders.forwarded()),
        one("look_back_days", Integer.toString(account.lookBackDays())));
  }

  private static YamlEdit.Entry one(String key, String value) {
    return new YamlEdit.Entry(List.of(key), List.of(value));
  }

  private static YamlEdit.Entry maybe(String key, Optional<String> value) {
    return new YamlEdit.Entry(List.of(key), value.map(YamlEdit::scalar).stream().toList());
  }

  /** The text with what differs; empty where its style cannot be edited by lines. */
  static Optional<String> changed(YamlFile file, String text, MailPlan before, MailPlan after) {
    Optional<String> edited = Optional.of(text);
    for (MailAccount old : before.accounts()) {
      if (after.find(old.id()).isEmpty()) {
        var gone = new YamlEdit.Entry(List.of(old.id()), List.of());
        edited = edited.flatMap(now -> YamlEdit.at(file, now, List.of("accounts"), List.of(gone)));
      }
    }
    for (MailAccount account : after.accounts()) {
      Optional<MailAccount> old = before.find(account.id());
      if (old.isEmpty()) {
        edited = edited.flatMap(now -> added(file, now, account));
      } else if (!old.get().equals(account)) {
        var entries = new ArrayList<>(entries(account));
        entries.removeAll(entries(old.get()));
        edited =
            edited.flatMap(
                now -> YamlEdit.at(file, now, List.of("accounts", account.id()), entries));
      }
    }
    var rest = new ArrayList<>(rest(after));
    rest.removeAll(rest(before));
    return rest.isEmpty() ? edited : edited.flatMap(now -> YamlEdit.at(file, now, List.of(), rest));
  }

  private static Optional<String> added(YamlFile file, String text, MailAccount account) {
    Optional<String> beside = YamlEdit.at(file, text, List.of("accounts"), List.of(whole(account)));
    return beside.isPresent()
        ? beside
        : YamlEdit.at(
            file,
            text,
            List.of(),
            List.of(YamlEdit.Entry.block("accounts", whole(account).lines(""))));
  }
}

package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/**
 * What is read of a mailbox, as it was chosen.
 *
 * @param sent a name, {@code auto} or {@code none}
 * @param days as typed
 */
record FolderForm(List<String> chosen, String sent, String todo, String forwarded, String days) {

  static final String AUTO = "auto";
  static final String NONE = "none";

  static FolderForm of(MailAccount account) {
    MailFolderChoice now = account.folders();
    return new FolderForm(
        now.chosen(),
        now.withSent() ? now.sent().map(name -> "=" + name).orElse(AUTO) : NONE,
        now.todo().map(name -> "=" + name).orElse(NONE),
        now.forwarded().map(name -> "=" + name).orElse(NONE),
        Integer.toString(account.lookBackDays()));
  }

  static FolderForm typed(Visit visit) {
    return new FolderForm(
        visit.values("folder").stream().filter(name -> !name.isBlank()).distinct().toList(),
        visit.value("sent"),
        visit.value("todo"),
        visit.value("forwarded"),
        visit.value("days"));
  }

  /** What is wrong with the days. */
  Optional<String> error() {
    boolean good =
        days.matches("\\d{1,4}")
            && Integer.parseInt(days) >= 1
            && Integer.parseInt(days) <= MailAccount.MOST_DAYS;
    return good
        ? Optional.empty()
        : Optional.of(t("mailbox.no-days", "typed", days, "most", MailAccount.MOST_DAYS));
  }

  MailAccount applied(MailAccount account) {
    return account
        .withFolders(
            new MailFolderChoice(
                chosen, name(sent), !sent.equals(NONE), name(todo), name(forwarded)))
        .withLookBackDays(Integer.parseInt(days));
  }

  /** Names of folders come with a sign before them: one may be called "none". */
  private static Optional<String> name(String value) {
    return value.startsWith("=") && value.length() > 1
        ? Optional.of(value.substring(1))
        : Optional.empty();
  }
}

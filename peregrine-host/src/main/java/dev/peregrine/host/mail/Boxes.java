package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.Mails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mailboxes and their folders, by the names that the person gave them. */
final class Boxes {

  private final List<MailFolder> folders;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final int accounts;

  Boxes(Mails mails, MailAccounts all) {
    folders = mails.folders();
    List<MailAccount> known = known(all);
    known.forEach(account -> names.put(account.id(), account.name()));
    accounts = known.size();
  }

  /**
   * What is wrong with the file is said where mailboxes are set up; mails can be read meanwhile.
   */
  private static List<MailAccount> known(MailAccounts all) {
    try {
      return all.list();
    } catch (ConfigException broken) {
      return List.of();
    }
  }

  /** Whether there is a mailbox, or mails without one. */
  boolean isSetUp() {
    return accounts > 0 || !folders.isEmpty();
  }

  List<MailFolder> folders() {
    return folders;
  }

  /** The accounts that have folders, and what they are called. */
  Map<String, String> accounts() {
    var all = new LinkedHashMap<String, String>();
    folders.forEach(folder -> all.put(folder.account(), account(folder.account())));
    return all;
  }

  boolean isKnown(String account) {
    return names.containsKey(account);
  }

  String account(String id) {
    return id.equals(MailFolder.FILES) ? t("mail.files") : names.getOrDefault(id, id);
  }

  /** A folder as it is called beside its account. */
  String folder(MailFolder folder) {
    return switch (folder.role()) {
      case INBOX -> t("mail.inbox");
      case FILES -> t("mail.files");
      case SENT, CHOSEN, TODO, FORWARDED -> folder.name();
    };
  }

  /** A folder where it stands alone. */
  String whole(MailFolder folder) {
    return folder.role() == FolderRole.FILES
        ? t("mail.files")
        : t("mail.folder-of", "folder", folder(folder), "account", account(folder.account()));
  }

  String whole(long folder) {
    return folders.stream()
        .filter(each -> each.id() == folder)
        .map(this::whole)
        .findFirst()
        .orElse("");
  }
}

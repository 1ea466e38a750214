package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailFolderChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder or label as the server tells of it.
 *
 * @param name in full, as people read it
 * @param separator between the names of folders within each other; a zero where there are none
 * @param opens whether it can hold mails
 * @param uses what it is for, by RFC 6154, such as {@code \sent}, in small letters
 */
public record ServerFolder(String name, char separator, boolean opens, Set<String> uses) {

  /**
   * What servers call the folder of sent mails that do not say which one it is, likeliest first.
   */
  private static final List<String> SENT =
      List.of(
          "sent",
          "sent mail",
          "sent items",
          "sent messages",
          "sent-mail",
          "gesendet",
          "gesendete elemente",
          "gesendete objekte",
          "gesendete nachrichten",
          "gesendete e-mails",
          "gesendete mails",
          "postausgang gesendet",
          "envoyés",
          "messages envoyés",
          "éléments envoyés",
          "enviados",
          "elementos enviados",
          "inviata",
          "posta inviata",
          "inviati",
          "verzonden",
          "verzonden items",
          "skickat",
          "sendte elementer",
          "wysłane",
          "odeslané",
          "отправленные");

  public ServerFolder {
    uses = Set.copyOf(uses);
  }

  /** The last part of its name. */
  public String leaf() {
    return separator == 0 ? name : name.substring(name.lastIndexOf(separator) + 1);
  }

  /** Whether it is the inbox, whose name is written in any letters. */
  public boolean isInbox() {
    return isInbox(name);
  }

  static boolean isInbox(String name) {
    return name.equalsIgnoreCase("INBOX");
  }

  /** Whether the server says that it is where all, deleted, unwanted or unfinished mails are. */
  public boolean isKeptApart() {
    return uses.contains("\\all")
        || uses.contains("\\trash")
        || uses.contains("\\junk")
        || uses.contains("\\drafts")
        || uses.contains("\\flagged");
  }

  /**
   * The folder of sent mails: the one that the person chose, else the one that the server names,
   * else one that is called so.
   */
  public static Optional<String> sent(List<ServerFolder> folders, MailFolderChoice choice) {
    if (!choice.withSent()) {
      return Optional.empty();
    }
    if (choice.sent().isPresent()) {
      return choice.sent();
    }
    return folders.stream()
        .filter(folder -> folder.opens() && folder.uses().contains("\\sent"))
        .findFirst()
        .or(
            () ->
                folders.stream()
                    .filter(folder -> folder.opens() && folder.rank() >= 0 && !folder.isKeptApart())
                    .min(Comparator.comparingInt(ServerFolder::rank)))
        .map(ServerFolder::name);
  }

  private int rank() {
    return SENT.indexOf(leaf().toLowerCase(Locale.ROOT));
  }
}

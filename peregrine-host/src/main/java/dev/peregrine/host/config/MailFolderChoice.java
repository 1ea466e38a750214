package dev.peregrine.host.config;

import java.util.List;
import java.util.Optional;

/**
 * Which folders of an account are read, by their names on the server. None is a choice, too: then
 * it is the inbox, and the folder of sent mails where one is found.
 *
 * @param chosen folders or labels; never empty, the inbox is called {@code INBOX}
 * @param sent what the person wrote; empty: the one that the server names, or that is called so
 * @param withSent whether what the person wrote is read at all
 * @param todo where the person puts mails about something to do
 * @param forwarded where mails are that the person forwards to themselves from elsewhere
 */
public record MailFolderChoice(
    List<String> chosen,
    Optional<String> sent,
    boolean withSent,
    Optional<String> todo,
    Optional<String> forwarded) {

  /** What is read where nobody chose. */
  public static final MailFolderChoice USUAL =
      new MailFolderChoice(
          List.of("INBOX"), Optional.empty(), true, Optional.empty(), Optional.empty());

  public MailFolderChoice {
    chosen = chosen.isEmpty() ? List.of("INBOX") : List.copyOf(chosen);
  }
}

package dev.peregrine.host.mail;

import java.util.List;

/**
 * Whether what is here adds up to what the servers hold.
 *
 * @param sentence says so for all folders
 * @param missing how many mails are not here that a server holds
 */
record Accounting(String sentence, long missing, List<Folder> folders) {

  /**
   * A folder.
   *
   * @param says what the server holds and what is here
   * @param problem what is missing and what to do; empty for nothing
   * @param account the mailbox that can be read again; empty for none
   * @param parts what was done with its mails; they add up to what is here
   */
  record Folder(
      String name,
      String says,
      String read,
      String problem,
      String account,
      List<MailList.Chip> parts) {}

  boolean isThere() {
    return !folders.isEmpty();
  }

  boolean addsUp() {
    return missing == 0;
  }
}

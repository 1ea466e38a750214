package dev.peregrine.host.mails;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A folder of an account, and how far it was read.
 *
 * @param account the account's name in {@code email.yaml}; {@link #FILES} for what was dropped in
 * @param uidValidity of the numbers below; once the server has another, they mean nothing
 * @param nextUid the first number that was not read yet
 * @param modSeq the state that was seen last, where the server counts them
 * @param held how many messages of the window the server said last that it holds
 * @param synced when it was read to its end last
 */
public record MailFolder(
    long id,
    String account,
    String name,
    FolderRole role,
    long uidValidity,
    long nextUid,
    OptionalLong modSeq,
    long held,
    Optional<Instant> synced) {

  /** The account of mails that came as files or were pasted. */
  public static final String FILES = "files";

  /** This with numbers that begin anew. */
  public MailFolder anew(long newValidity) {
    return new MailFolder(
        id, account, name, role, newValidity, 1, OptionalLong.empty(), held, Optional.empty());
  }

  /** This read up to a number. */
  public MailFolder upTo(long newNext) {
    return new MailFolder(
        id,
        account,
        name,
        role,
        uidValidity,
        Math.max(nextUid, newNext),
        modSeq,
        held,
        Optional.empty());
  }

  /** This with what the server said that it holds. */
  public MailFolder holding(long newHeld) {
    return new MailFolder(
        id, account, name, role, uidValidity, nextUid, modSeq, newHeld, Optional.empty());
  }

  /** This read to its end. */
  public MailFolder done(OptionalLong newModSeq, Instant now) {
    return new MailFolder(
        id, account, name, role, uidValidity, nextUid, newModSeq, held, Optional.of(now));
  }
}

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
}

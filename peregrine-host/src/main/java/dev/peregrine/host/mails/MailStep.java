package dev.peregrine.host.mails;

import java.util.List;

/**
 * Something that is found out of mails, or done with them, after they are kept: which conversation
 * and application they belong to, what they mean, what follows. Runs inside the tenant whose mails
 * they are, in the language of who caused it.
 *
 * <p>Each part of the program adds its own to {@link Arrivals}; the order is that of {@link Turn}.
 */
public interface MailStep {

  /** When a step has its turn. A later one sees what the earlier ones noted. */
  enum Turn {
    /** Which mails make one conversation. */
    THREAD,
    /** What they mean. */
    LABEL,
    /** Which application they belong to. */
    MATCH,
    /** What follows: last contact, proposed rounds, leads, digests, reminders. */
    FOLLOW
  }

  /** When it runs. */
  Turn turn();

  /**
   * Looks at mails. May see the same mail again, after a correction or a new classifier: it must
   * not do twice what it did once.
   *
   * @param mails ids, the oldest first
   */
  void over(List<Long> mails) throws InterruptedException;
}

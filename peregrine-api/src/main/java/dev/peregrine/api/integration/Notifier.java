package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionException;

/**
 * Tells the person something where they look anyway: a chat, a phone, a mailbox, a webhook. Plugins
 * implement it; the host decides what is worth telling and when, collects floods into one notice,
 * and keeps what could not be sent.
 *
 * <p><b>Threads:</b> as {@link Integration}; the notices of one tenant come one after the other, in
 * their order.
 *
 * <p><b>Failure:</b> as {@link Integration}; after {@code RATE_LIMITED} and {@code UNAVAILABLE} the
 * same notice comes again, later and later, and those behind it wait.
 *
 * <p><b>Limits:</b> as the descriptor declares; 30 s a notice.
 *
 * @since 0.1
 */
public non-sealed interface Notifier extends Integration {

  @Override
  IntegrationDescriptor.ForNotifier descriptor();

  /**
   * Sends a notice. It returns once the service accepted it. A notice may come again when the
   * answer was lost; pass {@link Notice#id} on to services that drop what they have already.
   */
  void send(Notice notice, IntegrationContext context)
      throws ExtensionException, InterruptedException;
}

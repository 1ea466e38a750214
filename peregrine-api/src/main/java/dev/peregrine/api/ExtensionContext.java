package dev.peregrine.api;

import java.time.InstantSource;

/**
 * What the host lends an extension for one call. Everything that differs from one tenant to the
 * next arrives here; keep none of it beyond the call. The host implements it and its kin.
 *
 * <p><b>Threads:</b> may be used from any thread that the extension starts and ends within the
 * call.
 *
 * <p><b>Cancellation:</b> the host interrupts the calling thread when the person stops the work or
 * the time is over. Everything here that waits then throws {@link InterruptedException}; a loop
 * that only computes asks {@link Thread#interrupted()} now and then.
 *
 * @since 0.1
 */
public interface ExtensionContext {

  /** The tenant's values of the settings that the descriptor declares. */
  Settings settings();

  /** Calls to the hosts that the descriptor names. */
  Http http();

  /** The time. Extensions read no other clock, so that tests can set it. */
  InstantSource clock();

  /**
   * A log that names the extension and the tenant. Secrets that the settings hold are masked, but
   * do not rely on it.
   */
  System.Logger log();

  /**
   * JSON that stands inside another answer: in a script of a page, in a string of other JSON. It is
   * read leniently, with single quotes, control characters and commas too many; around it comments
   * and {@code CDATA} are dropped. {@linkplain Json#isPresent() Not present} where it is none.
   */
  Json json(String text);

  /** HTML that stands inside another answer, read as leniently as browsers do. */
  Markup html(String text);

  /** Tells the person how far the call is. */
  Progress progress();
}

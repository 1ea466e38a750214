package dev.peregrine.api.integration;

import dev.peregrine.api.ExtensionException;

/**
 * Connects Peregrine with another service of the person. Plugins implement one of the four kinds,
 * never this type alone, and provide it as a service of this type.
 *
 * <p>An integration tells the other side what the person decided and never decides by itself: what
 * it reads there is proposed to the person, and nothing it does moves a posting to another stage.
 *
 * <p><b>Threads:</b> one instance serves all tenants and is called from many virtual threads at
 * once, for one tenant one call at a time. Keep no state; what has to outlast a call goes into the
 * context's {@link StateStore}.
 *
 * <p><b>Failure:</b> {@code BAD_SETTINGS}: a token is refused or revoked, a target is gone; the
 * person is told once and the integration rests until its settings change. {@code REFUSED}: rests
 * until the next day or until the person says so. {@code RATE_LIMITED}, {@code UNAVAILABLE}: tried
 * again later with what is left. {@code CHANGED_REMOTE}: marked broken. {@code UNSUPPORTED}: the
 * host does not ask again. Anything else thrown is reported as a bug of the plugin. What was
 * reported as done before the failure counts as done.
 *
 * <p><b>Limits:</b> 30 s for {@link #test} and for lists of targets and calendars; 10 min for
 * everything else as long as something is reported as done or progress is told within 60 s; then
 * interrupted. The constructor and {@link #descriptor} return within 2 s and call nothing.
 *
 * @since 0.1
 */
public sealed interface Integration permits Tracker, DocumentStore, Calendar, Notifier {

  /** What this integration is and can do: a constant. */
  IntegrationDescriptor descriptor();

  /**
   * Tries whether the settings work, before they are saved and whenever the person asks. Changes
   * nothing on the other side; only a notifier whose service offers no other way may send a message
   * that says that it is a test, and its descriptor tells so.
   *
   * @return one sentence for the person about what was reached, such as {@code Workspace "Home", 3
   *     databases.}
   */
  String test(IntegrationContext context) throws ExtensionException, InterruptedException;
}

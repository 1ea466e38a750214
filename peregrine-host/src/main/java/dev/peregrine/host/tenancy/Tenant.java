package dev.peregrine.host.tenancy;

import dev.peregrine.host.texts.Language;
import dev.peregrine.host.texts.LastLanguage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Whose data is meant. Bound once per request, task or command; everything below asks {@link
 * #current()}. A binding does not cross to another thread by itself: {@link #carry} does that. Work
 * for which no language was chosen speaks the one in which the person read pages last.
 *
 * @param id unique; names the tenant in events and logs
 * @param home the folder with the tenant's {@code data/} and {@code config/}
 * @param isGuest whether the machine is somebody else's, so that they are told no place on it
 */
public record Tenant(String id, Path home, boolean isGuest) {

  private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

  /** Somebody on a machine of their own. */
  public Tenant(String id, Path home) {
    this(id, home, false);
  }

  /** The same tenant is who has the same id and home, whatever they may be told. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tenant(String otherId, Path otherHome, boolean _)
        && id.equals(otherId)
        && home.equals(otherHome);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, home);
  }

  /** A text as this tenant may read it: to a guest no place on the machine is named. */
  public String told(String text) {
    if (!isGuest) {
      return text;
    }
    String all = home.toString();
    String within = text.replace(all + home.getFileSystem().getSeparator(), "").replace(all, "…");
    return Optional.ofNullable(home.getParent())
        .map(Path::getParent)
        .filter(common -> common.getNameCount() > 0)
        .map(common -> within.replace(common.toString(), "…"))
        .orElse(within);
  }

  /** The tenant of this thread's work; asking where none is bound is a bug. */
  public static Tenant current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException(
          "No tenant is bound to thread \"%s\".".formatted(Thread.currentThread().getName()));
    }
    return CURRENT.get();
  }

  /** The tenant of this thread's work; empty for what belongs to nobody, such as a start. */
  public static Optional<Tenant> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Runs work for this tenant. */
  public void run(Runnable work) {
    boolean _ =
        calling(
            () -> {
              work.run();
              return true;
            });
  }

  /** Runs work for this tenant and gives its result. */
  public <T> T call(Callable<T> work) throws Exception {
    ScopedValue.CallableOp<T, Exception> bound =
        () -> ScopedValue.where(CURRENT, this).call(work::call);
    return Language.isChosen() ? bound.call() : language().call(bound::call);
  }

  /** Runs work that throws nothing checked for this tenant and gives its result. */
  public <T> T calling(ScopedValue.CallableOp<T, RuntimeException> work) {
    ScopedValue.CallableOp<T, RuntimeException> bound =
        () -> ScopedValue.where(CURRENT, this).<T, RuntimeException>call(work);
    return Language.isChosen() ? bound.call() : language().calling(bound);
  }

  /** The same work for the current tenant, wherever it will run. */
  public static Runnable carry(Runnable work) {
    Tenant tenant = current();
    return () -> tenant.run(work);
  }

  private Language language() {
    return LastLanguage.of(config());
  }

  /** Where the tenant's configuration files are. */
  public Path config() {
    return home.resolve("config");
  }

  /** Where the tenant's database and documents are. */
  public Path data() {
    return home.resolve("data");
  }
}

package dev.peregrine.host.plugins;

import dev.peregrine.api.ExtensionException;
import org.jspecify.annotations.Nullable;

/** What to do with an extension in one time-boxed call. */
@FunctionalInterface
public interface ExtensionCall<T, R extends @Nullable Object> {

  R with(T extension) throws ExtensionException, InterruptedException;
}

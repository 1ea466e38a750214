package dev.peregrine.host.tasks;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.shares.OverShareException;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.LockedException;
import dev.peregrine.host.tenancy.Tenant;
import java.util.Optional;

/** What a person is told of a failure. A stack trace is for the log. */
final class FailureText {

  private static final int LONGEST = 1_000;

  private FailureText() {}

  /** Whether its message was written for a person. */
  static boolean isForPeople(Throwable failure) {
    return failure instanceof TaskFailedException
        || failure instanceof ExtensionException
        || failure instanceof LockedException
        || failure instanceof OverShareException
        || failure instanceof StorageException;
  }

  static String of(Throwable failure) {
    Optional<Tenant> tenant = Tenant.find();
    if (tenant.isPresent() && failure instanceof StorageException storage) {
      return storage.told(tenant.get());
    }
    String whole = failure.getMessage() == null ? "" : failure.getMessage().strip();
    String message = tenant.map(known -> known.told(whole)).orElse(whole);
    String text =
        isForPeople(failure) && !message.isEmpty()
            ? message
            : "Something went wrong inside Peregrine: %s%s. The log has the details."
                .formatted(
                    failure.getClass().getSimpleName(), message.isEmpty() ? "" : ", " + message);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}

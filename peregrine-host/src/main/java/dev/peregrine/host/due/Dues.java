package dev.peregrine.host.due;

import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows when something is due for those who are away, and has them fetched then; also after a
 * restart or a crash, and without opening anybody's database.
 *
 * <p><b>Threads:</b> any; nobody waits for a file or a server here. <b>Failure:</b> nothing is
 * thrown: a moment that cannot be noted now is noted later, or said in the log.
 */
public interface Dues extends AutoCloseable {

  /** From now on whoever is due is fetched. */
  void begin();

  /** The program stops: nobody is fetched any more, and who leaves is still noted. */
  void rest();

  /** Somebody came, so that their moment is not known until they leave. */
  void arrived(Tenant tenant);

  /**
   * Somebody leaves.
   *
   * @param next when something is due for them; empty where nothing recurs
   */
  void left(Tenant tenant, Optional<Instant> next);

  @Override
  void close();
}

package dev.peregrine.host.boot;

import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.TenantResolver;
import dev.peregrine.host.web.WebOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Everything in which one person's own Peregrine, the demo and the cloud differ. The wiring asks
 * it; nothing that is wired knows which one it is.
 */
interface Mode extends AutoCloseable {

  /**
   * The one that the environment asks for.
   *
   * @throws UsageException where it does not say enough for that
   */
  static Mode of(Installation installation) {
    if (CloudSettings.isAskedFor(installation.environment())) {
      return new CloudMode(installation, CloudSettings.of(installation.environment()));
    }
    installation
        .tenant()
        .ifPresent(
            named -> {
              throw new UsageException(
                  "--tenant \"%s\": this Peregrine is one person's own, so leave it out; or set CLOUD_MODE=true as its server does."
                      .formatted(named));
            });
    return new LocalMode(installation);
  }

  /** Whose Peregrine it is, where it is one person's own. */
  Optional<Tenant> always();

  /**
   * For whom a command on the command line works.
   *
   * @throws UsageException where it did not say so
   */
  Tenant ofCommands();

  /**
   * How browsers reach it.
   *
   * @param port that was asked for on the command line
   */
  WebOptions web(OptionalInt port);

  /**
   * Says whose request it is, and has them arrive.
   *
   * @param programs whether a text opens something of the current tenant without a session: a token
   *     of a program, or the path of their calendar's feed
   */
  TenantResolver resolver(Tenants tenants, Predicate<String> programs);

  /** How the databases of tenants are written. */
  default FileFormat files() {
    return FileFormat.plain();
  }

  /** What it is of several nodes. */
  default Optional<Cluster> cluster() {
    return Optional.empty();
  }

  /** What is there beside it for those whom somebody hosts. */
  default Optional<Hosted> hosted() {
    return Optional.empty();
  }

  /** Wires what belongs to the mode to who comes and goes; before anything else that is. */
  default void join(Jobs jobs, Tasks tasks, Databases databases, Tenants tenants, Live live) {}

  /** Says which tier a tenant has where no licence does. */
  TierSource tiers();

  /** Who is called, and how. */
  OutgoingOptions outgoing();

  /** What keeps people from the machine, where it is not theirs. */
  Walls walls();

  /** How much each tenant may have of what all share. */
  default Shares shares() {
    return Shares.NONE;
  }

  /** Whether language models are asked. */
  default boolean asksModels() {
    return true;
  }

  /** Pages that are nowhere else, and what is shut here. */
  default List<Routes> routes() {
    return List.of();
  }

  /**
   * After how long somebody who is here and does nothing is looked after less often: with many of
   * them that takes more than all who do something.
   */
  default Duration quietAfter() {
    return Duration.ofMinutes(2);
  }

  /**
   * Learns whose databases are to be kept elsewhere, too, after all else that is done for whoever
   * leaves. Before anything is opened.
   */
  default void keep(Databases databases, Tenants tenants) {}

  /** The program ends, and databases are still open; what is said twice is done once. */
  default void settle() {}

  /** The program begins to stay: who is always here arrives. */
  void begin(Rota rota);

  /** The program begins to stop; everything is still open. */
  default void stopping() {}

  @Override
  void close();
}

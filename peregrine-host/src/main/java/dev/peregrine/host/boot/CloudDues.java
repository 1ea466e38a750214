package dev.peregrine.host.boot;

import dev.peregrine.host.due.DueFiles;
import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.due.DueRules;
import dev.peregrine.host.due.Dues;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where it is noted when something is due for whom: in rows where nodes share people, and in their
 * own files where one program has them all.
 *
 * @param everybody has something done for each who was ever here
 * @param idle after how long somebody who does nothing leaves
 */
record CloudDues(InstantSource clock, Consumer<Consumer<Tenant>> everybody, Duration idle) {

  Dues of(Optional<Hosted> hosted, Optional<Cluster> cluster, Tenants tenants) {
    return hosted
        .flatMap(platform -> cluster.map(nodes -> rows(platform, nodes)))
        .orElseGet(() -> files(hosted, tenants));
  }

  private Dues rows(Hosted platform, Cluster cluster) {
    return new DueRows(
        platform.database(),
        UUID.randomUUID().toString(),
        DueRules.usual(idle),
        cluster,
        platform.erasures()::hasBegun,
        everybody,
        clock);
  }

  private Dues files(Optional<Hosted> hosted, Tenants tenants) {
    return new DueFiles(
        everybody,
        tenant -> {
          // Nothing of whoever is being deleted is opened any more.
          if (hosted.filter(known -> known.erasures().isGoing(tenant.id())).isEmpty()) {
            tenants.arrive(tenant);
          }
        },
        clock,
        new SecureRandom());
  }
}

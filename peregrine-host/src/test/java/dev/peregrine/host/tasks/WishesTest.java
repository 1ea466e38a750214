package dev.peregrine.host.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WishesTest {

  private final Wishes wishes = new Wishes();
  private final Tenant tenant = new Tenant("t", Path.of("unused"));

  @Test
  void aWishThatComesWhileATaskEndsMakesAnotherTask() {
    var lives = new AtomicBoolean(true);
    var made = new AtomicInteger();
    tenant.run(wishes::begin);
    tenant.run(
        () ->
            wishes.want(
                () -> {
                  if (lives.get()) {
                    return false;
                  }
                  made.incrementAndGet();
                  return true;
                }));
    assertThat(made).hasValue(0);
    lives.set(false);
    SearchHome.eventually(() -> made.get() == 1);
  }

  @Test
  void aWishThatComesWhileATaskWorksIsSeenByIt() throws Exception {
    tenant.run(wishes::begin);
    assertThat(tenant.call(wishes::again)).isFalse();
    tenant.run(() -> wishes.want(() -> false));
    assertThat(tenant.call(wishes::again)).isTrue();
    tenant.run(wishes::begin);
    assertThat(tenant.call(wishes::again)).isFalse();
  }

  @Test
  void oneTenantsWishIsNotAnothers() throws Exception {
    tenant.run(() -> wishes.want(() -> true));
    assertThat(new Tenant("u", Path.of("unused")).call(wishes::again)).isFalse();
  }
}

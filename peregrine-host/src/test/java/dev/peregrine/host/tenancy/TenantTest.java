package dev.peregrine.host.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class TenantTest {

  private static final Tenant ANN = new Tenant("ann", Path.of("ann"));
  private static final Tenant BOB = new Tenant("bob", Path.of("bob"));

  @Test
  void aGuestIsToldNoPlaceOfTheMachineAndStaysTheSameTenant() {
    var home = Path.of("/srv/people/ada/peregrine");
    var guest = new Tenant("ada", home, true);
    String said =
        "\"/srv/people/ada/peregrine/data/x\" in \"/srv/people/ada/peregrine\", \"/srv/people\"";
    assertThat(guest.told(said)).isEqualTo("\"data/x\" in \"…\", \"…\"");
    assertThat(new Tenant("ada", home).told(said)).isEqualTo(said);
    assertThat(guest).isEqualTo(new Tenant("ada", home)).hasSameHashCodeAs(new Tenant("ada", home));
    assertThat(guest).isNotEqualTo(new Tenant("bob", home, true));
  }

  @Test
  void isKnownWithinItsWorkAndNowhereElse() throws Exception {
    assertThat(ANN.call(() -> Tenant.current().id())).isEqualTo("ann");
    assertThatThrownBy(Tenant::current)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No tenant is bound");
  }

  @Test
  void theInnerTenantHoldsUntilItsWorkIsOver() throws Exception {
    String seen = ANN.call(() -> BOB.call(() -> Tenant.current().id()) + Tenant.current().id());
    assertThat(seen).isEqualTo("bobann");
  }

  @Test
  void doesNotCrossToAnotherThreadByItselfButIsCarriedThere() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var carried = new CompletableFuture<String>();
      boolean bare =
          ANN.call(
              () -> {
                threads.execute(Tenant.carry(() -> carried.complete(Tenant.current().id())));
                return threads.submit(TenantTest::isBound).get();
              });
      assertThat(bare).isFalse();
      assertThat(carried.get()).isEqualTo("ann");
    }
  }

  private static boolean isBound() {
    try {
      Tenant.current();
      return true;
    } catch (IllegalStateException none) {
      return false;
    }
  }
}

package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallLedgerTest {

  private final CallLedger ledger = new CallLedger(10);

  private void calls(String tenant, int many) {
    for (int at = 0; at < many; at++) {
      ledger.add(
          new CallLedger.Entry(
              Instant.EPOCH.plusSeconds(at), "board/test", tenant, "GET", "h" + at, 200, 1, 1));
    }
  }

  @Test
  void whoCallsMuchPushesNobodyElsesLinesOut() {
    calls("quiet", 3);
    calls("noisy", 400);
    assertThat(ledger.of("quiet"))
        .extracting(CallLedger.Entry::host)
        .containsExactly("h2", "h1", "h0");
    assertThat(ledger.of("noisy")).hasSize(10).first().extracting("host").isEqualTo("h399");
    ledger.forget("noisy");
    assertThat(ledger.of("noisy")).isEmpty();
    assertThat(ledger.of("quiet")).hasSize(3);
  }

  @Test
  void thousandsOfTenantsAreNotRememberedForEverThoseOfLateAre() {
    for (int at = 0; at < 5_000; at++) {
      calls("t" + at, 10);
    }
    assertThat(ledger.of("t0")).isEmpty();
    assertThat(ledger.of("t4999")).hasSize(10);
    assertThat(ledger.of("t4950")).hasSize(10);
    assertThat(ledger.of("t4949")).isEmpty();
  }
}

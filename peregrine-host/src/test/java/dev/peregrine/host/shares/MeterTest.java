package dev.peregrine.host.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {

  @TempDir private Path folder;
  private TestHome home;
  private Meter meter;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    meter = new Meter(home.databases(), home.clock());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private long today(Meter asked, Counted what) {
    return home.tenant().calling(() -> asked.today(what));
  }

  private void add(Counted what, long more) {
    home.run(() -> meter.add(what, more));
  }

  @Test
  void whatWasHadIsKnownToTheNextProgram() {
    add(Counted.MODEL_TOKENS, 700);
    add(Counted.MODEL_TOKENS, 70);
    for (int at = 0; at < 45; at++) {
      add(Counted.BOARD_CALLS, 1);
    }
    assertThat(today(meter, Counted.BOARD_CALLS)).isEqualTo(45);
    var killed = new Meter(home.databases(), home.clock());
    assertThat(today(killed, Counted.MODEL_TOKENS)).isEqualTo(770);
    assertThat(today(killed, Counted.BOARD_CALLS)).as("a few are written late").isEqualTo(40);
    meter.close();
    assertThat(today(new Meter(home.databases(), home.clock()), Counted.BOARD_CALLS)).isEqualTo(45);
  }

  @Test
  void itBeginsAnewAtMidnightInUtc() {
    add(Counted.MODEL_TOKENS, 700);
    assertThat(meter.untilTomorrow()).isEqualTo(Duration.ofHours(14));
    home.pass(meter.untilTomorrow().minusSeconds(1));
    assertThat(today(meter, Counted.MODEL_TOKENS)).isEqualTo(700);
    home.pass(Duration.ofSeconds(1));
    assertThat(today(meter, Counted.MODEL_TOKENS)).isZero();
    add(Counted.MODEL_TOKENS, 5);
    assertThat(today(meter, Counted.MODEL_TOKENS)).isEqualTo(5);
  }

  @Test
  void eachTenantHasTheirOwn() {
    add(Counted.MODEL_TOKENS, 700);
    var other = new Tenant("other", folder.resolve("other"));
    assertThat(other.<Long>calling(() -> meter.today(Counted.MODEL_TOKENS))).isZero();
  }
}

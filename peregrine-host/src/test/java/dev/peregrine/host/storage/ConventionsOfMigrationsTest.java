package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no compiler sees before a person starts the program. */
class ConventionsOfMigrationsTest {

  @Test
  void theirNumbersBeginAtOneAndLeaveNoGap() {
    assertThat(MigrationFiles.all()).isNotEmpty();
  }
}

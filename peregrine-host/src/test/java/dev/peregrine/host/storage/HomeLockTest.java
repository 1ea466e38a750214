package dev.peregrine.host.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeLockTest {

  @TempDir Path folder;

  @Test
  void aSecondPeregrineIsToldWhoHasTheFolder() {
    try (var first = HomeLock.take(folder)) {
      assertThatThrownBy(() -> HomeLock.take(folder))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("Another Peregrine already runs on \"" + folder + "\" (process ")
          .hasMessageContaining("--home");
    }
  }

  @Test
  void theFolderIsFreeOnceTheFirstHasEnded() {
    HomeLock.take(folder).close();
    HomeLock.take(folder).close();
  }
}

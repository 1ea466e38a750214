package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The same with every plugin that comes with the program. */
final class DemoPressIT extends DemoPressTest {

  @Override
  Path install() {
    Path built =
        Path.of(System.getProperty("peregrine.built", Path.of("target", "peregrine").toString()))
            .toAbsolutePath();
    assertThat(built.resolve("plugins")).isNotEmptyDirectory();
    return built;
  }
}

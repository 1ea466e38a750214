package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Starts the pages over invented jobs, to look at them while working on them: {@code PreviewServer
 * [port] [empty]}.
 */
public final class PreviewServer {

  private PreviewServer() {}

  public static void main(String[] arguments) throws Exception {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8599;
    Path home = Files.createTempDirectory("preview");
    var world = new World(home, port, InstantSource.fixed(World.NOW));
    if (arguments.length < 2) {
      fill(world);
    }
    System.out.println("http://localhost:" + world.port());
    Thread.currentThread().join();
  }

  static void fill(World world) throws Exception {
    fillAround(world, world.seed());
  }

  /** A search profile, a résumé, an approved job and a plugin that waits. */
  static void fillAround(World world, List<Long> ids) throws Exception {
    world.as(
        () -> {
          world.profiles.save(
              dev.peregrine.host.config.SearchProfile.of(
                      "Product designer, Berlin", List.of("Product designer"), List.of("Berlin"))
                  .withBoards(List.of("village", "wall", "brook")));
          world.jobs.store(List.of(Postings.elsewhere()));
          world.resumes.save("Product designer with design systems and user research", "mara.pdf");
          world.jobs.move(
              List.of(ids.get(5)),
              dev.peregrine.host.pipeline.Stage.APPROVED,
              java.util.Optional.empty());
          dev.peregrine.host.discovery.PastReads.fill(world.databases, World.NOW);
          return true;
        });
    waitingPlugin(world);
  }

  private static void waitingPlugin(World world) throws IOException {
    World.boardJar(
        world.dropFolder.resolve("board-gemeindejobs-1.2.0.jar"), "board-gemeindejobs", "1.2.0");
    world.plugins.rescan();
  }
}

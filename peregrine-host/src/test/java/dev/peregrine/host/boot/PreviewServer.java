package dev.peregrine.host.boot;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.practice.Asked;
import dev.peregrine.host.practice.Criterion;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.practice.Rating;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan;
import dev.peregrine.host.practice.Theme;
import dev.peregrine.host.practice.Turn;
import dev.peregrine.host.rounds.RoundKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
      signal(world);
    }
    System.out.println("http://localhost:" + world.port());
    Thread.currentThread().join();
  }

  static void fill(World world) throws Exception {
    fillAround(world, world.seed());
  }

  /** Applications with mails that wait. */
  private static void signal(World world) throws Exception {
    List<Long> ids =
        world.as(
            () ->
                world.jobs.pursued().at(List.of(Stage.PENDING)).stream()
                    .map(each -> each.job())
                    .limit(4)
                    .toList());
    world.as(() -> world.jobs.move(ids, Stage.APPLIED, Optional.empty()));
    world.as(() -> world.jobs.move(ids.subList(1, 3), Stage.PHONE_SCREEN, Optional.empty()));
    IncomingMail.signals(world, ids.get(0));
    IncomingMail.signals(world, ids.get(1));
    IncomingMail.of(
            dev.peregrine.api.mail.MailLabel.REJECTED,
            "Your application",
            "We have chosen somebody else this time.")
        .come(world, ids.get(2));
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
          practised(world, ids.get(5));
          dev.peregrine.host.discovery.PastReads.fill(world.databases, World.NOW);
          return true;
        });
    waitingPlugin(world);
  }

  /** One answer that went badly, and the next question. */
  private static void practised(World world, long job) {
    Practice practice = world.afterApplying.rehearsal().practice();
    var plan =
        new SessionPlan(
            RoundKind.HIRING_MANAGER, Locale.ENGLISH, SessionPlan.Asker.BANK, 5, true, false);
    Session session = practice.begin(job, plan);
    practice.ask(session.id(), new Asked("", Theme.CRAFT, "", "What was hard about it?"), "desk");
    Turn turn = practice.find(session.id()).flatMap(Session::last).orElseThrow();
    practice.answer(turn.id(), turn.version(), "We found it hard.", Duration.ofSeconds(40));
    practice.rate(
        turn.id(),
        new Rating(
            Rating.By.MODEL,
            "desk",
            Stream.of(Criterion.values())
                .map(one -> new Rating.Point(one, 2, "Say what you did.", "We found"))
                .toList(),
            "Begin with the case."));
    practice.ask(session.id(), new Asked("", Theme.CRAFT, "", "And what came of it?"), "desk");
  }

  private static void waitingPlugin(World world) throws IOException {
    World.boardJar(
        world.dropFolder.resolve("board-gemeindejobs-1.2.0.jar"), "board-gemeindejobs", "1.2.0");
    world.plugins.rescan();
  }
}

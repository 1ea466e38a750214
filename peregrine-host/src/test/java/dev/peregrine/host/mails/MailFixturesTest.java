package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Mails of others, where they are at hand: each comes in whole and has its line. */
class MailFixturesTest {

  @TempDir Path home;

  @TestFactory
  Stream<DynamicTest> everyMailOfTheFixturesIsReadAndListed() throws Exception {
    Path folder = fixtures();
    if (folder == null) {
      return Stream.of(
          DynamicTest.dynamicTest("fixtures are not here: nothing was checked", () -> {}));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml") || file.toString().endsWith(".jsonl"))
          .sorted()
          .toList()
          .stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      String.valueOf(file.getFileName()),
                      () -> {
                        if (file.toString().endsWith(".eml")) {
                          mail(file);
                        } else {
                          written(file);
                        }
                      }));
    }
  }

  private void mail(Path file) throws Exception {
    try (var world = new TestHome(home.resolve("eml-" + file.getFileName()))) {
      Mails mails = mails(world);
      MailFiles files = files(world, mails);
      MailFiles.Taken taken;
      try (InputStream bytes = Files.newInputStream(file)) {
        taken = world.tenant().call(() -> files.take(bytes, read -> {}));
      }
      assertThat(taken.ids()).hasSize(1);
      assertThat(taken.unreadable()).isZero();
      Mail kept = world.with(() -> mails.findById(taken.ids().getFirst()).orElseThrow());
      assertThat(kept.subject()).isNotBlank();
      assertThat(kept.message().text()).isNotBlank();
      assertThat(kept.from()).isPresent();
      assertThat(kept.troubles()).doesNotContain(Trouble.UNREADABLE);
    }
  }

  private void written(Path file) throws Exception {
    try (var world = new TestHome(home.resolve("written"))) {
      Mails mails = mails(world);
      MailFiles files = files(world, mails);
      List<String> lines = Files.readAllLines(file);
      for (String line : lines) {
        var mail = JsonMapper.shared().readTree(line);
        world
            .tenant()
            .call(
                () ->
                    files.paste(
                        "",
                        mail.path("subject").asString(),
                        Optional.empty(),
                        mail.path("body").asString()));
      }
      List<MailRow> rows = world.with(() -> mails.page(MailFilter.HELD, Optional.empty(), 10_000));
      assertThat(rows).hasSize((int) lines.stream().distinct().count());
    }
  }

  private static Mails mails(TestHome world) {
    return new Mails(world.databases(), new Live(), world.clock());
  }

  private static MailFiles files(TestHome world, Mails mails) {
    return new MailFiles(mails, new MailReading(world.clock()), new Arrivals(mails));
  }

  private static @Nullable Path fixtures() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("fixtures").resolve("mail");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return null;
  }
}

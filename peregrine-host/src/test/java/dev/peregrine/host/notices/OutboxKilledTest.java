package dev.peregrine.host.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is lost however often the program is killed. {@code -Doutbox.notices=10000
 * -Doutbox.kills=10} is the figure of docs/benchmarks.md.
 */
class OutboxKilledTest {

  private static final int NOTICES = Integer.getInteger("outbox.notices", 400);
  private static final int KILLS = Integer.getInteger("outbox.kills", 3);
  private static final List<String> TARGETS = List.of("phone", "chat", "webhook");

  @TempDir Path folder;

  @Test
  void killedAtAnyMomentEachTargetIsToldEverythingInOrder() throws Exception {
    var random = new Random(NOTICES);
    // At moments that nobody chose: some while little was sent, some while nearly all was.
    List<Integer> moments =
        IntStream.generate(() -> random.nextInt(NOTICES)).limit(KILLS).sorted().boxed().toList();
    long began = System.nanoTime();
    for (int moment : moments) {
      killAfter(moment);
    }
    Process last = child();
    assertThat(last.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(folder.resolve("done")).exists();

    int twice = 0;
    for (String target : TARGETS) {
      List<String> told = Files.readAllLines(folder.resolve(target + ".told"));
      List<String> once = withoutRepeats(told);
      twice += told.size() - once.size();
      assertThat(once)
          .as(target)
          .isEqualTo(IntStream.range(0, NOTICES).mapToObj(i -> "n" + i).toList());
    }
    assertThat(twice).as("told twice").isLessThanOrEqualTo(KILLS * TARGETS.size());
    System.getLogger(getClass().getName())
        .log(
            System.Logger.Level.INFO,
            "%,d notices to %d targets over %d kills: none lost, %d told twice, %d s"
                .formatted(
                    NOTICES,
                    TARGETS.size(),
                    KILLS,
                    twice,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)));
  }

  /** What was sent and not yet noted comes again at once, before anything else. */
  private static List<String> withoutRepeats(List<String> told) {
    var once = new ArrayList<String>();
    for (String id : told) {
      if (once.isEmpty() || !once.getLast().equals(id)) {
        once.add(id);
      }
    }
    return once;
  }

  private void killAfter(int moment) throws Exception {
    Process child = child();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (told() <= moment && child.isAlive()) {
      assertThat(System.nanoTime()).as("the child sends").isLessThan(end);
      Thread.sleep(1);
    }
    // SIGKILL: nothing of the child runs after it.
    assertThat(child.destroyForcibly().waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private long told() throws IOException {
    Path file = folder.resolve("chat.told");
    return Files.exists(file) ? Files.size(file) / 5 : 0;
  }

  private Process child() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    String modules = System.getProperty("jdk.module.path", "");
    if (!modules.isEmpty()) {
      command.addAll(List.of("--module-path", modules, "--add-modules", "peregrine.api"));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            OutboxChild.class.getName(),
            folder.toString(),
            Integer.toString(NOTICES),
            String.join(",", TARGETS)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.log").toFile())
        .start();
  }
}

package dev.peregrine.host.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.Eventually;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchAgainTest {

  @TempDir Path folder;
  private MatchingHome home;
  private Tasks tasks;

  @BeforeEach
  void open() {
    home = new MatchingHome(folder);
    tasks = new Tasks(home.home.databases(), new Live(), home.home.clock(), Map.of());
    home.jobs.listen(new MatchAgain(home.matching, tasks));
  }

  @AfterEach
  void close() {
    tasks.close();
    home.close();
  }

  private Task ended() {
    return Eventually.get(
        () ->
            home.in(() -> tasks.recent(1)).stream()
                .filter(task -> !task.state().isLive())
                .findFirst());
  }

  @Test
  void applyingFindsTheMailsThatCameBeforeAndTakingItBackLetsThemGo() {
    long job = home.posting("Werft Süd AG", "Welder", "https://werft-sued.example/1");
    long mail = home.from("Uwe Tam", "tam@werft-sued.example").comes("Hello", "Send us more.");

    home.apply(job);
    Task task = ended();

    assertThat(task.state()).as(task.error()).isEqualTo(TaskState.COMPLETED);
    assertThat(home.belongs(mail)).isEqualTo(job + " sender");

    home.in(() -> home.jobs.undo());
    Eventually.get(() -> Optional.of(home.in(() -> home.contacts.log(job))).filter(List::isEmpty));
    assertThat(home.belongs(mail)).isEqualTo("none");
  }

  @Test
  void nothingIsBegunWhereNoMailWaits() {
    long job = home.posting("Werft Süd AG", "Welder", "https://werft-sued.example/1");

    home.apply(job);
    home.in(() -> home.jobs.move(List.of(job), Stage.INTERVIEWING, Optional.empty()));

    assertThat(home.in(() -> tasks.recent(1))).isEmpty();
  }
}

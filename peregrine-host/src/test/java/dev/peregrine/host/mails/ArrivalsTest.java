package dev.peregrine.host.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.TestHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to mails when the looking at them is stopped or fails. */
class ArrivalsTest {

  private TestHome home;
  private Mails mails;
  private final List<Long> seen = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    home = new TestHome(folder);
    mails = new Mails(home.databases(), new Live(), home.clock());
  }

  @AfterEach
  void stop() {
    home.close();
  }

  /** As the program is after it was started (again). */
  private Arrivals arrivals(Step last) {
    var arrivals = new Arrivals(mails);
    arrivals.add(step(MailStep.Turn.LABEL, ids -> {}));
    arrivals.add(step(MailStep.Turn.FOLLOW, last));
    return arrivals;
  }

  private interface Step {
    void over(List<Long> ids) throws InterruptedException;
  }

  private static MailStep step(MailStep.Turn turn, Step work) {
    return new MailStep() {
      @Override
      public Turn turn() {
        return turn;
      }

      @Override
      public void over(List<Long> ids) throws InterruptedException {
        work.over(ids);
      }
    };
  }

  private List<Long> take(Arrivals arrivals, String subject) throws Exception {
    MailFolder folder = mails.folder("me", "INBOX", FolderRole.INBOX);
    var mail = ReadMail.pasted(Optional.empty(), subject, Optional.empty(), "Text of " + subject);
    long uid = subject.hashCode() & 0xffffffL;
    return arrivals.take(
        folder, List.of(new Incoming(Optional.of(uid), Optional.of(home.now()), mail)));
  }

  private void rest(Arrivals arrivals) throws InterruptedException {
    arrivals.lookAtTheRest(arrivals.newestLeft());
  }

  @Test
  void whatWasLookedAtIsNotLookedAtAgain() throws Exception {
    home.tenant()
        .call(
            () -> {
              List<Long> ids = take(arrivals(seen::addAll), "one");
              rest(arrivals(seen::addAll));
              assertThat(seen).isEqualTo(ids);
              return ids;
            });
  }

  @Test
  void whatAStopLeftIsLookedAtAtTheNextStart() throws Exception {
    Step stopped =
        ids -> {
          throw new InterruptedException();
        };
    home.tenant()
        .call(
            () -> {
              assertThatThrownBy(() -> take(arrivals(stopped), "one"))
                  .isInstanceOf(InterruptedException.class);

              Arrivals again = arrivals(seen::addAll);
              rest(again);

              assertThat(seen).hasSize(1);
              assertThat(again.newestLeft()).isZero();
              return seen;
            });
  }

  @Test
  void whatAStepFailedOverIsLookedAtAtTheNextStart() throws Exception {
    Step failing =
        ids -> {
          throw new IllegalStateException("A bug.");
        };
    home.tenant()
        .call(
            () -> {
              List<Long> ids = take(arrivals(failing), "one");
              List<Long> fine = take(arrivals(all -> {}), "two");

              rest(arrivals(failing));
              rest(arrivals(seen::addAll));

              assertThat(seen).isEqualTo(ids).doesNotContainAnyElementsOf(fine);
              return seen;
            });
  }
}

package dev.peregrine.host.mails;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for mails, wherever they come from: they are kept first, and then looked at step by
 * step. A step that fails costs what it would have found out, never a mail.
 */
public final class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private static final int BATCH = 200;

  private final Mails mails;
  private final List<MailStep> steps = new CopyOnWriteArrayList<>();

  public Arrivals(Mails mails) {
    this.mails = mails;
  }

  /** Adds a step; to be called while the program is put together. */
  public void add(MailStep step) {
    steps.add(step);
    steps.sort(Comparator.comparing(MailStep::turn));
  }

  /**
   * Keeps mails of a folder and looks at those that are new.
   *
   * @return those that are new, as {@link Mails#store}
   * @throws InterruptedException if the thread is interrupted; what was kept stays, and {@link
   *     #lookAtTheRest} looks at it
   */
  public List<Long> take(MailFolder folder, List<Incoming> incoming) throws InterruptedException {
    List<Long> stored = mails.store(folder, incoming);
    over(stored);
    return stored;
  }

  /** Looks at mails that are kept already, once more or for the first time. */
  public void over(List<Long> ids) throws InterruptedException {
    over(ids, MailStep.Turn.THREAD);
  }

  /** The same, beginning with a turn: after something was found out, what comes of it. */
  public void over(List<Long> ids, MailStep.Turn first) throws InterruptedException {
    if (ids.isEmpty()) {
      return;
    }
    boolean whole = first == MailStep.Turn.THREAD;
    for (MailStep step : steps) {
      if (step.turn().compareTo(first) < 0) {
        continue;
      }
      try {
        step.over(ids);
      } catch (RuntimeException | StackOverflowError failed) {
        whole = false;
        LOG.atError()
            .setCause(failed)
            .log(
                "Mails: the step {} failed over {} mails; they are kept and can be looked at again.",
                step.getClass().getSimpleName(),
                ids.size());
      }
    }
    if (whole) {
      mails.lookedAt(ids);
    }
  }

  /**
   * Looks at mails that were kept and then left: by a kill, by somebody who stopped the reading, by
   * a step that failed. To be called before others bring mails.
   *
   * @param until the newest of them, since later ones are being looked at by who brought them
   */
  public void lookAtTheRest(long until) throws InterruptedException {
    long after = 0;
    while (true) {
      List<Long> left = mails.notLookedAt(after, BATCH).stream().filter(id -> id <= until).toList();
      if (left.isEmpty()) {
        return;
      }
      over(left);
      after = left.getLast();
    }
  }

  /** The newest mail over which not every step ran; 0 where there is none. */
  public long newestLeft() {
    return mails.newestNotLookedAt();
  }
}

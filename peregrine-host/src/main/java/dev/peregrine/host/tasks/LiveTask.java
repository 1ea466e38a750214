package dev.peregrine.host.tasks;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A task that waits or runs in this program, and how far it is: fresher than its row. */
final class LiveTask implements TaskRun {

  /** Is told of progress. */
  interface Listener {
    void progressed(LiveTask task);
  }

  /** How far a task is. */
  record Progress(String step, long done, long total) {}

  private static final int LONGEST_STEP = 500;

  private final long id;
  private final String params;
  private final Listener listener;
  private final BooleanSupplier others;
  private volatile Progress progress = new Progress("", 0, 0);
  private volatile boolean cancelled;
  private volatile boolean running;
  private volatile boolean hasTurn = true;
  private volatile @Nullable Thread thread;
  private long writtenAt;

  /**
   * @param others lets others have the turn; false where it did not come back
   */
  LiveTask(long id, String params, Listener listener, BooleanSupplier others) {
    this.others = others;
    this.id = id;
    this.params = params;
    this.listener = listener;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String params() {
    return params;
  }

  @Override
  public void step(String text) {
    String shown = text.length() > LONGEST_STEP ? text.substring(0, LONGEST_STEP) : text;
    update(new Progress(shown, progress.done, progress.total));
  }

  @Override
  public void of(long done, long total) {
    update(new Progress(progress.step, Math.max(0, done), Math.max(0, total)));
  }

  @Override
  public void letOthers() {
    hasTurn = others.getAsBoolean();
    if (!hasTurn) {
      throw new CancellationException("The task was interrupted while others had their turn.");
    }
  }

  /** Whether it has one to give back. */
  boolean hasTurn() {
    return hasTurn;
  }

  /** Boards report from many threads at once; the last one wins. */
  private void update(Progress next) {
    if (cancelled) {
      throw new CancellationException("The task was cancelled.");
    }
    if (!next.equals(progress)) {
      progress = next;
      listener.progressed(this);
    }
  }

  Progress progress() {
    return progress;
  }

  /**
   * Whether the row is to be written again: at most once a second, it is only for after a crash.
   */
  synchronized boolean isDue(long now) {
    if (now - writtenAt < 1_000) {
      return false;
    }
    writtenAt = now;
    return true;
  }

  void runOn(Thread itsThread) {
    thread = itsThread;
  }

  void begun() {
    running = true;
  }

  boolean isRunning() {
    return running;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
    interrupt();
  }

  void interrupt() {
    Thread itsThread = thread;
    if (itsThread != null) {
      itsThread.interrupt();
    }
  }

  @Nullable Thread thread() {
    return thread;
  }
}

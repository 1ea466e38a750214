package dev.peregrine.host.interviews;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * A tab of one application. Its routes register it with {@link Interviews#tab}, so that none leads
 * nowhere.
 *
 * @param key the last part of its address, {@code /interviews/{job}/rounds}; empty for the first
 * @param title as people read it, asked for at each page in its language
 * @param order small ones come first: timeline 10, rounds 20, mails 25, people 30, brief 40, prep
 *     50, practice 60, survey 70, offer 80
 * @param state a word or a number of the job beside the title, asked for at each page; empty for
 *     nothing; must be quick
 */
public record InterviewTab(
    String key, Supplier<String> title, int order, LongFunction<String> state) {

  /** The address of this tab of a job. */
  public String path(long job) {
    return Interviews.path(job) + (key.isEmpty() ? "" : "/" + key);
  }
}

package dev.peregrine.host.apply;

import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * A tab of the workspace. Its routes register it with {@link Workspace#tab}, so that none leads
 * nowhere.
 *
 * @param key the last part of its address, {@code /apply/{job}/letter}; empty for the first
 * @param order small ones come first: posting 10, letter 20, résumé 30, questions 40, files 50,
 *     send 60
 * @param title as people read it, asked for at each page in its language
 * @param state how far a job is there, asked for at each page; must be quick
 */
record ApplyTab(String key, int order, Supplier<String> title, LongFunction<TabState> state) {

  String path(long job) {
    return key.isEmpty() ? "/apply/" + job : "/apply/%d/%s".formatted(job, key);
  }
}

package dev.peregrine.host.rest;

import dev.peregrine.host.programs.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One thing that programs can ask: how it is answered, and all that is said about it.
 *
 * @param path below the API's root; a part such as {@code {job}} is a number
 * @param id names it in clients that are made from the description
 * @param statuses what it answers with where all is well
 * @param takes what is sent along; {@link Nothing} for nothing
 * @param <B> what is sent along
 * @param <A> what is answered
 */
record Operation<B, A>(
    Verb verb,
    String path,
    String id,
    Topic topic,
    String summary,
    Scope scope,
    List<Parameter> parameters,
    Class<B> takes,
    List<Integer> statuses,
    Class<A> gives,
    Work<B, A> work) {

  /** What is sent along where nothing is. */
  record Nothing() {}

  /** Does it. */
  @FunctionalInterface
  interface Work<B, A> {
    Result<A> to(Asked asked, B body) throws Exception;
  }

  /** One that only looks. */
  static <A> Operation<Nothing, A> get(
      Topic topic,
      String id,
      String path,
      String summary,
      List<Parameter> parameters,
      Class<A> gives,
      Function<Asked, A> work) {
    return new Operation<>(
        Verb.GET,
        path,
        id,
        topic,
        summary,
        Scope.READ,
        List.copyOf(parameters),
        Nothing.class,
        List.of(200),
        gives,
        (asked, _) -> Result.of(work.apply(asked)));
  }

  /** One that makes something or begins it. */
  static <B, A> Operation<B, A> post(
      Topic topic,
      Scope scope,
      String id,
      String path,
      String summary,
      Class<B> takes,
      List<Integer> statuses,
      Class<A> gives,
      Work<B, A> work) {
    return new Operation<>(
        Verb.POST, path, id, topic, summary, scope, List.of(), takes, statuses, gives, work);
  }

  /** One that puts something in the place of what is there. */
  static <B, A> Operation<B, A> put(
      Topic topic,
      String id,
      String path,
      String summary,
      Class<B> takes,
      Class<A> gives,
      Work<B, A> work) {
    return new Operation<>(
        Verb.PUT,
        path,
        id,
        topic,
        summary,
        Scope.WRITE,
        List.of(),
        takes,
        List.of(200),
        gives,
        work);
  }

  boolean takesBody() {
    return !takes.equals(Nothing.class);
  }

  /** The names of the numbers in the path. */
  List<String> ids() {
    var names = new ArrayList<String>();
    for (String part : path.split("/")) {
      name(part).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> name(String part) {
    return part.startsWith("{")
        ? Optional.of(part.substring(1, part.length() - 1))
        : Optional.empty();
  }

  /** The numbers in a path below the root; empty where it is another path. */
  Optional<Map<String, Long>> match(String asked) {
    String[] mine = path.split("/", -1);
    String[] theirs = asked.split("/", -1);
    if (mine.length != theirs.length) {
      return Optional.empty();
    }
    var ids = new TreeMap<String, Long>();
    for (int i = 0; i < mine.length; i++) {
      Optional<String> name = name(mine[i]);
      if (name.isPresent() && theirs[i].matches("\\d{1,18}")) {
        ids.put(name.get(), Long.valueOf(theirs[i]));
      } else if (!mine[i].equals(theirs[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(ids);
  }
}

package dev.peregrine.host.programs;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may do with a token. None includes another. */
public enum Scope {
  /** Look at everything that pages show of the job search. */
  READ,
  /** Change and add what a person changes and adds by hand. */
  WRITE,
  /** Begin work that takes time or asks others: searches, drafts. */
  RUN;

  /** The word for it in programs and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that word. */
  public static Optional<Scope> of(String key) {
    return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
  }

  static String written(Collection<Scope> scopes) {
    return Arrays.stream(values())
        .filter(scopes::contains)
        .map(Scope::key)
        .collect(Collectors.joining(" "));
  }

  static Set<Scope> read(String written) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (String word : written.split(" ", -1)) {
      of(word).ifPresent(scopes::add);
    }
    return scopes;
  }
}

package dev.peregrine.host.setup;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.config.SearchProfile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a search profile of a few answers. */
final class FirstSearch {

  private static final int LONGEST_NAME = 60;

  private FirstSearch() {}

  static SearchProfile of(SetupPage answers) {
    List<String> titles = parts(answers.what(), ",");
    List<String> places = parts(answers.where(), "[;\\n]");
    SearchProfile profile =
        SearchProfile.of(name(titles, places, answers.onlyRemote()), titles, List.of())
            .withTypedLocations(places);
    if (answers.onlyRemote()) {
      return profile.withLocations(List.of()).withRemote(Set.of(RemoteMode.REMOTE));
    }
    boolean mindsRemote = !answers.remoteToo() && !profile.locations().isEmpty();
    return mindsRemote
        ? profile.withRemote(Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE))
        : profile;
  }

  /** By which the person knows it again. */
  static String name(List<String> titles, List<String> places, boolean onlyRemote) {
    String what = titles.isEmpty() ? "Any work" : titles.getFirst();
    String where = onlyRemote ? "remote" : places.isEmpty() ? "anywhere" : places.getFirst();
    String name = what + ", " + where;
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
  }

  static List<String> parts(String typed, String separator) {
    return Stream.of(typed.split(separator))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }
}

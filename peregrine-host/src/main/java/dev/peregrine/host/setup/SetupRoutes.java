package dev.peregrine.host.setup;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The first screen: three answers, then jobs. */
public final class SetupRoutes implements Routes {

  private static final int LONGEST_NAME = 60;

  private final SearchProfiles profiles;
  private final Discovery discovery;
  private final ResumeUploads resume;

  public SetupRoutes(SearchProfiles profiles, Discovery discovery, ResumeUploads resume) {
    this.profiles = profiles;
    this.discovery = discovery;
    this.resume = resume;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/setup", visit -> visit.show(page(visit, "", "", true, false, "", "")));
    routes.post("/setup", this::save);
    routes.post("/setup/skip", SetupRoutes::skip);
  }

  private static SetupPage page(
      Visit visit,
      String what,
      String where,
      boolean remoteToo,
      boolean onlyRemote,
      String pasted,
      String problem) {
    return new SetupPage(
        visit.shell("Welcome", "").alone(), what, where, remoteToo, onlyRemote, pasted, problem);
  }

  private static void skip(Visit visit) {
    visit.remember("later");
    visit.go("/");
  }

  private void save(Visit visit) throws InterruptedException {
    String what = visit.value("what");
    String where = visit.value("where");
    boolean remoteToo = visit.has("remote");
    boolean onlyRemote = visit.has("only");
    String problem = resume.take(visit);
    if (!problem.isEmpty()) {
      visit.show(
          422, page(visit, what, where, remoteToo, onlyRemote, visit.value("pasted"), problem));
      return;
    }
    SearchProfile profile = profile(what, where, remoteToo, onlyRemote);
    profiles.save(profile);
    discovery.start(List.of(profile.name()), List.of());
    visit.go("/");
  }

  static SearchProfile profile(String what, String where, boolean remoteToo, boolean onlyRemote) {
    List<String> titles = parts(what, ",");
    List<String> places = parts(where, "[;\\n]");
    SearchProfile profile =
        SearchProfile.of(name(titles, places, onlyRemote), titles, List.of())
            .withTypedLocations(places);
    if (onlyRemote) {
      return profile.withLocations(List.of()).withRemote(Set.of(RemoteMode.REMOTE));
    }
    boolean mindsRemote = !remoteToo && !profile.locations().isEmpty();
    return mindsRemote
        ? profile.withRemote(Set.of(RemoteMode.HYBRID, RemoteMode.ON_SITE))
        : profile;
  }

  private static String name(List<String> titles, List<String> places, boolean onlyRemote) {
    String what = titles.isEmpty() ? "Any work" : titles.getFirst();
    String where = onlyRemote ? "remote" : places.isEmpty() ? "anywhere" : places.getFirst();
    String name = what + ", " + where;
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
  }

  private static List<String> parts(String typed, String separator) {
    return Stream.of(typed.split(separator)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}

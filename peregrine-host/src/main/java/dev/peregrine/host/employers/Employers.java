package dev.peregrine.host.employers;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.SeenAddress;
import dev.peregrine.host.pipeline.Sighting;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.plugins.PluginRuntime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The employers whose own pages the current tenant's searches read. They stand in the search
 * profiles; a watched employer is watched by all of them.
 */
public final class Employers {

  private static final Duration RECOGNISING = Duration.ofSeconds(2);
  private static final int MOST_SEEN = 3_000;
  private static final int MOST_SUGGESTED = 24;

  private final PluginRuntime plugins;
  private final SearchProfiles profiles;
  private final Jobs jobs;

  public Employers(PluginRuntime plugins, SearchProfiles profiles, Jobs jobs) {
    this.plugins = plugins;
    this.profiles = profiles;
    this.jobs = jobs;
  }

  /** The boards that read employers' pages. */
  List<Extension<JobBoard>> boards() {
    return plugins.extensions(JobBoard.class).stream()
        .filter(board -> descriptor(board).searchesEmployers())
        .toList();
  }

  /** Whose page an address is; empty where no board knows it. Makes no call over the network. */
  public Optional<KnownEmployer> recognise(URI address) throws InterruptedException {
    return Optional.ofNullable(recognised(List.of(address)).get(address));
  }

  /** The employer of a job, where one of the job's addresses is on a page of its own. */
  public Optional<KnownEmployer> of(Job job) throws InterruptedException {
    List<URI> addresses =
        Stream.concat(
                job.posting().applyUrl().stream(), job.sightings().stream().map(Sighting::url))
            .distinct()
            .toList();
    Map<URI, KnownEmployer> known = recognised(addresses);
    return addresses.stream()
        .filter(known::containsKey)
        .findFirst()
        .map(known::get)
        .map(employer -> employer.called(job.posting().company().orElse(employer.name()), 1));
  }

  /**
   * Whose pages addresses are. Every board is called once for all of them: each call is a thread.
   */
  private Map<URI, KnownEmployer> recognised(List<URI> addresses) throws InterruptedException {
    Map<URI, KnownEmployer> known = new HashMap<>();
    // What came by mail has an address that is no page of anybody's.
    List<URI> pages =
        addresses.stream()
            .filter(address -> String.valueOf(address.getScheme()).startsWith("http"))
            .toList();
    for (Extension<JobBoard> board : boards()) {
      try {
        known.putAll(board.call(RECOGNISING, instance -> onPages(board, instance, pages)));
      } catch (ExtensionException | PluginBugException cannotSay) {
        // Another board may know them.
      }
    }
    return known;
  }

  private static Map<URI, KnownEmployer> onPages(
      Extension<JobBoard> board, JobBoard instance, List<URI> addresses) {
    Map<URI, KnownEmployer> known = new HashMap<>();
    for (URI address : addresses) {
      instance.employer(address).ifPresent(one -> known.put(address, known(board, one)));
    }
    return known;
  }

  /** Those that are watched by some search: by board, the one that was added last first. */
  public List<KnownEmployer> watched() {
    var watched = new ArrayList<KnownEmployer>();
    for (Extension<JobBoard> board : boards()) {
      List<String> slugs =
          profiles.all().stream()
              .flatMap(profile -> profile.employers().getOrDefault(board.id(), List.of()).stream())
              .distinct()
              .toList();
      slugs.reversed().forEach(slug -> watched.add(known(board, Employer.of(slug))));
    }
    return watched;
  }

  /**
   * Employers that stand behind the newest postings and are not watched yet, those with the most
   * postings first.
   */
  public List<KnownEmployer> seen() throws InterruptedException {
    Map<String, KnownEmployer> seen = new LinkedHashMap<>();
    List<KnownEmployer> watched = watched();
    List<SeenAddress> addresses = jobs.newestAddresses(MOST_SEEN);
    Map<URI, KnownEmployer> known =
        recognised(addresses.stream().map(SeenAddress::address).distinct().toList());
    for (SeenAddress address : addresses) {
      KnownEmployer employer = known.get(address.address());
      if (employer != null && watched.stream().noneMatch(employer::isSameAs)) {
        seen.merge(
            employer.board() + ' ' + employer.slug(),
            employer.called(address.company().orElse(employer.name()), 1),
            (before, one) -> before.called(before.name(), before.jobs() + 1));
      }
    }
    return seen.values().stream()
        .sorted(Comparator.comparingInt(KnownEmployer::jobs).reversed())
        .limit(MOST_SUGGESTED)
        .toList();
  }

  /** Whether some search watches it. */
  public boolean isWatched(KnownEmployer employer) {
    return watched().stream().anyMatch(employer::isSameAs);
  }

  /**
   * Has every search read the employer's page. A search that named none for that board keeps the
   * ones that the board begins with.
   *
   * @throws IllegalArgumentException for a board that is not there or a short name that is none
   */
  public void watch(String board, String slug) {
    Extension<JobBoard> reading = board(board);
    String checked = Employer.of(slug).slug();
    for (SearchProfile profile : profiles.all()) {
      List<String> before =
          profile
              .employers()
              .getOrDefault(
                  board, descriptor(reading).starters().stream().map(Employer::slug).toList());
      if (before.stream().noneMatch(checked::equalsIgnoreCase)) {
        save(profile, board, Stream.concat(before.stream(), Stream.of(checked)).toList());
      }
    }
  }

  /** Has no search read the employer's page any more. */
  public void unwatch(String board, String slug) {
    for (SearchProfile profile : profiles.all()) {
      List<String> before = profile.employers().getOrDefault(board, List.of());
      List<String> after = before.stream().filter(one -> !one.equalsIgnoreCase(slug)).toList();
      if (after.size() < before.size()) {
        save(profile, board, after);
      }
    }
  }

  private void save(SearchProfile profile, String board, List<String> slugs) {
    var employers = new LinkedHashMap<>(profile.employers());
    employers.put(board, slugs);
    profiles.save(profile.withEmployers(employers));
  }

  private Extension<JobBoard> board(String id) {
    return boards().stream()
        .filter(board -> board.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no board \"%s\" that reads employers' pages. Switch its plugin on."
                        .formatted(id)));
  }

  static KnownEmployer known(Extension<JobBoard> board, Employer employer) {
    return new KnownEmployer(
        board.id(), descriptor(board).about().name(), employer.slug(), employer.label(), 0);
  }

  static BoardDescriptor descriptor(Extension<JobBoard> board) {
    return (BoardDescriptor) board.descriptor();
  }
}

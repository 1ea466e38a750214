package dev.peregrine.host.research;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.research.Looked.Outcome;
import dev.peregrine.host.research.Looked.Place;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Looks a company up: searches, its own site, pages of others, filings. Nothing of it is stored.
 */
final class Gathering {

  private static final Duration SEARCHING = Duration.ofSeconds(20);
  private static final Duration READING = Duration.ofSeconds(20);
  private static final int HITS = 4;
  private static final int MOST_OF_SITE = 6;
  private static final int MOST_PAGES = 8;

  /** Behind a sign-in, or sites of which a page says nothing about the company it is about. */
  private static final Set<String> NOT_READ =
      Set.of(
          "linkedin",
          "glassdoor",
          "facebook",
          "instagram",
          "x",
          "twitter",
          "youtube",
          "tiktok",
          "indeed",
          "kununu",
          "reddit",
          "pinterest",
          "quora");

  private final ResearchPlaces places;
  private final TaskRun run;
  private final Instant now;

  Gathering(ResearchPlaces places, TaskRun run, Instant now) {
    this.places = places;
    this.run = run;
    this.now = now;
  }

  /**
   * Looks a company up.
   *
   * @param context words that speak of this company, in lower case
   * @param addresses of its postings, among which its own site may be
   */
  Gathered look(
      Subject asked,
      Set<Heading> wanted,
      boolean german,
      Set<String> context,
      Collection<URI> addresses)
      throws InterruptedException {
    var looked = new ArrayList<Looked>();
    if (!places.choices().web()) {
      looked.add(Looked.at(Place.SEARCH, Outcome.OFF));
      return new Gathered(List.of(), looked, asked.site());
    }
    Map<Heading, List<SearchHit>> hits = new EnumMap<>(Heading.class);
    if (!asked.isNameless()) {
      run.step("Searching the web");
      hits.putAll(search(asked, wanted, german, context, looked));
    }
    Subject subject = withSite(asked, hits, addresses);
    var found = new ArrayList<Found>();
    site(subject, wanted, found, looked);
    pages(subject, hits, found, looked);
    if (!subject.isNameless()) {
      filings(subject, found, looked);
    }
    return new Gathered(found, looked, subject.site());
  }

  private Map<Heading, List<SearchHit>> search(
      Subject subject,
      Set<Heading> wanted,
      boolean german,
      Set<String> context,
      List<Looked> looked)
      throws InterruptedException {
    Searxng searxng = places.searxng();
    var relevance = new Relevance(subject, context);
    Map<Heading, List<SearchHit>> hits = new EnumMap<>(Heading.class);
    List<Heading> headings = wanted.stream().sorted().toList();
    Heading first = headings.getFirst();
    int left = 0;
    int taken = 0;
    try {
      // The first shows whether there is a search at all; the others then go at once.
      var answers = new LinkedHashMap<Heading, SearchAnswer>();
      answers.put(first, searched(searxng, first, subject, german));
      run.of(1, headings.size());
      answers.putAll(
          together(
              headings.subList(1, headings.size()),
              heading -> searched(searxng, heading, subject, german),
              SEARCHING));
      for (var answer : answers.entrySet()) {
        List<SearchHit> about =
            answer.getValue().hits().stream().filter(relevance::isAbout).toList();
        left += answer.getValue().hits().size() - about.size();
        taken += about.size();
        hits.put(answer.getKey(), about.subList(0, Math.min(HITS, about.size())));
      }
      looked.add(Looked.read(Place.SEARCH, taken, left == 0 ? "" : Integer.toString(left)));
    } catch (SearchException failed) {
      looked.add(failed.looked());
    }
    return hits;
  }

  private static SearchAnswer searched(
      Searxng searxng, Heading heading, Subject subject, boolean german)
      throws SearchException, InterruptedException {
    return searxng.search(Queries.of(heading, subject.spoken(), german), heading == Heading.RECENT);
  }

  private static Subject withSite(
      Subject subject, Map<Heading, List<SearchHit>> hits, Collection<URI> addresses) {
    if (subject.site().isPresent() || subject.isNameless()) {
      return subject;
    }
    Optional<URI> site =
        CompanySite.among(addresses, subject.key())
            .or(
                () ->
                    CompanySite.among(
                        hits.values().stream()
                            .flatMap(List::stream)
                            .map(SearchHit::address)
                            .toList(),
                        subject.key()));
    return subject.withSite(site, false);
  }

  private void site(Subject subject, Set<Heading> wanted, List<Found> found, List<Looked> looked)
      throws InterruptedException {
    Optional<URI> address = subject.site();
    if (address.isEmpty()) {
      looked.add(Looked.at(Place.SITE, Outcome.OFF));
      return;
    }
    String host = String.valueOf(address.get().getHost());
    run.step("Reading " + host);
    Pages pages = places.pages();
    Pages.Read home = pages.read(address.get(), Source.Kind.SITE);
    if (home.text().isEmpty()) {
      looked.add(new Looked(Place.SITE, home.outcome(), 0, host));
      return;
    }
    int before = found.size();
    home.source()
        .ifPresent(
            source ->
                found.add(new Found(source, EnumSet.of(Heading.OVERVIEW, Heading.TECHNOLOGY))));
    List<CompanySite.Page> telling =
        CompanySite.telling(
            home.text().get().page(),
            home.source().map(Source::address).orElse(address.get()),
            wanted,
            MOST_OF_SITE);
    Map<CompanySite.Page, Pages.Read> read =
        reading(telling, page -> pages.read(page.address(), Source.Kind.SITE));
    read.forEach(
        (page, one) ->
            one.source()
                .filter(source -> isNew(found, source))
                .ifPresent(source -> found.add(new Found(source, page.near()))));
    looked.add(Looked.read(Place.SITE, found.size() - before, host));
  }

  /** What searches found: the best page under each heading is read, of the others what they say. */
  private void pages(
      Subject subject, Map<Heading, List<SearchHit>> hits, List<Found> found, List<Looked> looked)
      throws InterruptedException {
    Map<URI, Set<Heading>> near = new LinkedHashMap<>();
    Map<URI, SearchHit> byAddress = new LinkedHashMap<>();
    hits.forEach(
        (heading, list) ->
            list.forEach(
                hit -> {
                  byAddress.putIfAbsent(hit.address(), hit);
                  near.computeIfAbsent(hit.address(), at -> EnumSet.noneOf(Heading.class))
                      .add(heading);
                }));
    var relevance = new Relevance(subject, Set.of());
    List<SearchHit> toRead =
        hits.values().stream()
            .flatMap(
                list ->
                    list.stream()
                        .filter(hit -> !relevance.isOfSite(hit.address()) && isReadable(hit))
                        .limit(1))
            .distinct()
            .limit(MOST_PAGES)
            .toList();
    Map<SearchHit, Pages.Read> read = Map.of();
    if (!toRead.isEmpty()) {
      run.step("Reading %d pages".formatted(toRead.size()));
      Pages pages = places.pages();
      read = reading(toRead, hit -> pages.read(hit.address(), kind(hit, near)));
    }
    int count = 0;
    int shut = 0;
    for (SearchHit hit : byAddress.values()) {
      Optional<Source> page = Optional.ofNullable(read.get(hit)).flatMap(Pages.Read::source);
      if (read.containsKey(hit) && page.isEmpty()) {
        shut++;
      }
      Source source =
          page.map(one -> dated(one, hit)).orElseGet(() -> snippet(hit, kind(hit, near)));
      if (isNew(found, source) && !source.text().isBlank()) {
        count += page.isPresent() ? 1 : 0;
        found.add(new Found(source, near.getOrDefault(hit.address(), Set.of())));
      }
    }
    if (!toRead.isEmpty()) {
      looked.add(Looked.read(Place.PAGES, count, shut == 0 ? "" : Integer.toString(shut)));
    }
  }

  private static Source dated(Source source, SearchHit hit) {
    return new Source(
        0,
        source.kind(),
        source.address(),
        source.title(),
        source.published().or(hit::published),
        source.fetched(),
        source.text(),
        source.toMachines());
  }

  private Source snippet(SearchHit hit, Source.Kind kind) {
    String said = hit.snippet().isBlank() ? hit.title() : hit.snippet();
    boolean speaks = !dev.peregrine.host.injections.Injections.find(said).isEmpty();
    return new Source(
        0,
        kind == Source.Kind.NEWS ? kind : Source.Kind.SNIPPET,
        hit.address(),
        hit.title().isBlank() ? hit.address().getHost() : hit.title(),
        hit.published(),
        now,
        speaks ? "" : said,
        speaks);
  }

  private static Source.Kind kind(SearchHit hit, Map<URI, Set<Heading>> near) {
    return near.getOrDefault(hit.address(), Set.of()).contains(Heading.RECENT)
        ? Source.Kind.NEWS
        : Source.Kind.PAGE;
  }

  private static boolean isReadable(SearchHit hit) {
    String host = hit.address().getHost();
    String path = hit.address().getRawPath() == null ? "" : hit.address().getRawPath();
    return NOT_READ.stream().noneMatch(name -> CompanySite.isNamed(host, name))
        && !path.toLowerCase(java.util.Locale.ROOT)
            .matches(".*\\.(?:pdf|zip|docx?|xlsx?|pptx?|jpe?g|png|mp4)");
  }

  private static boolean isNew(List<Found> found, Source source) {
    return found.stream()
        .noneMatch(
            one ->
                one.source().address().equals(source.address())
                    || one.source().text().equals(source.text()));
  }

  private void filings(Subject subject, List<Found> found, List<Looked> looked)
      throws InterruptedException {
    List<Filings> all = places.filings();
    if (!all.isEmpty()) {
      run.step("Reading filings");
    }
    for (Filings place : all) {
      try {
        Optional<Source> source = place.look(subject);
        source.ifPresent(
            one ->
                found.add(
                    new Found(
                        one, EnumSet.of(Heading.OVERVIEW, Heading.FUNDING, Heading.LEADERSHIP))));
        looked.add(Looked.read(place.place(), source.isPresent() ? 1 : 0, ""));
      } catch (ExtensionException failed) {
        looked.add(new Looked(place.place(), Pages.outcome(failed), 0, ""));
      }
    }
  }

  /** Something that is read of each of several. */
  @FunctionalInterface
  private interface Reader<K, V> {
    V read(K key) throws SearchException, InterruptedException;
  }

  private <K> Map<K, Pages.Read> reading(List<K> keys, Reader<K, Pages.Read> reader)
      throws InterruptedException {
    try {
      return together(keys, reader, READING);
    } catch (SearchException never) {
      throw new IllegalStateException("Reading pages asks no search.", never);
    }
  }

  /** Does it for all at once; what is not there in time is left out. */
  private <K, V> Map<K, V> together(List<K> keys, Reader<K, V> reader, Duration limit)
      throws SearchException, InterruptedException {
    Tenant tenant = Tenant.current();
    Map<K, V> done = new LinkedHashMap<>();
    long until = System.nanoTime() + limit.toNanos();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      Map<K, Future<V>> begun =
          keys.stream()
              .collect(
                  Collectors.toMap(
                      key -> key,
                      key -> threads.submit(inTenant(tenant, () -> reader.read(key))),
                      (one, same) -> one,
                      LinkedHashMap::new));
      for (var one : begun.entrySet()) {
        try {
          done.put(
              one.getKey(),
              one.getValue().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
          one.getValue().cancel(true);
        } catch (ExecutionException failed) {
          if (!(failed.getCause() instanceof SearchException)) {
            throw new IllegalStateException(failed.getCause());
          }
          // One search of several may fail; what the others found counts.
        }
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <V> Callable<V> inTenant(Tenant tenant, Callable<V> work) {
    return () -> tenant.call(work);
  }
}

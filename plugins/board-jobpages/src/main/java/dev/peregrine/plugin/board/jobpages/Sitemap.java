package dev.peregrine.plugin.board.jobpages;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Markup;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A sitemap, or an index of some. */
record Sitemap(URI address, BoardContext context) {

  /** Of an index; sites with more of them have more jobs than are opened anyway. */
  private static final int MOST_PARTS = 5;

  /**
   * An entry.
   *
   * @param changed the earliest day where it is not told
   */
  private record Entry(URI location, LocalDate changed) {}

  /**
   * The addresses of jobs, the most recently changed first.
   *
   * @throws ExtensionException {@code CHANGED_REMOTE} where this is no sitemap
   */
  List<URI> jobs(Markup document) throws ExtensionException, InterruptedException {
    if (document.first("sitemapindex").isPresent()) {
      return ofIndex(document);
    }
    if (document.first("urlset").isEmpty()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "\"%s\" is no page and no sitemap. Enter the address of a careers page or of a sitemap."
              .formatted(address));
    }
    List<Entry> entries = entries(document, "url");
    // A person who names a sitemap of other addresses knows that they are jobs.
    return preferred(entries, JobAddress::isJob).stream().map(Entry::location).toList();
  }

  private List<URI> ofIndex(Markup document) throws ExtensionException, InterruptedException {
    List<Entry> parts =
        preferred(entries(document, "sitemap"), JobAddress::isAboutJobs).stream()
            .limit(MOST_PARTS)
            .toList();
    var entries = new ArrayList<Entry>();
    for (Entry part : parts) {
      Markup inner = context.http().fetch(HttpCall.get(part.location())).xml();
      entries.addAll(new Sitemap(part.location(), context).entries(inner, "url"));
    }
    entries.sort(Comparator.comparing(Entry::changed).reversed());
    return preferred(entries, JobAddress::isJob).stream().map(Entry::location).toList();
  }

  private List<Entry> entries(Markup document, String element) throws ExtensionException {
    var entries = new ArrayList<Entry>();
    int number = 0;
    for (Markup one : document.select(element)) {
      number++;
      Optional<URI> location = one.text("> loc").flatMap(text -> HttpCall.address(address, text));
      if (location.isEmpty()) {
        context.skipped("entry %d of the sitemap".formatted(number), withoutAddress());
      } else if (JobAddress.isSameSite(location.get(), address)) {
        entries.add(new Entry(location.get(), changed(one)));
      }
    }
    if (entries.isEmpty() && number > 0) {
      throw withoutAddress();
    }
    entries.sort(Comparator.comparing(Entry::changed).reversed());
    return entries;
  }

  private LocalDate changed(Markup entry) {
    return entry
        .text("> lastmod")
        .flatMap(text -> Posting.day(text, context.clock()))
        .orElse(LocalDate.EPOCH);
  }

  private ExtensionException withoutAddress() {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "An entry of \"%s\" has no address of its site in its element \"loc\". It was left out."
            .formatted(address));
  }

  /** Those that fit, or all where none does. */
  private static List<Entry> preferred(List<Entry> entries, Predicate<URI> fits) {
    List<Entry> fitting =
        entries.stream().filter(entry -> fits.test(entry.location())).distinct().toList();
    return fitting.isEmpty() ? entries : fitting;
  }
}

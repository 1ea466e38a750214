package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.SameMapper.AlikeData;
import dev.peregrine.host.pipeline.SameMapper.BucketData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the job that a posting advertises too, for one batch. Which jobs may be it is answered by
 * indexes; {@link Likeness} decides over the few that remain.
 */
final class Alike {

  /** Comparing texts takes longest; a batch must not wait for an employer with one title only. */
  private static final int MOST_COMPARED = 20;

  /** Of one employer that are asked for at once, and of one title. */
  private static final int MOST_OF_COMPANY = 1_000;

  private static final int MOST_TITLED = 300;

  /** So much of both texts is shared that no other can be meant. */
  private static final double BEYOND_DOUBT = .97;

  private final SameMapper same;
  private final Map<String, List<Line>> byCompany = new HashMap<>();
  private final Map<String, List<Line>> byNobodyOrAgencies = new HashMap<>();
  private final Map<String, List<Long>> byAddress = new HashMap<>();
  private final Map<Long, Likeness> likenesses = new HashMap<>();
  private final Map<Long, AlikeData> found = new HashMap<>();

  /**
   * What of a job tells whether it is worth a closer look. Kept as it was read: of an employer's
   * thousand jobs all but a few fall at their title.
   */
  record Line(long id, String remote, String title, String place) {

    /** Fewer words are alike only if all of them are the same. */
    private static final int FEWEST_TO_DIFFER = 4;

    static Line parse(String text) {
      int remote = text.indexOf('|') + 1;
      int title = text.indexOf('|', remote) + 1;
      int place = text.indexOf('|', title) + 1;
      return new Line(
          Long.parseLong(text, 0, remote - 1, 10),
          text.substring(remote, title - 1),
          text.substring(title, place - 1),
          text.substring(place));
    }

    static List<Line> parse(BucketData bucket) {
      return bucket.lines() == null
          ? new ArrayList<>()
          : bucket
              .lines()
              .lines()
              .map(Line::parse)
              .collect(Collectors.toCollection(ArrayList::new));
    }

    static Line of(long id, Draft draft) {
      return new Line(
          id,
          draft.place().remote().map(mode -> mode.name().toLowerCase(Locale.ROOT)).orElse(""),
          draft.title().text(),
          draft.place().text());
    }

    boolean fits(Draft draft) {
      return (title.equals(draft.title().text())
              || (draft.title().words().size() >= FEWEST_TO_DIFFER
                  && TitleKey.parse(title).isLike(draft.title())))
          && PlaceKey.parse(place, JobReading.remote(remote.isEmpty() ? null : remote))
              .couldBe(draft.place());
    }
  }

  Alike(SameMapper same) {
    this.same = same;
  }

  /** Asks for the employers, titles and addresses of a batch at once. */
  void learn(Collection<Draft> drafts) {
    String companies = distinct(drafts, Draft::companyKey);
    for (BucketData bucket : same.ofCompanies(companies, MOST_OF_COMPANY)) {
      byCompany.put(bucket.key(), Line.parse(bucket));
    }
    String titles = distinct(drafts, draft -> draft.title().text());
    for (BucketData bucket : same.titledByNobodyOrAgencies(titles, MOST_TITLED)) {
      byNobodyOrAgencies.put(bucket.key(), Line.parse(bucket));
    }
    String addresses =
        StoredText.strings(drafts.stream().flatMap(draft -> addresses(draft).stream()).toList());
    for (var at : same.at(addresses)) {
      byAddress.computeIfAbsent(at.applyUrl(), key -> new ArrayList<>()).add(at.id());
    }
  }

  private static String distinct(Collection<Draft> drafts, Function<Draft, String> key) {
    return StoredText.strings(
        drafts.stream().map(key).filter(text -> !text.isEmpty()).distinct().toList());
  }

  /** Where the posting is and where to apply, as far as that names no other posting. */
  private static List<String> addresses(Draft draft) {
    List<String> all = new ArrayList<>();
    if (PostingUrl.isOfOnePosting(draft.url())) {
      all.add(draft.url().toString());
    }
    Optional.ofNullable(draft.applyAddress()).ifPresent(all::add);
    return all;
  }

  /** Remembers a job that was added after {@link #learn}. */
  void add(long id, Draft draft, boolean agency) {
    var line = Line.of(id, draft);
    if (!draft.companyKey().isEmpty()) {
      byCompany.computeIfAbsent(draft.companyKey(), key -> new ArrayList<>()).add(line);
    }
    if (draft.companyKey().isEmpty() || agency) {
      byNobodyOrAgencies.computeIfAbsent(draft.title().text(), key -> new ArrayList<>()).add(line);
    }
    addressed(id, draft);
  }

  /** Remembers that a board has a job too. */
  void sighted(long id, String board, Draft draft) {
    Likeness seen = likenesses.get(id);
    if (seen != null) {
      seen.boards().add(board);
    }
    addressed(id, draft);
  }

  private void addressed(long id, Draft draft) {
    for (String address : addresses(draft)) {
      byAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(id);
    }
  }

  /** The job that the posting is most like, of those that it is the same as. */
  Optional<AlikeData> find(String board, Draft draft, boolean agency) {
    Likeness mine = Likeness.of(board, draft, agency);
    for (String address : addresses(draft)) {
      for (long id : byAddress.getOrDefault(address, List.of())) {
        if (mine.mayShareAnAddressWith(likeness(id))) {
          return Optional.of(data(id));
        }
      }
    }
    long likest = 0;
    double most = 0;
    List<Long> candidates = candidates(draft, agency);
    read(candidates);
    for (long id : candidates) {
      double share = mine.shareWith(likeness(id));
      if (share > most) {
        likest = id;
        most = share;
      }
      if (share >= BEYOND_DOUBT) {
        break;
      }
    }
    return most > 0 ? Optional.of(data(likest)) : Optional.empty();
  }

  /** The employer's own come first, then the newest: only so many are compared. */
  private List<Long> candidates(Draft draft, boolean agency) {
    List<Line> others =
        new ArrayList<>(byNobodyOrAgencies.getOrDefault(draft.title().text(), List.of()));
    if (draft.companyKey().isEmpty() || agency) {
      same.titledOfAnyCompany(draft.title().text(), draft.place().city(), MOST_TITLED).stream()
          .map(Line::parse)
          .forEach(others::add);
    }
    return Stream.concat(fitting(ofCompany(draft), draft), fitting(others, draft))
        .distinct()
        .limit(MOST_COMPARED)
        .toList();
  }

  private static Stream<Long> fitting(List<Line> lines, Draft draft) {
    return lines.stream()
        .filter(line -> line.fits(draft))
        .map(Line::id)
        .sorted(Comparator.reverseOrder());
  }

  private List<Line> ofCompany(Draft draft) {
    List<Line> known = byCompany.getOrDefault(draft.companyKey(), List.of());
    if (known.size() < MOST_OF_COMPANY) {
      return known;
    }
    List<Line> more = new ArrayList<>(known);
    same.ofCompanyTitled(draft.companyKey(), draft.title().text(), MOST_OF_COMPANY).stream()
        .map(Line::parse)
        .forEach(more::add);
    return more;
  }

  private Likeness likeness(long id) {
    return likenesses.computeIfAbsent(id, missing -> Likeness.of(data(missing)));
  }

  private AlikeData data(long id) {
    read(List.of(id));
    return Objects.requireNonNull(found.get(id));
  }

  /** All at once: asking takes longer than answering. */
  private void read(List<Long> ids) {
    List<Long> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      same.alike(StoredText.ids(missing)).forEach(data -> found.put(data.id(), data));
    }
  }
}

package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobMapper.AlikeData;
import dev.peregrine.host.pipeline.JobMapper.BucketData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the job that a posting advertises too. Only among jobs of the same employer with the same
 * title in a place that may be the same, and only if the texts tell the same: employers use one
 * text for many jobs, so text alone says little.
 */
final class Alike {

  /** Comparing texts takes longest; a batch must not wait for an employer with one title only. */
  private static final int MOST_COMPARED = 20;

  private final JobMapper jobs;
  private final Map<String, Map<Long, TitleKey>> byCompany = new HashMap<>();
  private final Map<String, Set<Long>> withoutCompany = new HashMap<>();
  private final Map<Long, Candidate> candidates = new HashMap<>();

  /** A job that may be the same. */
  record Candidate(AlikeData data, PlaceKey place, Shingles text) {

    static Candidate of(AlikeData data) {
      return new Candidate(
          data,
          PlaceKey.parse(data.placeKey(), JobReading.remote(data.remote())),
          Shingles.of(data.descriptionText()));
    }
  }

  Alike(JobMapper jobs) {
    this.jobs = jobs;
  }

  /** Asks for the titles of the employers and those of no employer, once for a batch. */
  void learn(Collection<Draft> drafts) {
    Set<String> companies =
        drafts.stream()
            .map(Draft::companyKey)
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toSet());
    for (BucketData bucket : jobs.ofCompanies(StoredText.strings(List.copyOf(companies)))) {
      Map<Long, TitleKey> titles = new LinkedHashMap<>();
      lines(bucket)
          .forEach(
              line -> {
                int blank = line.indexOf(' ');
                titles.put(
                    Long.parseLong(line, 0, blank, 10), TitleKey.parse(line.substring(blank + 1)));
              });
      byCompany.put(bucket.key(), titles);
    }
    Set<String> titles =
        drafts.stream().map(draft -> draft.title().text()).collect(Collectors.toSet());
    for (BucketData bucket : jobs.titledWithoutCompany(StoredText.strings(List.copyOf(titles)))) {
      withoutCompany.put(
          bucket.key(),
          lines(bucket).stream().map(Long::valueOf).collect(Collectors.toCollection(HashSet::new)));
    }
  }

  private static List<String> lines(BucketData bucket) {
    return bucket.lines() == null ? List.of() : bucket.lines().lines().toList();
  }

  /** Remembers a job that was added after {@link #learn}. */
  void add(JobData job) {
    if (job.companyKey().isEmpty()) {
      withoutCompany.computeIfAbsent(job.titleKey(), key -> new HashSet<>()).add(job.id());
    } else {
      byCompany
          .computeIfAbsent(job.companyKey(), key -> new LinkedHashMap<>())
          .put(job.id(), TitleKey.parse(job.titleKey()));
    }
  }

  Optional<AlikeData> find(String board, Draft draft) {
    var text = new Texts(draft);
    for (long id : sameTitle(draft)) {
      Candidate candidate = candidate(id);
      if (candidate.place.couldBe(draft.place()) && text.tellTheSame(board, candidate)) {
        return Optional.of(candidate.data);
      }
    }
    return Optional.empty();
  }

  private List<Long> sameTitle(Draft draft) {
    List<Long> ids = new ArrayList<>();
    if (draft.companyKey().isEmpty()) {
      ids.addAll(jobs.titledOfAnyCompany(draft.title().text()));
    } else {
      byCompany
          .getOrDefault(draft.companyKey(), Map.of())
          .forEach(
              (id, title) -> {
                if (title.isLike(draft.title())) {
                  ids.add(id);
                }
              });
    }
    ids.addAll(withoutCompany.getOrDefault(draft.title().text(), Set.of()));
    return ids.stream().sorted().limit(MOST_COMPARED).toList();
  }

  private Candidate candidate(long id) {
    return candidates.computeIfAbsent(id, missing -> Candidate.of(jobs.alike(missing)));
  }

  /** The text of one posting, cut into shingles once and only if it comes to that. */
  private static final class Texts {
    private final Draft draft;
    private Optional<Shingles> shingles = Optional.empty();

    Texts(Draft draft) {
      this.draft = draft;
    }

    boolean tellTheSame(String board, Candidate other) {
      Shingles mine = shingles.orElseGet(() -> Shingles.of(draft.text()));
      shingles = Optional.of(mine);
      boolean areFew = mine.areFew() || other.text.areFew();
      if (draft.companyKey().isEmpty() || other.data.companyKey().isEmpty()) {
        return !areFew && mine.areNearly(other.text);
      }
      // A board that has two ids for it means two jobs, unless their texts prove it wrong.
      return areFew ? !board.equals(other.data.board()) : mine.tellTheSameAs(other.text);
    }
  }
}

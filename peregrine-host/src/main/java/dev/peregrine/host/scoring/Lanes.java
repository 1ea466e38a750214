package dev.peregrine.host.scoring;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.scoring.Candidate;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.pipeline.JobToScore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The person's résumés, each with the titles that are looked for with it. A job gets the score of
 * the one that fits it best.
 *
 * @param all the main one first
 */
record Lanes(List<Lane> all) {

  /** One résumé and its titles. */
  record Lane(Resume resume, Candidate candidate) {}

  /** The scores of jobs, and from which résumé each is. */
  record Best(Map<Long, Score> scores, Map<Long, Long> resumes) {}

  /** A search profile that names a résumé lends its titles to that one, any other one to all. */
  static Lanes of(List<Resume> resumes, List<SearchProfile> profiles) {
    return new Lanes(
        resumes.stream()
            .map(
                resume ->
                    new Lane(
                        resume,
                        new Candidate(
                            resume.text(),
                            profiles.stream()
                                .filter(profile -> isFor(profile, resume, resumes))
                                .map(SearchProfile::titles)
                                .flatMap(List::stream)
                                .distinct()
                                .toList(),
                            List.of())))
            .toList());
  }

  /** One that names a résumé which is not there (any more) is for all. */
  private static boolean isFor(SearchProfile profile, Resume resume, List<Resume> resumes) {
    return profile
        .resume()
        .filter(name -> resumes.stream().anyMatch(r -> r.name().equalsIgnoreCase(name)))
        .map(name -> resume.name().equalsIgnoreCase(name))
        .orElse(true);
  }

  /** What the scores depend on. With a single résumé its number does not count. */
  String basis() {
    return all.size() == 1
        ? basis(all.getFirst())
        : all.stream()
            .map(lane -> lane.resume().id() + "\n" + basis(lane))
            .collect(Collectors.joining("\n"));
  }

  private static String basis(Lane lane) {
    return lane.candidate().titles() + "\n" + lane.resume().hash();
  }

  /**
   * Scores jobs with each résumé and keeps the best score; the main one wins where two are even.
   */
  Best score(ScorerCall call, List<JobToScore> jobs)
      throws ExtensionException, InterruptedException {
    var best = new LinkedHashMap<Long, Score>();
    var from = new HashMap<Long, Long>();
    for (Lane lane : all) {
      call.scoreEach(lane.candidate(), jobs)
          .forEach(
              (job, score) -> {
                Score before = best.get(job);
                if (before == null || value(score) > value(before)) {
                  best.put(job, score);
                  from.put(job, lane.resume().id());
                }
              });
    }
    return new Best(best, from);
  }

  private static double value(Score score) {
    return switch (score) {
      case Score.Match match -> match.value();
      case Score.None none -> -1;
    };
  }
}

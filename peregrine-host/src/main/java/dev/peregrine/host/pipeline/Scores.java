package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.JobReadMapper.PostingData;
import dev.peregrine.host.pipeline.JobReadMapper.ScoreData;
import dev.peregrine.host.storage.Mappers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps match scores, and knows which are missing or out of date. */
final class Scores {

  private final JobReadMapper scores;
  private final String scorer;
  private final String candidateHash;
  private final long key;

  Scores(Mappers mappers, String scorer, String candidateHash) {
    this.scores = mappers.of(JobReadMapper.class);
    this.scorer = scorer;
    this.candidateHash = candidateHash;
    this.key = key(scorer + '\n' + candidateHash);
  }

  List<JobToScore> missing(int limit) {
    return scores.toScore(key, limit).stream()
        .map(data -> new JobToScore(data.id(), withPlainText(data)))
        .toList();
  }

  static Posting withPlainText(PostingData data) {
    return JobReading.posting(data).withDescription(Optional.of(data.descriptionText()));
  }

  /**
   * @param resumes job → the résumé that its score was made from; may lack some
   */
  void save(Map<Long, Score> all, Map<Long, Long> resumes, Instant now) {
    all.forEach((job, score) -> save(job, score, resumes.get(job), now));
  }

  private void save(long job, Score score, @Nullable Long resume, Instant now) {
    long at = now.toEpochMilli();
    switch (score) {
      case Score.Match match -> {
        scores.saveScore(
            new ScoreData(
                job,
                scorer,
                candidateHash,
                match.value(),
                null,
                StoredText.reasons(match.reasons()),
                StoredText.strings(match.gaps()),
                at,
                resume));
        scores.scored(job, match.value(), key);
      }
      case Score.None none -> {
        scores.saveScore(
            new ScoreData(job, scorer, candidateHash, null, none.why(), "[]", "[]", at, resume));
        scores.scored(job, null, key);
      }
    }
  }

  /** A number of 62 bits and never 0, so that an index on it is small. */
  private static long key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong() >>> 2 | 1;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

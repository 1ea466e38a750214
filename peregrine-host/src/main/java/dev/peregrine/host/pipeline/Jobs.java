package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The current tenant's jobs: what was found, where it stands and why. */
public final class Jobs {

  public Jobs(Databases databases, Live live, InstantSource clock) {}

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of();
  }

  public List<Stored> store(List<Found> found) {
    throw new UnsupportedOperationException();
  }

  public JobPage page(JobFilter filter, Optional<String> after, int size) {
    throw new UnsupportedOperationException();
  }

  public Optional<Job> findById(long id) {
    throw new UnsupportedOperationException();
  }

  public Counts counts() {
    throw new UnsupportedOperationException();
  }

  public Move move(Collection<Long> ids, Stage to, Optional<String> reason) {
    throw new UnsupportedOperationException();
  }

  public Move show(Collection<Long> ids) {
    throw new UnsupportedOperationException();
  }

  public Optional<Move> undo() {
    throw new UnsupportedOperationException();
  }

  public Optional<Move> undo(long move) {
    throw new UnsupportedOperationException();
  }

  public void saveScores(String scorer, String candidateHash, Map<Long, Score> scores) {
    throw new UnsupportedOperationException();
  }

  public List<JobToScore> toScore(String scorer, String candidateHash, int limit) {
    throw new UnsupportedOperationException();
  }

  public Job update(long id, Posting posting) {
    throw new UnsupportedOperationException();
  }
}

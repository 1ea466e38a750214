package dev.peregrine.host.pipeline;

import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.pipeline.JobReadMapper.PostingData;
import dev.peregrine.host.storage.Mappers;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Changes what a job says. Its address, board and id stay: they are what it is known by. */
final class Rewrite {

  private Rewrite() {}

  /** Takes from another sighting what the job lacks. */
  static void complete(Mappers mappers, long id, Posting more) {
    PostingData data = mappers.of(JobReadMapper.class).find(id);
    if (data != null) {
      write(mappers, data, Draft.of(completed(JobReading.posting(data), more)));
    }
  }

  /** Says what another sighting says, and what it lacks as before: the employer knows better. */
  static void replace(Mappers mappers, long id, Posting better) {
    PostingData data = mappers.of(JobReadMapper.class).find(id);
    if (data != null) {
      write(mappers, data, Draft.of(completed(better, JobReading.posting(data))));
    }
  }

  static void write(Mappers mappers, PostingData before, Draft draft) {
    JobMapper jobs = mappers.of(JobMapper.class);
    JobData after =
        draft.data(
            before.id(),
            before.board(),
            Instant.ofEpochMilli(before.found()),
            JobReading.hidden(before.hiddenRule(), before.hiddenDetail()));
    boolean indexed = TextIndex.holds(mappers, before.id());
    if (indexed) {
      jobs.unindex(before.id());
    }
    jobs.rewrite(after);
    jobs.rewriteTexts(after);
    if (indexed) {
      jobs.index(before.id(), before.id());
    }
  }

  /** The posting with what it lacks from another. */
  static Posting completed(Posting posting, Posting more) {
    Map<PostingDetail, String> details = new EnumMap<>(PostingDetail.class);
    details.putAll(more.details());
    details.putAll(posting.details());
    return new Posting(
        posting.nativeId(),
        posting.title(),
        posting.company().or(more::company),
        posting.url(),
        posting.applyUrl().or(more::applyUrl),
        posting.places().isEmpty() ? more.places() : posting.places(),
        posting.remote().or(more::remote),
        posting.posted().or(more::posted),
        posting.closes().or(more::closes),
        posting.employmentTypes().isEmpty() ? more.employmentTypes() : posting.employmentTypes(),
        posting.salary().or(more::salary),
        posting.description().or(more::description),
        posting.tags().isEmpty() ? more.tags() : posting.tags(),
        details);
  }
}
